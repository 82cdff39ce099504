import type { Variant } from "@sleekapp/core/product/model";
import type { Cell } from "@sleekapp/core/stock/model";

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
