import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { BookCosts, PriceBook } from "../pricing/book-model.ts";
import * as Exchange from "../exchange/index.ts";
import type { Rate } from "../exchange/model.ts";
import { commit } from "../table/commit.ts";
import { logOf } from "../table/outbox.ts";
import { Discarded, Drafted, Edited, Published } from "./event.ts";
import { FIRST_OWN_VERSION, MAX_BOOKS, type Scheduled, seedEntries, TRUST_SECONDS } from "./model.ts";
import * as policy from "./policy.ts";
import { belowFloor, differencesOf, earliestOf, inForceOf, nextOf } from "./rules.ts";
import * as store from "./store.ts";
import type { BookCard, BookInForce, BookView } from "./view.ts";

export { Discarded, Drafted, Edited, Published } from "./event.ts";
export { NOTICE_SECONDS, Status } from "./model.ts";
export { BookCard, BookInForce, BookView } from "./view.ts";

/** The log and the audit know a book by this. */
export const subjectOf = (bookVersion: number): string => `price-book-${bookVersion}`;

type Desk = { readonly shelf: store.Shelf; readonly rates: readonly Rate[] };
const held: { desk?: { readonly at: number; readonly value: Desk }; readonly books: Map<number, store.Info> } = { books: new Map() };

/**
 * What this container has read stays good for half a minute; no book takes effect sooner than two minutes after it was
 * published. The exchange rates come with the shelf in the same request.
 */
async function trustedDesk(): Promise<Desk> {
  const at = Request.use().now.getTime();
  if (held.desk && Math.abs(at - held.desk.at) < TRUST_SECONDS * 1000) return held.desk.value;
  const rows = await store.desk();
  const value = { shelf: store.shelfIn(rows), rates: Exchange.ratesIn(rows) };
  held.desk = { at, value };
  return value;
}

/** A published book never changes, so it is read once for a container. */
async function publishedBook(bookVersion: number): Promise<store.Info> {
  const known = held.books.get(bookVersion) ?? (await store.find(bookVersion));
  if (!known || known.status !== "published") throw new Error(`The price book ${bookVersion} is on the shelf and not there`);
  held.books.set(bookVersion, known);
  return known;
}

async function current(): Promise<Desk & { readonly entry: Scheduled; readonly info: store.Info }> {
  const { shelf, rates } = await trustedDesk();
  const entry = inForceOf(shelf.entries, nowIso());
  if (!entry) throw new Error("No price book is in force");
  return { entry, shelf, rates, info: await publishedBook(entry.bookVersion) };
}

/** The book that prices a quote made now and the rates it is shown by. No request while the container knows them, else one or two. */
export async function deskNow(): Promise<{ readonly book: PriceBook; readonly rates: readonly Rate[] }> {
  const { info, rates } = await current();
  return { book: info.book, rates };
}

/** The book that prices a quote made now. */
export const bookNow = async (): Promise<PriceBook> => (await deskNow()).book;

/** A published book of any version with its costs, for replay and for admins; undefined when there is none. */
export async function published(bookVersion: number): Promise<Pick<store.Info, "book" | "costs"> | undefined> {
  const known = held.books.get(bookVersion) ?? (await store.find(bookVersion));
  if (known?.status !== "published") return undefined;
  held.books.set(bookVersion, known);
  return known;
}

/** The book in force, for browsers. */
export const inForce = action(
  { name: "price_book.in_force", effect: "read", input: z.strictObject({}), load: nothing, policy: policy.inForce },
  async (): Promise<BookInForce> => {
    const { entry, shelf, info } = await current();
    const next = nextOf(shelf.entries, nowIso());
    return { book: info.book, effectiveFrom: entry.effectiveFrom, ...(next ? { nextFrom: next.effectiveFrom } : {}) };
  },
);

/** Every book there is, newest version first. */
export const list = action(
  { name: "price_book.list", effect: "sensitive-read", input: z.strictObject({}), load: () => store.shelf(), policy: policy.list },
  async ({ record }): Promise<{ items: BookCard[] }> => {
    const inForceVersion = inForceOf(record.entries, nowIso())?.bookVersion;
    const entries = [...seedEntries, ...record.entries].toReversed();
    return { items: entries.map((entry) => ({ ...entry, isInForce: entry.bookVersion === inForceVersion })) };
  },
);

const ByVersion = z.strictObject({ bookVersion: z.int().min(1).max(1_000_000) });
const load = ({ bookVersion }: { readonly bookVersion: number }) => store.find(bookVersion);

/** One book with what making costs and who did what to it. */
export const get = action(
  { name: "price_book.get", effect: "sensitive-read", input: ByVersion, load, policy: policy.manage },
  async ({ record }): Promise<BookView> => {
    const { createdAt: _createdAt, changedAt: _changedAt, ...shown } = record;
    const log = await logOf(subjectOf(record.bookVersion));
    return { ...shown, history: log.map(({ type, at, actor }) => ({ type, at, actorId: actorIdOf(actor) })) };
  },
);

const actorIdOf = (actor: unknown): string => z.object({ id: z.string() }).safeParse(actor).data?.id ?? "unknown";

const changed = () => conflict("price_book.changed", "This book or the list of books changed meanwhile; read it again");

const Drafting = z.strictObject({ basedOn: z.int().min(1), name: z.string().trim().min(3).max(80) });

async function loadDrafting({ basedOn }: z.output<typeof Drafting>) {
  const [base, shelf] = await Promise.all([store.find(basedOn), store.shelf()]);
  return base && { base, shelf };
}

/** A new draft that says what another book says. */
export const draft = action(
  { name: "price_book.draft", effect: "command", input: Drafting, load: loadDrafting, policy: policy.manage },
  async ({ input: { basedOn, name }, record: { base, shelf } }) => {
    if (shelf.entries.length >= MAX_BOOKS) throw conflict("price_book.full", "There is no room for another book");
    const bookVersion = FIRST_OWN_VERSION + shelf.entries.length;
    const at = nowIso();
    const fresh = { bookVersion, name, basedOn, book: { ...base.book, version: bookVersion }, costs: base.costs, createdAt: at, changedAt: at };
    return commit({
      about: subjectOf(bookVersion),
      writes: [store.shelfWrite(shelf, [...shelf.entries, { bookVersion, name, status: "draft" }]), store.bookWrite(fresh)],
      events: [Drafted({ bookVersion, basedOn })],
      reply: { bookVersion },
      refused: changed,
    });
  },
);

const Editing = ByVersion.extend({ version: z.int().min(1), book: PriceBook, costs: BookCosts });

const mustBeDraft = ({ status, version }: store.Info, given: number): void => {
  if (status !== "draft") throw conflict("price_book.not_a_draft", "A published book never changes; make a draft of it", { status });
  if (version !== given) throw changed();
};

/** Replaces what a draft says; a published book never changes. */
export const edit = action(
  { name: "price_book.edit", effect: "command", input: Editing, load, policy: policy.manage },
  async ({ input: { bookVersion, version, book, costs }, record }) => {
    mustBeDraft(record, version);
    if (book.version !== bookVersion) throw invalid("price_book.version", "The book names another version than its address");
    return commit({
      about: subjectOf(bookVersion),
      writes: [store.draftWrite(record, { book, costs }, nowIso())],
      changed: differencesOf({ ...record.book, costs: record.costs }, { ...book, costs }),
      events: [Edited({ bookVersion, version: version + 1 })],
      reply: { bookVersion, version: version + 1 },
      refused: changed,
    });
  },
);

const Publishing = ByVersion.extend({ version: z.int().min(1), effectiveFrom: z.iso.datetime({ precision: 3 }) });

async function loadWithShelf({ bookVersion }: { readonly bookVersion: number }) {
  const [info, shelf] = await Promise.all([store.find(bookVersion), store.shelf()]);
  return info && { info, shelf };
}

function assertPublishable({ info, shelf }: { readonly info: store.Info; readonly shelf: store.Shelf }, effectiveFrom: string, now: Date): void {
  if (effectiveFrom < earliestOf(now))
    throw invalid("price_book.too_soon", "A book takes effect two minutes after it was published at the earliest", { earliest: earliestOf(now) });
  if ([...seedEntries, ...shelf.entries].some((entry) => entry.status === "published" && entry.effectiveFrom === effectiveFrom))
    throw conflict("price_book.same_instant", "Another book takes effect at that very instant");
  const samples = belowFloor(info.book, info.costs);
  if (samples.length > 0) throw conflict("price_book.below_floor", "This book prices samples below what they cost", { samples });
}

/** Makes a draft the book of every quote from an instant on; old quotes keep the version they were priced with. */
export const publish = action(
  { name: "price_book.publish", effect: "command", input: Publishing, load: loadWithShelf, policy: policy.manage },
  async ({ input: { bookVersion, version, effectiveFrom }, record, now }) => {
    mustBeDraft(record.info, version);
    assertPublishable(record, effectiveFrom, now);
    return settle(record, { status: "published", effectiveFrom }, Published({ bookVersion, effectiveFrom }));
  },
);

const Discarding = ByVersion.extend({ version: z.int().min(1) });

/** Puts a draft away; its number is not used again. */
export const discard = action(
  { name: "price_book.discard", effect: "command", input: Discarding, load: loadWithShelf, policy: policy.manage },
  async ({ input: { bookVersion, version }, record }) => {
    mustBeDraft(record.info, version);
    return settle(record, { status: "discarded" }, Discarded({ bookVersion }));
  },
);

type Loaded = { readonly info: store.Info; readonly shelf: store.Shelf };
type Settled = { readonly status: "published" | "discarded"; readonly effectiveFrom?: string };

/** The book and its entry on the shelf change together. */
async function settle({ info, shelf }: Loaded, after: Settled, event: ReturnType<typeof Published | typeof Discarded>) {
  const { bookVersion } = info;
  const entries = shelf.entries.map((entry) => (entry.bookVersion === bookVersion ? { ...entry, ...after } : entry));
  const reply = await commit({
    about: subjectOf(bookVersion),
    writes: [store.shelfWrite(shelf, entries), store.draftWrite(info, after, nowIso())],
    changed: { before: { status: info.status }, after },
    events: [event],
    reply: { bookVersion, ...after },
    refused: changed,
  });
  delete held.desk;
  return reply;
}
