import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { entity, keys, SERVICE, Service } from "../table/table.ts";
import { changing, creating, removing } from "../table/write.ts";
import { MAX_ENTRIES, MAX_LISTS } from "./model.ts";

/** A list of somebody's. Its place is its key, so that there are never more lists than places, whoever writes at once. */
export const ListRow = entity({
  model: { entity: "wishlist", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    place: { type: "number", required: true },
    listId: { type: "string", required: true },
    name: { type: "string", required: true },
    /** How many products are on it. */
    count: { type: "number", required: true },
    /** The hash of the secret of its link, while it is shared. */
    shareHash: { type: "string" },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "wishlist",
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["place"], casing: "none" },
    },
  },
} as const);

/** A product that somebody saved, as it was then. One row for a person and a product, so that a product is on one list, once. */
export const EntryRow = entity({
  model: { entity: "wishlist-entry", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    productId: { type: "string", required: true },
    listId: { type: "string", required: true },
    title: { type: "string", required: true },
    price: { type: "any", required: true },
    note: { type: "string" },
    savedAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "wishlist",
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["productId"], casing: "none" },
    },
  },
} as const);

const List = z.object({
  userId: z.string(),
  place: z.number(),
  listId: z.string(),
  name: z.string(),
  count: z.number(),
  shareHash: z.string().optional(),
  createdAt: z.string(),
});
export type List = z.infer<typeof List>;

const Entry = z.object({
  userId: z.string(),
  productId: z.string(),
  listId: z.string(),
  title: z.string(),
  price: Money,
  note: z.string().optional(),
  savedAt: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** Everything somebody has saved: lists in the order of their places. */
export type Book = { readonly userId: string; readonly lists: readonly List[]; readonly entries: readonly Entry[] };

const book = new Service({ lists: ListRow, entries: EntryRow });

/** All lists and entries of somebody in one request: at most 510 rows of a few hundred bytes, which one answer holds. */
export async function read(userId: string): Promise<Book> {
  const { data } = await book.collections.wishlist({ userId }).go({ limit: MAX_LISTS * (MAX_ENTRIES + 1), consistent: true });
  const lists = data.lists.map((row) => List.parse(row)).toSorted((a, b) => a.place - b.place);
  return { userId, lists, entries: data.entries.map((row) => Entry.parse(row)) };
}

export const listWrite = (list: Omit<List, "shareHash">): TransactWriteItem => creating(ListRow.create(list));

/** The list, unless its place has gone to another one meanwhile. */
const thisList = ({ userId, place }: List) => ListRow.patch({ userId, place });

/** One product more on a list that has room. */
export const oneMoreWrite = (list: List): TransactWriteItem =>
  changing(
    thisList(list)
      .add({ count: 1 })
      .where(({ listId, count }, { eq, lt }) => `${eq(listId, list.listId)} AND ${lt(count, MAX_ENTRIES)}`),
  );

export const oneLessWrite = (list: List): TransactWriteItem =>
  changing(
    thisList(list)
      .add({ count: -1 })
      .where(({ listId }, { eq }) => eq(listId, list.listId)),
  );

export const nameWrite = (list: List, name: string): TransactWriteItem =>
  changing(
    thisList(list)
      .set({ name })
      .where(({ listId }, { eq }) => eq(listId, list.listId)),
  );

/** Puts a link on the list in the place of the one that was read. */
export const shareWrite = (list: List, hash: string): TransactWriteItem =>
  changing(
    thisList(list)
      .set({ shareHash: hash })
      .where(({ listId, shareHash }, { eq, notExists }) => {
        const before = list.shareHash === undefined ? notExists(shareHash) : eq(shareHash, list.shareHash);
        return `${eq(listId, list.listId)} AND ${before}`;
      }),
  );

export const unshareWrite = (list: List, hash: string): TransactWriteItem =>
  changing(
    thisList(list)
      .remove(["shareHash"])
      .where(({ listId, shareHash }, { eq }) => `${eq(listId, list.listId)} AND ${eq(shareHash, hash)}`),
  );

/** The list goes, if it has as many products as were read and the same link. */
export const removeListWrite = (list: List): TransactWriteItem =>
  removing(
    ListRow.remove({ userId: list.userId, place: list.place }).where(({ listId, count, shareHash }, { eq, notExists }) => {
      const link = list.shareHash === undefined ? notExists(shareHash) : eq(shareHash, list.shareHash);
      return `${eq(listId, list.listId)} AND ${eq(count, list.count)} AND ${link}`;
    }),
  );

export const entryWrite = (entry: Omit<Entry, "note">): TransactWriteItem => creating(EntryRow.create(entry));

/** The entry, if it is on the list it was read on. */
const onItsList = (entry: Entry) => EntryRow.patch({ userId: entry.userId, productId: entry.productId });

export const moveWrite = (entry: Entry, to: string): TransactWriteItem =>
  changing(
    onItsList(entry)
      .set({ listId: to })
      .where(({ listId }, { eq }) => eq(listId, entry.listId)),
  );

export function noteWrite(entry: Entry, note: string): TransactWriteItem {
  const patch = onItsList(entry);
  return changing(note === "" ? patch.remove(["note"]) : patch.set({ note }));
}

export const removeEntryWrite = ({ userId, productId, listId: on }: Entry): TransactWriteItem =>
  removing(EntryRow.remove({ userId, productId }).where(({ listId }, { eq }) => eq(listId, on)));
