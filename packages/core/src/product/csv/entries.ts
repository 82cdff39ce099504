import type { Answers } from "../../product-import/model.ts";
import { complete, type ProductDraft, type WaitingProduct } from "./complete.ts";
import { closeProduct, gatherRow, type Grouped, handleOf, newGathering } from "./group.ts";
import { closeOwn, gatherOwnRow, newOwnGathering, type OwnProduct } from "./own.ts";
import { readRows, type Row, type Source } from "./read.ts";
import { type Rejection, RowError } from "./rejection.ts";

/** Opens the file from its beginning: it is read twice, so that it need never be held as a whole. */
export type Open = () => Source | Promise<Source>;

/** What a file says, a product or a rejected row at a time; products come when their last row has been read. */
export type Entry =
  | { readonly kind: "product"; readonly product: ProductDraft }
  | { readonly kind: "own"; readonly product: OwnProduct }
  | { readonly kind: "waiting"; readonly waiting: WaitingProduct; readonly product: Grouped }
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  /** The file goes on beyond the rows that were asked for. */
  | { readonly kind: "cut" };

/** What rows belong together by: the listing they name, else their handle; undefined for a row that belongs to nothing. */
function groupOf({ cells }: Row): string | undefined {
  if (cells.productId !== undefined) return `=${cells.productId}`;
  try {
    return handleOf(cells);
  } catch (error) {
    if (error instanceof RowError) return undefined;
    throw error;
  }
}

type Ends = { readonly lastLine: ReadonlyMap<string, number>; readonly skus: Set<string> };

/** The first reading: on which line each product ends, and every SKU that the file gives, so that none is derived a second time. */
async function findEnds(open: Open, most: number | undefined): Promise<Ends> {
  const lastLine = new Map<string, number>();
  const skus = new Set<string>();
  for await (const read of readRows(await open(), most)) {
    if (!("row" in read)) continue;
    const group = groupOf(read.row);
    if (group !== undefined) lastLine.set(group, read.row.line);
    if (read.row.cells.sku !== undefined) skus.add(read.row.cells.sku);
  }
  return { lastLine, skus };
}

function entryOf(product: Grouped, answers: Answers, skus: Set<string>): Entry {
  const whole = complete(product, answers, skus);
  return "lacks" in whole ? { kind: "waiting", waiting: whole, product } : { kind: "product", product: whole };
}

const rejectedEntry = (rejection: Rejection): Entry => ({ kind: "rejected", rejection });

type Held = {
  readonly gathering: ReturnType<typeof newGathering>;
  readonly own: ReturnType<typeof newOwnGathering>;
  readonly answers: Answers;
  readonly skus: Set<string>;
};

/** The product whose last row has been read; undefined when all its rows were rejected. */
function closed({ cells: { productId } }: Row, group: string, { gathering, own, answers, skus }: Held): Entry | undefined {
  if (productId !== undefined) {
    const product = closeOwn(productId, own);
    return product && { kind: "own", product };
  }
  const product = closeProduct(group, gathering);
  return product && entryOf(product, answers, skus);
}

/**
 * The products of a file, wherever in it their rows stand; held at a time are only those whose last row is still to come. A product
 * whose every row was rejected is not there; its rows are among the rejections. Of a file with more than `most` rows only those are read. Throws as `readRows` does.
 */
export async function* readEntries(open: Open, answers: Answers, most?: number): AsyncGenerator<Entry> {
  const { lastLine, skus } = await findEnds(open, most);
  const gathering = newGathering();
  const own = newOwnGathering();
  for await (const read of readRows(await open(), most)) {
    if (!("row" in read)) {
      yield "isCut" in read ? { kind: "cut" } : rejectedEntry(read.rejection);
      continue;
    }
    const { row } = read;
    const rejection = row.cells.productId === undefined ? gatherRow(row, gathering) : gatherOwnRow(row, own);
    if (rejection) yield rejectedEntry(rejection);
    const group = groupOf(row);
    if (group === undefined || lastLine.get(group) !== row.line) continue;
    const entry = closed(row, group, { gathering, own, answers, skus });
    if (entry) yield entry;
  }
}
