import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { seedBooks, seedCosts } from "../pricing/book.ts";
import { BookCosts, PriceBook } from "../pricing/book-model.ts";
import { type Rows, rowsAt } from "../table/collection.ts";
import { changing, creating } from "../table/write.ts";
import { BookRow, ShelfRow } from "./entities.ts";
import { DESK, Entry, FIRST_OWN_VERSION, seedEntries, Status } from "./model.ts";

const Shelf = z.object({ entries: z.array(Entry), version: z.number() });
/** `version` 0: nothing has been put on it yet. */
export type Shelf = z.infer<typeof Shelf>;

/** The shelf among the rows of the desk. */
export const shelfIn = (rows: Rows): Shelf => {
  const [row] = rows.of("price-shelf");
  return row ? Shelf.parse(row) : { entries: [], version: 0 };
};

/** Everything that a price is made and shown with, of whatever domains its rows are; one request. */
export const desk = (): Promise<Rows> => rowsAt({ key: "desk", value: DESK, collection: "desk" });

/** Everything admins put on the shelf; one request. */
export async function shelf(): Promise<Shelf> {
  const { data } = await ShelfRow.get({ desk: DESK }).go({ consistent: true });
  return data ? Shelf.parse(data) : { entries: [], version: 0 };
}

/** The shelf with other entries, from the version that was read. */
export function shelfWrite(before: Shelf, entries: readonly Entry[]): TransactWriteItem {
  const version = before.version + 1;
  if (before.version === 0) return creating(ShelfRow.create({ desk: DESK, entries, version }));
  return changing(
    ShelfRow.patch({ desk: DESK })
      .set({ entries, version })
      .where((row, { eq }) => eq(row.version, before.version)),
  );
}

const Book = z.object({
  bookVersion: z.number(),
  status: Status,
  name: z.string(),
  basedOn: z.number(),
  book: PriceBook,
  costs: BookCosts,
  effectiveFrom: z.string().optional(),
  createdAt: z.string(),
  changedAt: z.string(),
  version: z.number(),
});
export type Info = z.infer<typeof Book>;

function seed(bookVersion: number): Info | undefined {
  const found = seedBooks.find(({ book }) => book.version === bookVersion);
  const entry = seedEntries.find((one) => one.bookVersion === bookVersion);
  if (!found || !entry) return undefined;
  const { book, effectiveFrom } = found;
  const basedOn = Math.max(1, bookVersion - 1);
  return { ...entry, effectiveFrom, basedOn, book, costs: seedCosts, createdAt: effectiveFrom, changedAt: effectiveFrom, version: 1 };
}

/** A book by its version: the code's own without a request, any other by one. */
export async function find(bookVersion: number): Promise<Info | undefined> {
  if (bookVersion < FIRST_OWN_VERSION) return seed(bookVersion);
  const { data } = await BookRow.get({ bookVersion }).go({ consistent: true });
  return data ? Book.parse(data) : undefined;
}

export const bookWrite = (book: Omit<Info, "version" | "status" | "effectiveFrom">): TransactWriteItem =>
  creating(BookRow.create({ ...book, status: "draft", version: 1 }));

export type BookChange = { readonly status?: Status; readonly book?: PriceBook; readonly costs?: BookCosts; readonly effectiveFrom?: string };

/** Changes a draft from the version that was read; a published or discarded book refuses. */
export const draftWrite = (before: Info, change: BookChange, now: string): TransactWriteItem =>
  changing(
    BookRow.patch({ bookVersion: before.bookVersion })
      .set({ ...change, changedAt: now, version: before.version + 1 })
      .where(({ version, status }, { eq }) => `${eq(version, before.version)} AND ${eq(status, "draft")}`),
  );
