import MiniSearch from "minisearch";
import { Entry, FacetName } from "../../search/model.ts";
import type { FoundListings, Place, Wanted } from "../../ports/product-search.ts";
import type { ProductPage } from "../../product/view.ts";
import { unitPrice, valuesOf } from "../../search/rules.ts";
import { termsAsked, termsHeld } from "../../search/words.ts";
import { lexicon, tally, type Lexicon, type Values } from "./tally.ts";

/** A listing as a container holds it: its line of the snapshot, and the few figures that every question looks at. */
type Held = {
  readonly productId: string;
  readonly slug: string;
  readonly line: string;
  readonly values: Values;
  readonly price: ProductPage["price"];
  readonly breaks: ProductPage["breaks"];
  readonly moq: number;
  readonly leadDays: number;
  /** Hundredths of a point, 0 for a listing that nobody has rated. */
  readonly rating: number;
  readonly listedAt: number;
  readonly featuredUntil: string;
};

type Text = MiniSearch<Entry>;

const fields = {
  title: ({ page }: Entry) => page.title,
  category: ({ page }: Entry) => `${page.category} ${page.subcategory ?? ""} ${page.family}`,
  cloth: ({ page }: Entry) => `${page.fabric} ${page.composition ?? ""} ${page.gsm === undefined ? "" : `${page.gsm}gsm`}`,
  keywords: ({ page }: Entry) => [...(page.keywords ?? []), ...(page.features ?? [])].join(" "),
  colours: ({ page }: Entry) => page.colours.join(" "),
  supplier: ({ page }: Entry) => page.supplierName,
  certificates: ({ certificates }: Entry) => certificates.map(({ name }) => name).join(" "),
  description: ({ page }: Entry) => page.description,
} as const;

const boost = { title: 6, category: 4, cloth: 3, keywords: 2, colours: 2, certificates: 2, supplier: 1.5, description: 1 };

const textIndex = (): Text =>
  new MiniSearch<Entry>({
    fields: Object.keys(fields),
    idField: "productId",
    extractField: (entry, name) =>
      name === "productId" ? entry.page.productId : (Object.entries(fields).find(([field]) => field === name)?.[1](entry) ?? ""),
    tokenize: termsHeld,
    processTerm: (term) => term,
    searchOptions: { tokenize: termsAsked, processTerm: (term) => term, boost, prefix: true, weights: { fuzzy: 0.4, prefix: 0.4 } },
  });

/** Letters that may be wrong in a word nobody has written: none in short ones, where every word is near another. */
const slips = (term: string): number => (term.length < 4 ? 0 : term.length < 6 ? 1 : 2);

/**
 * The listings that have every word, by how well they fit. Only words that no listing has are read as misspelt, so that a right word
 * never brings what is merely spelt alike; and when no listing has them all, those that have the most come.
 */
function matches(text: Text, q: string): ReadonlyMap<string, number> | undefined {
  const terms = termsAsked(q);
  if (terms.length === 0) return undefined;
  const query = terms.join(" ");
  const same = { tokenize: (asked: string) => asked.split(" ") };
  const exact = text.search(query, { ...same, combineWith: "AND" });
  const known = new Map(terms.map((term) => [term, exact.length > 0 || text.search(term, same).length > 0]));
  const fuzzy = (term: string) => (known.get(term) ? false : slips(term) || false);
  const all = exact.length > 0 ? exact : text.search(query, { ...same, fuzzy, combineWith: "AND" });
  const found = all.length > 0 ? all : text.search(query, { ...same, fuzzy, combineWith: "OR" });
  // Rounded: containers that came to the same index by other ways differ in the last digits, and a cursor must mean one place in all.
  return new Map(found.map(({ id, score }) => [String(id), Math.round(score * 1e6) / 1e6]));
}

const isSmallEnough = (held: Held, { moq = Infinity, quantity = Infinity }: Wanted): boolean => held.moq <= Math.min(moq, quantity);

const isAffordable = (price: number, { minPrice = 0, maxPrice = Infinity }: Wanted): boolean => price >= minPrice && price <= maxPrice;

const isListedIn = ({ listedAt }: Held, listed: Wanted["listed"]): boolean =>
  !listed || (listedAt > Date.parse(listed.after) && listedAt <= Date.parse(listed.until));

const isInRanges = (held: Held, price: number, wanted: Wanted): boolean =>
  isSmallEnough(held, wanted) &&
  held.leadDays <= (wanted.leadDays ?? Infinity) &&
  held.rating >= (wanted.rating ?? 0) * 100 &&
  isAffordable(price, wanted) &&
  isListedIn(held, wanted.listed) &&
  held.featuredUntil >= (wanted.featuredOn ?? "");

function keyOf(held: Held, score: number | undefined, { price, sort }: { readonly price: number; readonly sort: Wanted["sort"] }): number {
  if (sort === "price") return price;
  if (sort === "price-desc") return -price;
  if (sort === "lead") return held.leadDays;
  if (sort === "rating") return -held.rating;
  return sort === "relevance" && score !== undefined ? -score : -held.listedAt;
}

const isBefore = (a: Place, b: Place): boolean => a.key < b.key || (a.key === b.key && a.productId < b.productId);

type Placed = Place & { readonly held: Held };

/** The first so many after a place, without putting everything else in order. */
function firstOf(limit: number, after: Place | undefined) {
  const kept: Placed[] = [];
  let isMore = false;
  return {
    take: (one: Placed) => {
      if (after && !isBefore(after, one)) return;
      const last = kept.at(-1);
      if (kept.length === limit && last && !isBefore(one, last)) return void (isMore = true);
      let at = kept.length;
      for (let before = kept[at - 1]; before && isBefore(one, before); before = kept[at - 1]) at -= 1;
      kept.splice(at, 0, one);
      if (kept.length > limit) {
        kept.pop();
        isMore = true;
      }
    },
    kept: (): readonly Placed[] => kept,
    isMore: () => isMore,
  };
}

const entryOf = (line: string): Entry => Entry.parse(JSON.parse(line));

function heldOf(entry: Entry, line: string, { words, today }: { readonly words: Lexicon; readonly today: string }): Held {
  const { productId, slug, price, breaks, moq, leadDays, rating } = entry.page;
  const values = FacetName.options.map((facet) => valuesOf(facet, entry, today).map((named) => words.number(facet, named)));
  return {
    productId,
    slug,
    line,
    values,
    price,
    breaks,
    moq,
    leadDays,
    rating: rating?.hundredths ?? 0,
    listedAt: Date.parse(entry.listedAt),
    featuredUntil: entry.featuredUntil ?? "",
  };
}

/** What was kept as it is shown, and where the next page begins. */
function pageOf(first: ReturnType<typeof firstOf>): Pick<FoundListings, "pages" | "next"> {
  const kept = first.kept();
  const last = first.isMore() ? kept.at(-1) : undefined;
  return {
    pages: kept.map(({ held }) => entryOf(held.line).page),
    ...(last ? { next: { key: last.key, productId: last.productId } } : {}),
  };
}

/** The catalogue in memory: text by MiniSearch, everything else by a walk over a few numbers a listing. */
export type Engine = {
  /** Holds exactly these listings, one line of JSON each; only what changed is worked on, unless the day has. */
  readonly sync: (lines: readonly string[], today: string) => void;
  readonly find: (wanted: Wanted) => FoundListings;
  readonly get: (slug: string) => ProductPage | undefined;
  readonly some: (productIds: readonly string[]) => ProductPage[];
};

export function engine(): Engine {
  const text = textIndex();
  const words = lexicon();
  let all = new Map<string, Held>();
  let bySlug = new Map<string, Held>();
  let byLine = new Map<string, Held>();
  let day = "";

  const renewed = (line: string, today: string): Held => {
    const before = byLine.get(line);
    if (before && day === today) return before;
    const entry = entryOf(line);
    if (!before) {
      const changed = all.get(entry.page.productId);
      if (changed) text.remove(entryOf(changed.line));
      text.add(entry);
    }
    return heldOf(entry, line, { words, today });
  };

  return {
    sync: (lines, today) => {
      const next = lines.map((line) => renewed(line, today));
      const fresh = new Map(next.map((held) => [held.productId, held]));
      for (const [productId, held] of all) if (!fresh.has(productId)) text.remove(entryOf(held.line));
      all = fresh;
      bySlug = new Map(next.map((held) => [held.slug, held]));
      byLine = new Map(next.map((held) => [held.line, held]));
      day = today;
    },
    find: (wanted) => {
      const scores = wanted.q ? matches(text, wanted.q) : undefined;
      const counted = tally(words, wanted.chosen);
      const first = firstOf(wanted.limit, wanted.after);
      let total = 0;
      const look = (held: Held, score?: number) => {
        const price = unitPrice(held, wanted.quantity).amount;
        if (!isInRanges(held, price, wanted) || !counted.take(held.values)) return;
        total += 1;
        first.take({ held, productId: held.productId, key: keyOf(held, score, { price, sort: wanted.sort }) });
      };
      if (!scores) for (const held of all.values()) look(held);
      else
        for (const [productId, score] of scores) {
          const held = all.get(productId);
          if (held) look(held, score);
        }
      return { ...pageOf(first), total, facets: counted.facets() };
    },
    get: (slug) => {
      const held = bySlug.get(slug);
      return held && entryOf(held.line).page;
    },
    some: (productIds) =>
      [...new Set(productIds)].flatMap((productId) => {
        const held = all.get(productId);
        return held ? [entryOf(held.line).page] : [];
      }),
  };
}
