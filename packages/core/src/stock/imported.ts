import type { Variant } from "../product/model.ts";
import type { Cell } from "./model.ts";
import { cellsOf } from "./rules.ts";

/** Pieces of a combination as an import said them, with the article number where it is one. */
export type Imported = { readonly onHand: number; readonly code?: string };

const isOf = ({ size, colour }: Cell, { options }: Variant): boolean => {
  const values = Object.values(options).map((value) => value.trim().toLowerCase());
  return [size, colour].every((part) => part === "" || values.includes(part.trim().toLowerCase()));
};

/** What the variants of an imported file say of a combination: all that have its size and its colour, together. */
export function importedOf(cell: Cell, variants: readonly Variant[]): Imported | undefined {
  const found = variants.filter((variant) => isOf(cell, variant));
  const [only] = found;
  if (!only) return undefined;
  const onHand = found.reduce((all, { stock }) => all + stock, 0);
  return { onHand, ...(found.length === 1 ? { code: only.sku } : {}) };
}

type Named = { readonly sizes?: readonly string[] | undefined; readonly colours?: readonly string[] | undefined };

/**
 * What a file says anew of the stock: of each combination that the listing is made in, the pieces of its variants together where the file
 * gives a number for one of them (`said`, by SKU) and the sum is another than before. A file that has no piece of a new listing says that
 * no stock is kept of it, not that it is sold out.
 */
export function newCounts(
  made: Named,
  variants: { readonly before: readonly Variant[]; readonly after: readonly Variant[]; readonly said: ReadonlySet<string> },
): readonly (Cell & Imported)[] {
  const { before, after, said } = variants;
  const counts = cellsOf(made).flatMap((cell) => {
    const now = importedOf(cell, after);
    const isSaid = after.some((variant) => said.has(variant.sku) && isOf(cell, variant));
    return now && isSaid && now.onHand !== importedOf(cell, before)?.onHand ? [{ ...cell, ...now }] : [];
  });
  return before.length === 0 && counts.every(({ onHand }) => onHand === 0) ? [] : counts;
}
