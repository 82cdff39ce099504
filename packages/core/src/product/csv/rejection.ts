/** Why a row is left out; each code is one thing its owner can put right. */
export const rejectionCodes = [
  "row.columns",
  "row.quote",
  "handle.missing",
  "handle.taken",
  "title.missing",
  "text.long",
  "price.missing",
  "price.format",
  "price.negative",
  "currency.unknown",
  "option.missing",
  "option.duplicate",
  "sku.duplicate",
  "image.address",
  "stock.format",
  "garment.unknown",
  "fabric.unknown",
  "number.format",
  "family.unknown",
  "list.format",
  "field.wrong",
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export type Rejection = { readonly line: number; readonly handle?: string; readonly code: RejectionCode; readonly message: string };

/** Thrown while one row is read, caught where rows are gathered; never leaves this folder. */
export class RowError extends Error {
  readonly code: RejectionCode;

  constructor(code: RejectionCode, message: string) {
    super(message);
    this.name = "RowError";
    this.code = code;
  }
}
