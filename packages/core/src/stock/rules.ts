import type { Variant } from "../product/model.ts";
import { HOLD_MINUTES, isSoldOut, skuOf } from "./facts.ts";
import type { Cell, Levels } from "./model.ts";

export { cellName, isSoldOut } from "./facts.ts";

/** No pieces yet. */
export const none: Levels = { onHand: 0, reserved: 0, sellable: 0 };

/** What happens to the pieces of one combination; `count` is the supplier's, in pieces more or fewer. */
export type Movement = { readonly what: "hold" | "commit" | "release" | "takeLate" | "giveBack" | "count"; readonly pieces: number };

/** How a movement changes the three numbers: whatever it is, `onHand = sellable + reserved` stays so. */
export function deltaOf({ what, pieces }: Movement): Levels {
  switch (what) {
    case "hold":
      return { onHand: 0, reserved: pieces, sellable: -pieces };
    case "commit":
      return { onHand: -pieces, reserved: -pieces, sellable: 0 };
    case "release":
      return { onHand: 0, reserved: -pieces, sellable: pieces };
    case "takeLate":
      return { onHand: -pieces, reserved: 0, sellable: -pieces };
    case "giveBack":
    case "count":
      return { onHand: pieces, reserved: 0, sellable: pieces };
  }
}

/** The numbers after a movement; undefined when one of them would fall below zero, which is what the table refuses. */
export function after(before: Levels, movement: Movement): Levels | undefined {
  const delta = deltaOf(movement);
  const levels = {
    onHand: before.onHand + delta.onHand,
    reserved: before.reserved + delta.reserved,
    sellable: before.sellable + delta.sellable,
  };
  return Object.values(levels).every((pieces) => pieces >= 0) ? levels : undefined;
}

/** Whether a listing that is made in these combinations has pieces that are free; undefined for one that has no stock of any of them. */
export function standingOf(made: Sized, rows: readonly (Pick<Levels, "sellable"> & { readonly sku: string })[]): "in" | "out" | undefined {
  const skus = new Set(cellsOf(made).map(skuOf));
  const known = rows.filter(({ sku }) => skus.has(sku));
  if (known.length === 0) return undefined;
  return isSoldOut(known) ? "out" : "in";
}

/** When a hold that begins now ends. */
export const holdUntil = (now: Date): string => new Date(now.getTime() + HOLD_MINUTES * 60_000).toISOString();

type Sized = { readonly sizes?: readonly string[] | undefined; readonly colours?: readonly string[] | undefined };

/** Every combination a listing is made in, row by row; a listing without sizes or colours has one of each, without a name. */
export function cellsOf({ sizes = [], colours = [] }: Sized): readonly Cell[] {
  const across = sizes.length > 0 ? sizes : [""];
  const down = colours.length > 0 ? colours : [""];
  return [...new Map(down.flatMap((colour) => across.map((size) => [skuOf({ size, colour }), { size, colour }] as const))).values()];
}

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

/**
 * What a file says anew of the stock: of each combination that the listing is made in, the pieces of its variants together where the file
 * gives a number for one of them (`said`, by SKU) and the sum is another than before. A file that has no piece of a new listing says that
 * no stock is kept of it, not that it is sold out.
 */
export function newCounts(
  made: Sized,
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
