import { MAX_COLOURS, sizesOf } from "@sleekapp/core/pricing/facts";
import type { ColourSplit } from "@sleekapp/core/pricing/model";

/** A colour as it is typed: its pieces stand under the sizes of the form, in their order. */
export type ColourRow = { name: string; pieces: (number | null)[] };

type Sizes = readonly { readonly size: string; readonly pieces?: number | undefined }[];
type Split = { readonly sizes: { size: string; pieces?: number | undefined }[]; readonly colours: ColourRow[] };

const piecesOf = ({ pieces }: ColourRow): number => pieces.reduce<number>((sum, many) => sum + (many ?? 0), 0);

/** The sizes with what the colours add up to under each. */
export const summed = (sizes: Sizes, colours: readonly ColourRow[]): Split => ({
  sizes: sizes.map(({ size }, at) => ({ size, pieces: colours.reduce((sum, { pieces }) => sum + (pieces[at] ?? 0), 0) })),
  colours: [...colours],
});

/** A whole number of pieces for each colour of each size, as even as it goes; the first get what is left over. */
export function evenColours(names: readonly string[], sizes: Sizes, quantity: number): Split {
  const cells = names.length * sizes.length;
  const each = Math.floor(quantity / cells);
  const pieces = (row: number, at: number) => each + (row * sizes.length + at < quantity % cells ? 1 : 0);
  return summed(
    sizes,
    names.map((name, row) => ({ name, pieces: sizes.map((_size, at) => pieces(row, at)) })),
  );
}

/** The colours as a brief holds them; a colour or a cell without pieces is none. */
export function coloursIn(colours: readonly ColourRow[] | undefined, sizes: Sizes | undefined): ColourSplit[] | undefined {
  if (!colours || !sizes) return undefined;
  const split = colours.filter((row) => piecesOf(row) > 0);
  return split.map(({ name, pieces }) => ({
    name: name.trim(),
    sizes: sizesOf(sizes.map(({ size }, at) => ({ sizes: (pieces[at] ?? 0) > 0 ? { [size.trim()]: pieces[at] ?? 0 } : {} }))),
  }));
}

/** The rows that would give these colours again, under these sizes. */
export const rowsOf = (colours: readonly ColourSplit[], sizes: Sizes): ColourRow[] =>
  colours.map(({ name, sizes: pieces }) => ({ name, pieces: sizes.map(({ size }) => pieces[size] ?? null) }));

/** What is wrong with the colours, in words. */
export function colourProblem(colours: readonly ColourRow[] | undefined): string | undefined {
  if (!colours) return undefined;
  const names = colours.filter((row) => piecesOf(row) > 0).map(({ name }) => name.trim().toLowerCase());
  if (names.length === 0) return "Say how many pieces each colour has.";
  if (names.includes("")) return "Name every colour that has pieces.";
  if (new Set(names).size < names.length) return "Each colour once, please.";
  return names.length > MAX_COLOURS ? `At most ${MAX_COLOURS} colours.` : undefined;
}
