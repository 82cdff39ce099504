import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import type { ProductCard } from "../product/view.ts";
import * as Search from "../search/index.ts";
import { commit } from "../table/commit.ts";
import { loadOwn, overtaken, settled } from "./book.ts";
import { ListMade, Moved, Noted, Removed, Saved } from "./event.ts";
import { FIRST_NAME, MAX_ENTRIES, Note } from "./model.ts";
import * as policy from "./policy.ts";
import { isFull } from "./rules.ts";
import * as store from "./store.ts";
import type { Book, Entry, List } from "./store.ts";
import type { EntryView, ListView, SavedView } from "./view.ts";

export { MAX_ENTRIES, MAX_LISTS } from "./model.ts";

const Nobody = z.strictObject({});
const ById = z.strictObject({ productId: id("product") });

/** Which products the caller has saved; one request, asked beside the catalogue, which is the same for everybody. */
export const saved = action(
  { name: "wishlist.saved", effect: "read", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { entries } }): Promise<SavedView> => ({ items: entries.map(({ productId, listId }) => ({ productId, listId })) }),
);

function entryView({ productId, title, price, savedAt, note }: Entry, product: ProductCard | undefined): EntryView {
  return { productId, title, priceThen: price, savedAt, ...(note === undefined ? {} : { note }), ...(product ? { product } : {}) };
}

/** The caller's lists with what is on them, as it was and as it is; one request, for the catalogue is not on the table. */
export const get = action(
  { name: "wishlist.get", effect: "read", input: Nobody, load: loadOwn, policy: policy.own },
  async ({ record: { lists, entries } }): Promise<readonly ListView[]> => {
    const cards = await Search.cards(entries.map(({ productId }) => productId));
    const newest = entries.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    return lists.map(({ listId, name, createdAt, shareHash }) => ({
      listId,
      name,
      createdAt,
      isShared: shareHash !== undefined,
      entries: newest.filter((entry) => entry.listId === listId).map((entry) => entryView(entry, cards.get(entry.productId))),
    }));
  },
);

const Saving = ById.extend({ listId: id("wishlist").optional() });

/** The caller's lists, and the listing they want if the catalogue has it. */
async function loadSaving({ productId }: z.output<typeof Saving>) {
  const [book, cards] = await Promise.all([loadOwn(), Search.cards([productId])]);
  return book && { ...book, card: cards.get(productId) };
}

const placed = ({ productId, listId }: Pick<Entry, "productId" | "listId">) => ({ productId, listId });

/** A list that has room, in the words of whoever is told that it has none. */
function withRoom(list: List): List {
  if (isFull(list)) throw conflict("wishlist.full", `A list has room for ${MAX_ENTRIES} products`);
  return list;
}

async function move(book: Book, entry: Entry, to: List) {
  const from = book.lists.find(({ listId }) => listId === entry.listId);
  if (!from) throw overtaken();
  const { userId, productId } = entry;
  return commit({
    about: userId,
    writes: [store.moveWrite(entry, to.listId), store.oneMoreWrite(withRoom(to)), store.oneLessWrite(from)],
    events: [Moved({ userId, productId, listId: to.listId })],
    changed: { before: { listId: from.listId }, after: { listId: to.listId } },
    reply: placed({ productId, listId: to.listId }),
    refused: overtaken,
  });
}

/** The list that the first heart makes by itself, with one product on it. */
const firstList = (userId: string) => ({
  userId,
  place: 1,
  listId: newId("wishlist"),
  name: FIRST_NAME,
  count: 1,
  createdAt: nowIso(),
});

async function add({ userId }: Book, card: ProductCard, on: List | undefined) {
  const { productId, title, price } = card;
  const made = firstList(userId);
  const { listId } = on ?? made;
  return commit({
    about: userId,
    writes: [
      store.entryWrite({ userId, productId, listId, title, price, savedAt: nowIso() }),
      on ? store.oneMoreWrite(withRoom(on)) : store.listWrite(made),
    ],
    events: [Saved({ userId, productId, listId }), ...(on ? [] : [ListMade({ userId, listId })])],
    reply: placed({ productId, listId }),
    refused: overtaken,
  });
}

/** Where a product goes when nobody says: the first list with room. */
const usualList = ({ lists }: Book): List | undefined => lists.find((list) => !isFull(list)) ?? lists[0];

/**
 * Saves a listing of the catalogue, on the named list or where there is room; the first heart makes the first list. A product that is
 * saved already stays the one entry it is, and goes to the named list. Throws `wishlist.full` and `wishlist.not_listed`.
 */
export const save = action(
  { name: "wishlist.save", effect: "command", input: Saving, load: loadSaving, policy: policy.own },
  async ({ input: { productId, listId }, record }) =>
    settled(record, async (book) => {
      const named = book.lists.find((list) => list.listId === listId);
      if (listId !== undefined && !named) throw notFound();
      const entry = book.entries.find((one) => one.productId === productId);
      if (entry) return named && named.listId !== entry.listId ? move(book, entry, named) : placed(entry);
      if (!record.card) throw conflict("wishlist.not_listed", "This product is not in the catalogue, or not any more");
      return add(book, record.card, named ?? usualList(book));
    }),
);

/** Takes a product off the list it is on; one that is on none is off already. */
export const unsave = action(
  { name: "wishlist.unsave", effect: "command", input: ById, load: loadOwn, policy: policy.own },
  async ({ input: { productId }, record }) =>
    settled(record, async (book) => {
      const entry = book.entries.find((one) => one.productId === productId);
      if (!entry) return { productId };
      const { userId } = book;
      const list = book.lists.find(({ listId }) => listId === entry.listId);
      if (!list) throw overtaken();
      return commit({
        about: userId,
        writes: [store.removeEntryWrite(entry), store.oneLessWrite(list)],
        events: [Removed({ userId, productId, listId: list.listId })],
        changed: { before: { listId: list.listId }, after: { listId: null } },
        reply: { productId },
        refused: overtaken,
      });
    }),
);

const Noting = ById.extend({ note: Note });

/** Writes a note beside a saved product, for its owner alone; an empty one takes it away. Throws `wishlist.not_saved`. */
export const note = action(
  { name: "wishlist.note", effect: "command", input: Noting, load: loadOwn, policy: policy.own },
  async ({ input: { productId, note: text }, record: { userId, entries } }) => {
    const entry = entries.find((one) => one.productId === productId);
    if (!entry) throw conflict("wishlist.not_saved", "This product is not on your lists, or not any more");
    if ((entry.note ?? "") === text) return { productId };
    return commit({
      about: userId,
      writes: [store.noteWrite(entry, text)],
      events: [Noted({ userId, productId, listId: entry.listId })],
      changed: { before: { note: entry.note }, after: { note: text === "" ? null : text } },
      reply: { productId },
      refused: overtaken,
    });
  },
);
