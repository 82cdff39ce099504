/** One size in one colour; `model.ts` has its schema. */
type Cell = { readonly size: string; readonly colour: string };

/** How long the pieces of a checkout are held for its deposit, in minutes. */
export const HOLD_MINUTES = 30;

/** The SKU of a combination: `navy/m`; what a listing has only one of is left out. */
export const skuOf = ({ size, colour }: Cell): string =>
  [colour, size]
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean)
    .join("/") || "one";

/** Sold out is what the numbers say: there is a stock, and no piece of it is free. It ends by itself when pieces come back. */
export const isSoldOut = (rows: readonly { readonly sellable: number }[]): boolean => rows.length > 0 && rows.every(({ sellable }) => sellable === 0);

/** What people call a combination. */
export const cellName = ({ size, colour }: Cell): string => [colour, size].filter(Boolean).join(", ") || "One size";
