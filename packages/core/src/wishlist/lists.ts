import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import * as Search from "../search/index.ts";
import { randomSecret, sha256 } from "../ports/crypto.ts";
import { commit } from "../table/commit.ts";
import { ownerOf, UniqueRow } from "../table/unique.ts";
import { creating, removing } from "../table/write.ts";
import { loadOwn, overtaken, settled } from "./book.ts";
import { ListMade, ListRemoved, ListRenamed, Shared, Unshared } from "./event.ts";
import { ListName, MAX_LISTS } from "./model.ts";
import * as policy from "./policy.ts";
import { freePlace } from "./rules.ts";
import * as store from "./store.ts";
import type { Book, List } from "./store.ts";
import type { SharedListView } from "./view.ts";

const SCOPE = "wishlist-link";

const ById = z.strictObject({ listId: id("wishlist") });

/** A list of the book as it was read again; it may have gone meanwhile. */
function listOf({ lists }: Book, wanted: string): List {
  const list = lists.find(({ listId }) => listId === wanted);
  if (!list) throw notFound();
  return list;
}

/** The caller's book, if the list is in it: another's and none answer alike. */
async function loadWith({ listId }: z.output<typeof ById>): Promise<Book | undefined> {
  const book = await loadOwn();
  return book?.lists.some((list) => list.listId === listId) ? book : undefined;
}

/** Makes one more list. Throws `wishlist.too_many`. */
export const make = action(
  { name: "wishlist.make_list", effect: "command", input: z.strictObject({ name: ListName }), load: loadOwn, policy: policy.own },
  async ({ input: { name }, record }) => {
    const listId = newId("wishlist");
    return settled(record, async ({ userId, lists }) => {
      const place = freePlace(lists);
      if (place === undefined) throw conflict("wishlist.too_many", `There is room for ${MAX_LISTS} lists`);
      return commit({
        about: userId,
        writes: [store.listWrite({ userId, place, listId, name, count: 0, createdAt: nowIso() })],
        events: [ListMade({ userId, listId })],
        reply: { listId },
        refused: overtaken,
      });
    });
  },
);

/** Gives a list another name. */
export const rename = action(
  { name: "wishlist.rename_list", effect: "command", input: ById.extend({ name: ListName }), load: loadWith, policy: policy.own },
  async ({ input: { listId, name }, record }) => {
    const { userId } = record;
    const list = listOf(record, listId);
    if (list.name === name) return { listId };
    return commit({
      about: userId,
      writes: [store.nameWrite(list, name)],
      events: [ListRenamed({ userId, listId })],
      changed: { before: { name: list.name }, after: { name } },
      reply: { listId },
      refused: overtaken,
    });
  },
);

/** The name by which the link of a list is found goes with it. */
const unlinking = ({ shareHash }: List) => (shareHash === undefined ? [] : [removing(UniqueRow.remove({ scope: SCOPE, value: shareHash }))]);

/** Takes a list away with everything on it, and its link with it. */
export const remove = action(
  { name: "wishlist.remove_list", effect: "command", input: ById, load: loadWith, policy: policy.own },
  async ({ input: { listId }, record }) =>
    settled(record, async (book) => {
      const { userId, entries } = book;
      const list = listOf(book, listId);
      const going = entries.filter((entry) => entry.listId === listId);
      return commit({
        about: userId,
        writes: [store.removeListWrite(list), ...going.map(store.removeEntryWrite), ...unlinking(list)],
        events: [ListRemoved({ userId, listId })],
        changed: { before: { listId, count: list.count }, after: { listId: null, count: 0 } },
        reply: { listId },
        refused: overtaken,
      });
    }),
);

/** Makes a link that shows a list to whoever holds it, in the place of the one before; the secret is told once and only its hash is kept. */
export const share = action(
  { name: "wishlist.share_list", effect: "command", input: ById, load: loadWith, policy: policy.own },
  async ({ input: { listId }, record }) => {
    const { userId } = record;
    const list = listOf(record, listId);
    const token = randomSecret();
    const hash = sha256(token);
    return commit({
      about: userId,
      writes: [store.shareWrite(list, hash), creating(UniqueRow.create({ scope: SCOPE, value: hash, subjectId: userId })), ...unlinking(list)],
      events: [Shared({ userId, listId })],
      changed: { before: { isShared: list.shareHash !== undefined, link: list.shareHash }, after: { isShared: true, link: hash } },
      reply: { listId, token },
      refused: overtaken,
    });
  },
);

/** Turns the link of a list off at once; a list without one stays as it is. */
export const unshare = action(
  { name: "wishlist.unshare_list", effect: "command", input: ById, load: loadWith, policy: policy.own },
  async ({ input: { listId }, record }) =>
    settled(record, async (book) => {
      const list = listOf(book, listId);
      if (list.shareHash === undefined) return { listId };
      return commit({
        about: book.userId,
        writes: [store.unshareWrite(list, list.shareHash), ...unlinking(list)],
        events: [Unshared({ userId: book.userId, listId })],
        changed: { before: { isShared: true }, after: { isShared: false } },
        reply: { listId },
        refused: overtaken,
      });
    }),
);

const Holder = z.strictObject({ token: z.string().min(20).max(100) });

async function loadShared({ token }: z.output<typeof Holder>) {
  const shareHash = sha256(token);
  const userId = await ownerOf(SCOPE, shareHash);
  if (userId === undefined) return undefined;
  const { lists, entries } = await store.read(userId);
  const list = lists.find((one) => one.shareHash === shareHash);
  return list ? { list, entries: entries.filter(({ listId }) => listId === list.listId) } : undefined;
}

/** What the holder of a list's link sees: its name and what of it is in the catalogue now. A wrong secret and one that was turned off answer alike. */
export const shared = action(
  { name: "wishlist.shared", effect: "read", input: Holder, load: loadShared, policy: policy.holder },
  async ({ record: { list, entries } }): Promise<SharedListView> => {
    const cards = await Search.cards(entries.map(({ productId }) => productId));
    const newest = entries.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    return { name: list.name, products: newest.flatMap(({ productId }) => cards.get(productId) ?? []) };
  },
);
