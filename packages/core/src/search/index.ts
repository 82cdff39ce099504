import MiniSearch from "minisearch";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { Family } from "../garment/model.ts";
import { PageQuery } from "../kernel/page.ts";
import * as Product from "../product/index.ts";
import { Listing } from "../product/model.ts";
import * as policy from "./policy.ts";
import { pictureView } from "../product/picture.ts";
import { finalPrice } from "../product/rules.ts";
import { type Facets, type ProductCard, ProductPage } from "../product/view.ts";
import { Blob } from "../ports/blob.ts";
import { clock } from "../ports/clock.ts";

const SNAPSHOT = "search/products.json";

/** How old the index in a warm container may be: a change shows within five seconds of its event. */
const STALE_MS = 2_000;

/** Pages of the status queue an index is built from. */
const PAGE = 50;

/** A public page made of an approved listing, or undefined for one that lost a field. */
function pageOf(product: Product.Info): ProductPage | undefined {
  const listing = Listing.safeParse(product.draft);
  if (!listing.success || !product.slug) return undefined;
  const { price, breaks, shipsFrom: _shipsFrom, variants: _variants, composition, gsm, ...shown } = listing.data;
  return {
    ...shown,
    productId: product.productId,
    slug: product.slug,
    supplierName: product.supplierName,
    price: finalPrice(price),
    breaks: breaks.map((one) => ({ from: one.from, price: finalPrice(one.price) })),
    ...(composition ? { composition } : {}),
    ...(gsm ? { gsm } : {}),
    pictures: product.pictures.map(pictureView),
  };
}

/** Rebuilds the index from the table, which is the only truth, and keeps it where every container finds it. */
export async function rebuild(): Promise<number> {
  const pages: ProductPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await Product.listByStatus("approved", { limit: PAGE, ...(cursor ? { cursor } : {}) });
    pages.push(...page.items.flatMap((product) => pageOf(product) ?? []));
    cursor = page.nextCursor;
  } while (cursor);
  await Blob.use().put({ key: SNAPSHOT, type: "application/json", bytes: new TextEncoder().encode(JSON.stringify(pages)) });
  return pages.length;
}

type Index = {
  readonly pages: readonly ProductPage[];
  readonly bySlug: ReadonlyMap<string, ProductPage>;
  readonly text: MiniSearch<ProductPage>;
  readonly at: number;
};

function indexOf(pages: readonly ProductPage[]): Index {
  const text = new MiniSearch<ProductPage>({
    idField: "productId",
    fields: ["title", "category", "fabric", "description", "family", "supplierName"],
    searchOptions: { boost: { title: 4, category: 2, fabric: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
  });
  text.addAll(pages);
  return { pages, bySlug: new Map(pages.map((page) => [page.slug, page])), text, at: clock.now().getTime() };
}

let held: Index | undefined;

/** The index of this container, read again when it is older than two seconds. */
async function current(): Promise<Index> {
  if (held && clock.now().getTime() - held.at < STALE_MS) return held;
  const bytes = await Blob.use().get(SNAPSHOT);
  held = indexOf(bytes ? z.array(ProductPage).parse(JSON.parse(new TextDecoder().decode(bytes))) : []);
  return held;
}

/** What people may ask the catalogue. */
export const Query = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  family: Family.optional(),
  category: z.string().trim().max(60).optional(),
  moq: z.coerce.number().int().min(1).max(100_000).optional(),
  leadDays: z.coerce.number().int().min(1).max(365).optional(),
  sort: z.enum(["relevance", "price", "price-desc", "lead"]).default("relevance"),
});
type Query = z.output<typeof Query>;

type Wish = (page: ProductPage, query: Query) => boolean;
const wishes: Readonly<Record<"family" | "category" | "moq" | "leadDays", Wish>> = {
  family: (page, { family }) => !family || page.family === family,
  category: (page, { category }) => !category || page.category === category,
  moq: (page, { moq }) => !moq || page.moq <= moq,
  leadDays: (page, { leadDays }) => !leadDays || page.leadDays <= leadDays,
};

const passes = (page: ProductPage, query: Query, except?: string): boolean =>
  Object.entries(wishes).every(([name, wish]) => name === except || wish(page, query));

const orders: Readonly<Record<Query["sort"], ((a: ProductPage, b: ProductPage) => number) | undefined>> = {
  relevance: undefined,
  price: (a, b) => a.price.amount - b.price.amount,
  "price-desc": (a, b) => b.price.amount - a.price.amount,
  lead: (a, b) => a.leadDays - b.leadDays,
};

function found({ pages, text }: Index, q: string | undefined): readonly ProductPage[] {
  if (!q) return pages;
  const byId = new Map(pages.map((page) => [page.productId, page]));
  return text.search(q).flatMap(({ id }) => byId.get(String(id)) ?? []);
}

/** How many of the found listings have each value, counted without the filter on that same facet, so that a count is what choosing it gives. */
function count(hits: readonly ProductPage[], query: Query, facet: "family" | "category"): Facets[string] {
  const counts = new Map<string, number>();
  for (const page of hits) if (passes(page, query, facet)) counts.set(page[facet], (counts.get(page[facet]) ?? 0) + 1);
  return [...counts].map(([value, number]) => ({ value, count: number })).toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

const cardOf = ({
  pictures,
  description: _d,
  composition: _c,
  gsm: _g,
  sizes: _s,
  breaks: _b,
  supplierCountry: _sc,
  ...card
}: ProductPage): ProductCard => {
  const [picture] = pictures;
  return { ...card, ...(picture ? { picture } : {}) };
};

/** Those of these listings that are in the catalogue now, as it shows them, by their id; nothing is asked of the table. */
export async function cards(productIds: readonly string[]): Promise<ReadonlyMap<string, ProductCard>> {
  const wanted = new Set(productIds);
  const { pages } = await current();
  return new Map(pages.filter(({ productId }) => wanted.has(productId)).map((page) => [page.productId, cardOf(page)]));
}

const nothing = async () => ({});

/** Approved listings by text, facets and ranges, with true counts; a cursor is the place in the sorted result. */
export const products = action({ name: "search.products", effect: "read", input: Query, load: nothing, policy: policy.browse }, async ({ input }) => {
  const index = await current();
  const hits = found(index, input.q);
  const filtered = hits.filter((page) => passes(page, input));
  const order = orders[input.sort];
  const sorted = order ? filtered.toSorted(order) : filtered;
  const start = Number(input.cursor ?? 0) || 0;
  const items = sorted.slice(start, start + input.limit).map(cardOf);
  const next = start + input.limit;
  return {
    items,
    total: sorted.length,
    facets: { family: count(hits, input, "family"), category: count(hits, input, "category") },
    ...(next < sorted.length ? { nextCursor: String(next) } : {}),
  };
});

const BySlug = z.strictObject({ slug: z.string().max(120) });
const loadPage = async ({ slug }: z.output<typeof BySlug>) => (await current()).bySlug.get(slug);

/** One listing's public page. */
export const product = action(
  { name: "search.product", effect: "read", input: BySlug, load: loadPage, policy: policy.browse },
  async ({ record }) => record,
);
