import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatedCatalogue } from "../../../../test/support/catalogue.ts";
import { engine } from "../adapters/minisearch/engine.ts";
import type { Wanted } from "../ports/product-search.ts";
import { priceAt } from "../product/rules.ts";
import { runs } from "../testing.ts";
import { type Entry, FacetName, Sort } from "./model.ts";
import { keyOf, valuesOf } from "./rules.ts";

const TODAY = "2026-06-01";
const catalogue = generatedCatalogue(10_000);
const held = engine();
held.sync(
  catalogue.map((entry) => JSON.stringify(entry)),
  TODAY,
);

const keysOf = new Map(
  catalogue.map((entry) => [entry, new Map(FacetName.options.map((facet) => [facet, valuesOf(facet, entry, TODAY).map(({ value }) => value)]))]),
);
const keysIn = (facet: FacetName, entry: Entry): readonly string[] => keysOf.get(entry)?.get(facet) ?? [];
const has = (entry: Entry, facet: FacetName, keys: readonly string[]) => keysIn(facet, entry).some((value) => keys.includes(value));

const fitsRanges = ({ page }: Entry, { quantity, minPrice, maxPrice, moq, leadDays, rating }: Wanted): boolean => {
  const { amount } = quantity === undefined ? page.price : priceAt(page.price, page.breaks, quantity);
  if (quantity !== undefined && page.moq > quantity) return false;
  if (moq !== undefined && page.moq > moq) return false;
  if (leadDays !== undefined && page.leadDays > leadDays) return false;
  if (rating !== undefined && (page.rating?.hundredths ?? 0) < rating * 100) return false;
  return amount >= (minPrice ?? 0) && amount <= (maxPrice ?? Number.MAX_SAFE_INTEGER);
};

const fits = (entry: Entry, wanted: Wanted, but?: FacetName): boolean =>
  fitsRanges(entry, wanted) &&
  FacetName.options.every((facet) => facet === but || !wanted.chosen[facet]?.length || has(entry, facet, wanted.chosen[facet]));

/** Counts by asking every listing again for every value. */
const byHand = (wanted: Wanted): Readonly<Record<string, Readonly<Record<string, number>>>> =>
  Object.fromEntries(
    FacetName.options.map((facet) => {
      const counts: Record<string, number> = {};
      for (const entry of catalogue)
        if (fits(entry, wanted, facet)) for (const value of keysIn(facet, entry)) counts[value] = (counts[value] ?? 0) + 1;
      return [facet, counts];
    }),
  );

const known = Object.fromEntries(FacetName.options.map((facet) => [facet, [...new Set(catalogue.flatMap((entry) => keysIn(facet, entry)))]]));
const someOf = (facet: FacetName) => fc.uniqueArray(fc.constantFrom(...(known[facet] ?? [""])), { minLength: 1, maxLength: 4 });
/** At most three facets have a choice: with more, nothing is left to count. */
const chosen = fc
  .subarray(FacetName.options, { maxLength: 3 })
  .chain((facets) => fc.record(Object.fromEntries(facets.map((facet) => [facet, someOf(facet)]))));
const maybe = (min: number, max: number) => fc.option(fc.integer({ min, max }), { nil: undefined, freq: 1 });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  chosen,
  quantity: maybe(20, 5_000),
  minPrice: maybe(0, 2_000),
  maxPrice: maybe(1_000, 5_500),
  moq: maybe(25, 500),
  leadDays: maybe(7, 90),
  rating: maybe(1, 5),
  sort: fc.constantFrom(...Sort.options),
  limit: fc.constant(20),
});

describe("on 10,000 listings", () => {
  test("every count of every facet equals a count by hand, whatever else is chosen", { timeout: 120_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(wanted, (asked) => {
        const { facets, total } = held.find(asked);
        const expected = byHand(asked);
        expect(total).toBe(catalogue.filter((entry) => fits(entry, asked)).length);
        for (const facet of FacetName.options) {
          const told = Object.fromEntries((facets[facet] ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));
          expect(told, facet).toEqual(expected[facet]);
          compared += Object.keys(told).length;
        }
      }),
      runs(40),
    );
    console.log(`${compared} counts were compared`);
  });

  test("a count is how many there are once the value is chosen in place of its facet's other choices", () => {
    const asked = { chosen: { category: ["hoodies"], colour: ["navy", "red"] }, sort: "newest", limit: 1 } as const;

    for (const { value, count } of held.find(asked).facets.colour ?? [])
      expect(held.find({ ...asked, chosen: { ...asked.chosen, colour: [value] } }).total, value).toBe(count);
  });

  test("pages put together are the whole result, in order, and nothing twice", { timeout: 60_000 }, () => {
    for (const sort of Sort.options)
      for (const q of [undefined, "merino"]) {
        const ask = (limit: number, after?: Wanted["after"]) => held.find({ q, chosen: { size: ["m"] }, sort, limit, after });
        const whole = ask(10_000).pages.map(({ productId }) => productId);
        const together: string[] = [];
        for (let page = ask(211); ; page = ask(211, page.next)) {
          together.push(...page.pages.map(({ productId }) => productId));
          if (!page.next) break;
        }
        expect(together, `${sort} ${q ?? ""}`).toEqual(whole);
        expect(new Set(whole).size).toBe(ask(1).total);
      }
  });

  test("are sorted by the price of the quantity that is asked for", () => {
    const prices = held
      .find({ chosen: {}, sort: "price", quantity: 900, limit: 500 })
      .pages.map(({ price, breaks }) => priceAt(price, breaks, 900).amount);

    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });
});

test("a value that is chosen and that nobody has is told with none, so that it can be taken off again", () => {
  const { facets, total } = held.find({ chosen: { supplier: ["gone-mill"] }, sort: "relevance", limit: 5 });

  expect(total).toBe(0);
  expect(facets.supplier).toContainEqual({ value: "gone-mill", label: "gone-mill", count: 0 });
});

test("a catalogue that changed in place answers as one that was read afresh", () => {
  const lines = generatedCatalogue(400, 3).map((entry) => JSON.stringify(entry));
  const others = generatedCatalogue(400, 4).map((entry) => JSON.stringify(entry));
  const changed = [...lines.slice(100, 300), ...others.slice(300), ...others.slice(0, 50)];
  const grown = engine();
  grown.sync(lines, TODAY);
  grown.sync(changed, TODAY);
  const fresh = engine();
  fresh.sync(changed, TODAY);

  for (const q of [undefined, "boxy cotton", "hodie", "zipped linen"])
    expect(grown.find({ q, chosen: { size: ["m"] }, sort: "relevance", limit: 50 })).toEqual(
      fresh.find({ q, chosen: { size: ["m"] }, sort: "relevance", limit: 50 }),
    );
});

test("a certificate counts up to its last day", () => {
  const [first] = generatedCatalogue(1);
  if (!first) throw new Error("nothing was generated");
  const line = JSON.stringify({ ...first, certificates: [{ name: "GOTS", expiresOn: "2026-06-01" }] });
  const one = engine();
  const certificates = () => one.find({ chosen: {}, sort: "relevance", limit: 1 }).facets.certificate;

  one.sync([line], "2026-06-01");
  expect(certificates()).toEqual([{ value: "gots", label: "GOTS", count: 1 }]);
  one.sync([line], "2026-06-02");
  expect(certificates()).toEqual([]);
});

test.each([
  ["Off-White", "off-white"],
  [" Polo shirts, men's ", "polo-shirts-men-s"],
  ["Piqué", "pique"],
])("the key of “%s” is %s", (text, key) => {
  expect(keyOf(text)).toBe(key);
});
