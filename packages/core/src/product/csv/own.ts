import type { Origin } from "../../upload/model.ts";
import { Draft, MAX_PICTURES } from "../model.ts";
import { checkCurrency, readImage, readLine, readOrigin, readStock } from "./cells.ts";
import type { Column } from "./columns.ts";
import { asWritten } from "./escape.ts";
import { ownFields } from "./own-fields.ts";
import type { Row } from "./read.ts";
import { type Rejection, RowError } from "./rejection.ts";

type Cells = Partial<Record<Column, string>>;

export type OwnVariant = { readonly sku: string; readonly options: Readonly<Record<string, string>>; readonly stock: number | undefined };
export type OwnImage = { readonly src: string; readonly alt: string | undefined; readonly origin?: Origin };

/** What a file says of a listing that it names by its id, as our own export does; what a cell leaves empty stays as it is. */
export type OwnProduct = {
  readonly line: number;
  readonly productId: string;
  readonly handle: string;
  readonly draft: Draft;
  readonly variants: OwnVariant[];
  readonly images: OwnImage[];
};

export type OwnGathering = Map<string, OwnProduct>;
export const newOwnGathering = (): OwnGathering => new Map();

function draftOf(cells: Cells): Draft {
  const found = ownFields.flatMap(({ column, read }) => (cells[column] === undefined ? [] : Object.entries(read(cells[column]))));
  const said = Draft.safeParse(Object.fromEntries(found.filter(([, value]) => value !== undefined)));
  if (said.success) return said.data;
  const [issue] = said.error.issues;
  throw new RowError("field.wrong", `${String(issue?.path[0] ?? "A field")}: ${issue?.message ?? "not of the right kind"}`);
}

const pairs = (cells: Cells) => [
  [cells.option1Name, cells.option1Value],
  [cells.option2Name, cells.option2Value],
  [cells.option3Name, cells.option3Value],
];

function variantOf(cells: Cells): OwnVariant | undefined {
  const sku = readLine("The SKU", cells.sku, 80);
  if (sku === undefined) return undefined;
  const options = pairs(cells).flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));
  return { sku, options: Object.fromEntries(options), stock: readStock(cells.stock) };
}

function take({ line, cells: stored }: Row, gathering: OwnGathering): void {
  const cells: Cells = Object.fromEntries(Object.entries(stored).map(([name, text]) => [name, asWritten(text)]));
  const productId = cells.productId ?? "";
  const known = gathering.get(productId);
  checkCurrency(cells.currency);
  const variant = variantOf(cells);
  const src = readImage(cells.imageSrc);
  if (variant && known?.variants.some(({ sku }) => sku === variant.sku))
    throw new RowError("sku.duplicate", `The SKU “${variant.sku}” is used twice`);
  const product = known ?? { line, productId, handle: cells.handle ?? "", draft: draftOf(cells), variants: [], images: [] };
  gathering.set(productId, product);
  if (variant) product.variants.push(variant);
  if (src !== undefined && product.images.length < MAX_PICTURES)
    product.images.push({ src, alt: readLine("The image's text", cells.imageAlt, 200), ...readOrigin(cells.imageDrawnBy) });
}

/** One row of a listing of ours into the gathering; its rejection when it cannot be. */
export function gatherOwnRow(row: Row, gathering: OwnGathering): Rejection | undefined {
  try {
    take(row, gathering);
    return undefined;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { line: row.line, handle: row.cells.handle ?? row.cells.productId ?? "", code: error.code, message: error.message };
  }
}

/** What was said of the listing, once its last row has been read, and no longer held. */
export function closeOwn(productId: string, gathering: OwnGathering): OwnProduct | undefined {
  const product = gathering.get(productId);
  gathering.delete(productId);
  return product;
}
