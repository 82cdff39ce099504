import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { invalid } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { sha256 } from "../ports/crypto.ts";
import { type Place, ProductSearch, type Wanted } from "../ports/product-search.ts";
import * as Order from "../order/index.ts";
import * as Product from "../product/index.ts";
import { listingIn } from "../product/model.ts";
import { pictureView } from "../product/picture.ts";
import { finalPrice } from "../product/rules.ts";
import type { ProductPage } from "../product/view.ts";
import { type Facts, factsOf } from "../supplier/profile.ts";
import { type ListingRating, ratingsOf } from "../rating/listing.ts";
import * as Stock from "../stock/index.ts";
import { standingOf } from "../stock/rules.ts";
import { commit } from "../table/commit.ts";
import { logOf } from "../table/outbox.ts";
import { type Entry, FacetName, Query } from "./model.ts";
import * as policy from "./policy.ts";
import { RebuildAsked } from "./renew.ts";
import { unitPrice } from "./rules.ts";
import type { FoundCard, FoundPage } from "./view.ts";

export { Query } from "./model.ts";
export { askRebuild, RebuildAsked, renewOutdated } from "./renew.ts";

/** The index holds so many listings as the table has them. */
export const Rebuilt = defineEvent("search.rebuilt", z.object({ listings: z.int() }));

/** Pages of the status queue an index is built from. */
const PAGE = 50;

/** A public page made of an approved listing, or undefined for one that lost a field. */
function pageOf(product: Product.Info): ProductPage | undefined {
  const listing = listingIn(product.draft);
  if (product.status !== "approved" || !listing.success || !product.slug) return undefined;
  const { price, breaks, shipsFrom, variants: _variants, composition, gsm, ...shown } = listing.data;
  return {
    ...shown,
    productId: product.productId,
    slug: product.slug,
    supplierName: product.supplierName,
    price: finalPrice(price, product.feeBps),
    breaks: breaks.map((one) => ({ from: one.from, price: finalPrice(one.price, product.feeBps) })),
    ...(composition ? { composition } : {}),
    ...(gsm ? { gsm } : {}),
    ...(shipsFrom ? { shipsFrom } : {}),
    ...(product.supplierCountry ? { supplierCountry: product.supplierCountry } : {}),
    pictures: product.pictures.map(pictureView),
  };
}

/** What is known of a listing beside itself. */
type Beside = { readonly facts: Facts; readonly rating: ListingRating | undefined; readonly stock: readonly Stock.Info[] };

function entryOf(product: Product.Info, { facts: { certificates, slug }, rating, stock }: Beside): Entry | undefined {
  const page = pageOf(product);
  const standing = page && standingOf(page, stock);
  return (
    page && {
      page: { ...page, ...(slug ? { supplierSlug: slug } : {}), ...(rating ? { rating } : {}), ...(standing ? { stock: standing } : {}) },
      listedAt: product.publishedAt ?? product.updatedAt,
      certificates: [...certificates],
      ...(product.featuredUntil ? { featuredUntil: product.featuredUntil } : {}),
    }
  );
}

/** Remembers what is known of each supplier, for the length of one reading. */
function factsOnce(): (orgId: string) => Promise<Facts> {
  const known = new Map<string, Promise<Facts>>();
  return async (orgId) => {
    const found = known.get(orgId) ?? factsOf(orgId);
    known.set(orgId, found);
    return found;
  };
}

/** Every approved listing; one whose revision waits stands in the queue for approval, though it is live. */
async function* live(): AsyncGenerator<Product.Info> {
  for (const lane of ["approved", "pending_approval"] as const) {
    let cursor: string | undefined;
    do {
      const page = await Product.listByStatus(lane, { limit: PAGE, ...(cursor ? { cursor } : {}) });
      yield* page.items.filter(({ status }) => status === "approved");
      cursor = page.nextCursor;
    } while (cursor);
  }
}

/** Makes the index anew from the table, which is the only truth, and says how many listings it holds; until it is done the one before answers. */
async function rebuild(): Promise<number> {
  const entries = new Map<string, Entry>();
  const factsFor = factsOnce();
  const waiting: Product.Info[] = [];
  const take = async (products: readonly Product.Info[]) => {
    const ids = products.map(({ productId }) => productId);
    const [ratings, stocks] = await Promise.all([ratingsOf(ids), Promise.all(ids.map((productId) => Stock.rowsOf(productId)))]);
    for (const [at, product] of products.entries()) {
      const entry = entryOf(product, { facts: await factsFor(product.orgId), rating: ratings[at], stock: stocks[at] ?? [] });
      if (entry) entries.set(product.productId, entry);
    }
  };
  for await (const product of live()) {
    waiting.push(product);
    if (waiting.length === PAGE) await take(waiting.splice(0));
  }
  await take(waiting);
  await ProductSearch.use().replace([...entries.values()]);
  return entries.size;
}

/** The listing that an event is about: itself, or the one whose pieces an order takes; none for an order that is made from a quote. */
async function listingOf(subjectId: string): Promise<string | undefined> {
  if (subjectId.startsWith("prd_")) return subjectId;
  return subjectId.startsWith("ord_") ? (await Order.find(subjectId))?.productId : undefined;
}

/** Brings one listing up to date in the index, as the table has it at this moment; the first ever makes the index. */
async function follow(subjectId: string): Promise<void> {
  const productId = await listingOf(subjectId);
  if (productId === undefined) return;
  const { product, rows: stock } = await Stock.withListing(productId);
  const [facts, [rating]] = await Promise.all([product ? factsOf(product.orgId) : undefined, ratingsOf(product ? [productId] : [])]);
  const entry = product && facts && entryOf(product, { facts, rating, stock });
  if (!(await ProductSearch.use().set(productId, entry))) await rebuild();
}

/** Events after which more than one listing may have changed. */
const sweeping: ReadonlySet<string> = new Set([RebuildAsked.type, "privacy.erased"]);

/** What the worker does about an event: events come in their order, so that an older reading never overwrites a newer. */
export const apply = action(
  { name: "search.apply", effect: "command", input: z.strictObject({ subjectId: z.string(), type: z.string() }), load: nothing, policy: policy.work },
  async ({ input: { subjectId, type } }) => {
    if (!sweeping.has(type)) {
      await follow(subjectId);
      return commit({ about: subjectId, writes: [], events: [], reply: null });
    }
    const listings = await rebuild();
    return commit({ about: subjectId, writes: [], events: type === RebuildAsked.type ? [Rebuilt({ listings })] : [], reply: null });
  },
);

/** How many listings the index held when it had been made anew for that; undefined while it is not. */
export async function rebuiltBy(jobId: string): Promise<number | undefined> {
  const done = (await logOf(jobId)).find(({ type }) => type === Rebuilt.type);
  return done && Rebuilt.schema.parse(done.data).listings;
}

const chosenIn = (query: Query): Wanted["chosen"] =>
  Object.fromEntries(FacetName.options.flatMap((facet) => (query[facet] ? [[facet, [...new Set(query[facet].split(","))]]] : [])));

/** What makes two questions one: everything but how many are wanted and from where on. */
function questionOf({ limit: _limit, cursor: _cursor, ...asked }: Query): string {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== "");
  return sha256(JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16);
}

const Cursor = z.tuple([z.string(), z.number(), z.string()]);

const cursorOf = (question: string, { key, productId }: Place): string =>
  Buffer.from(JSON.stringify([question, key, productId])).toString("base64url");

/** The place a cursor stands for; throws `search.cursor` for one that was made for another question, or never made. */
function placeIn(cursor: string, question: string): Place {
  const refuse = () => invalid("search.cursor", "This page belongs to another search; begin again without a cursor");
  const said = ((): unknown => {
    try {
      return JSON.parse(Buffer.from(cursor, "base64url").toString());
    } catch (error) {
      if (error instanceof SyntaxError) throw refuse();
      throw error;
    }
  })();
  const parsed = Cursor.safeParse(said);
  if (!parsed.success || parsed.data[0] !== question) throw refuse();
  return { key: parsed.data[1], productId: parsed.data[2] };
}

function cardOf(page: ProductPage, quantity: number | undefined): FoundCard {
  const { productId, slug, title, family, category, fabric, supplierName, price, moq, leadDays, colours, rating, stock } = page;
  const card = { productId, slug, title, family, category, fabric, supplierName, price, moq, leadDays, colours };
  const [picture] = page.pictures;
  return {
    ...card,
    ...(rating ? { rating } : {}),
    ...(stock ? { stock } : {}),
    ...(picture ? { picture } : {}),
    ...(quantity === undefined ? {} : { priceAt: unitPrice(page, quantity) }),
  };
}

/** Those of these listings that are in the catalogue now, as it shows them, by their id; nothing is asked of the table. */
export async function cards(productIds: readonly string[]): Promise<ReadonlyMap<string, FoundCard>> {
  const pages = await ProductSearch.use().some(productIds);
  return new Map(pages.map((page) => [page.productId, cardOf(page, undefined)]));
}

/**
 * Approved listings by text, facets and ranges, with true counts: the same answer for everybody who asks the same. A cursor is good for
 * the search it came from; throws `search.cursor` for any other.
 */
export const products = action(
  { name: "search.products", effect: "read", input: Query, load: nothing, policy: policy.browse },
  async ({ input, now }): Promise<FoundPage> => {
    const { q, quantity, minPrice, maxPrice, moq, leadDays, rating, featured, sort, limit, cursor } = input;
    const question = questionOf(input);
    const after = cursor === undefined ? undefined : placeIn(cursor, question);
    const ranges = { quantity, minPrice, maxPrice, moq, leadDays, rating, ...(featured ? { featuredOn: now.toISOString().slice(0, 10) } : {}) };
    const { pages, total, facets, next } = await ProductSearch.use().find({ q, chosen: chosenIn(input), ...ranges, sort, limit, after });
    return { items: pages.map((page) => cardOf(page, quantity)), total, facets, ...(next ? { nextCursor: cursorOf(question, next) } : {}) };
  },
);

/** What of a question's answer entered the catalogue in a window of time: how many, and the newest of them. */
export async function listedIn(
  question: Readonly<Record<string, string>>,
  listed: { readonly after: string; readonly until: string },
): Promise<{ readonly items: readonly FoundCard[]; readonly total: number }> {
  const query = Query.parse(question);
  const { q, quantity, minPrice, maxPrice, moq, leadDays, limit } = query;
  const wanted = { q, chosen: chosenIn(query), quantity, minPrice, maxPrice, moq, leadDays, listed, sort: "newest", limit } as const;
  const { pages, total } = await ProductSearch.use().find(wanted);
  return { items: pages.map((page) => cardOf(page, quantity)), total };
}

const BySlug = z.strictObject({ slug: z.string().max(120) });
const loadPage = ({ slug }: z.output<typeof BySlug>) => ProductSearch.use().get(slug);

/** One listing's public page. */
export const product = action(
  { name: "search.product", effect: "read", input: BySlug, load: loadPage, policy: policy.browse },
  async ({ record }) => record,
);
