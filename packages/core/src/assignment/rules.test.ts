import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usd } from "../kernel/money.ts";
import { runs } from "../testing.ts";
import { type Candidate, type Demand, type Factor, hardFilters, margin, rank, weights } from "./rules.ts";

const good: Candidate = {
  supplierId: "org_a",
  name: "Alpha",
  isVerified: true,
  families: ["knitwear"],
  techniques: ["embroidery"],
  moq: 50,
  leadDays: 15,
  weeklyCapacity: 600,
  weeklyBooked: 100,
  onTimeBps: 9_000,
  qualityBps: 9_000,
};
const demand: Demand = { family: "knitwear", techniques: ["embroidery", "patch"], quantity: 500, promisedDays: 30, excluded: [] };

test("the weights make up the whole score", () => {
  expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBe(10_000);
});

describe("a supplier is never offered the order when it", () => {
  test.each([
    ["is not verified", { isVerified: false }, {}, "Not verified"],
    ["has declined it", {}, { excluded: ["org_a"] }, "Has declined this order"],
    ["does not make the family", { families: ["uniforms"] }, {}, "Does not make knitwear"],
    ["starts at more pieces", { moq: 501 }, {}, "Starts at 501 pieces, the order has 500"],
    ["needs more days than were promised", { leadDays: 31 }, {}, "Needs 31 working days, 30 were promised"],
    ["has no room", { weeklyBooked: 600 }, {}, "Has room for 0 pieces until the promised day"],
  ] as const)("%s", (_name, candidate, wish, reason) => {
    expect(hardFilters({ ...good, ...candidate }, { ...demand, ...wish })).toEqual([reason]);
    expect(rank([{ ...good, ...candidate }], { ...demand, ...wish })[0]?.blocked).toEqual([reason]);
  });
});

test("its own terms of the family that is asked for go before those of the whole house", () => {
  const casual = { ...good, familyTerms: { knitwear: { moq: 600 }, casualwear: { moq: 10, leadDays: 99 } } };

  expect(hardFilters(casual, demand)).toEqual(["Starts at 600 pieces, the order has 500"]);
  expect(hardFilters({ ...good, moq: 900, leadDays: 99, familyTerms: { knitwear: { moq: 40, leadDays: 20 } } }, demand)).toEqual([]);
});

describe("the ranking", () => {
  test.each<[Factor, Partial<Candidate>, Partial<Candidate>]>([
    ["capability", { techniques: ["embroidery", "patch"] }, { techniques: [] }],
    ["capacity", { weeklyCapacity: 210, weeklyBooked: 35 }, { weeklyCapacity: 120, weeklyBooked: 20 }],
    ["lead", { leadDays: 10 }, { leadDays: 25 }],
    ["onTime", { onTimeBps: 9_900 }, { onTimeBps: 5_000 }],
    ["quality", { qualityBps: 9_900 }, { qualityBps: 5_000 }],
    ["load", { weeklyCapacity: 600, weeklyBooked: 0 }, { weeklyCapacity: 1_200, weeklyBooked: 600 }],
  ])("moves by %s alone, by exactly its weight", (factor, better, worse) => {
    const [first, second] = rank(
      [
        { ...good, ...worse, supplierId: "org_a" },
        { ...good, ...better, supplierId: "org_b" },
      ],
      { ...demand, quantity: 500 },
    );
    const score = (ranked: typeof first) => ranked?.reasons.find((reason) => reason.factor === factor)?.scoreBps ?? 0;

    expect(first?.supplierId).toBe("org_b");
    const moved = ((score(first) - score(second)) * weights[factor]) / 10_000;
    // Each score is rounded down once, so that the difference is the exact one to within a basis point.
    expect(Math.abs((first?.scoreBps ?? 0) - (second?.scoreBps ?? 0) - moved)).toBeLessThan(1);
  });

  test("puts those who can first, and orders equals by id", () => {
    const names = rank(
      [
        { ...good, supplierId: "org_c" },
        { ...good, supplierId: "org_b" },
        { ...good, supplierId: "org_a", isVerified: false },
      ],
      demand,
    );

    expect(names.map(({ supplierId }) => supplierId)).toEqual(["org_b", "org_c", "org_a"]);
  });

  test("survives a supplier without capacity and an order without techniques", () => {
    const [only] = rank([{ ...good, weeklyCapacity: 0, weeklyBooked: 0 }], { ...demand, techniques: [] });

    expect(only?.reasons.find(({ factor }) => factor === "capability")?.scoreBps).toBe(10_000);
    expect(only?.blocked).toHaveLength(1);
  });
});

test("margin is the buyer's price less the supplier's, in basis points of the buyer's", () => {
  expect(margin(usd(10_000), usd(7_000))).toEqual({ amount: 3_000, bps: 3_000 });
  expect(margin(usd(0), usd(0))).toEqual({ amount: 0, bps: 0 });
});

describe("whatever the suppliers and the order", () => {
  const bps = fc.integer({ min: 0, max: 10_000 });
  const candidate = fc.record({
    name: fc.constant("A factory"),
    isVerified: fc.boolean(),
    families: fc.subarray(["knitwear", "uniforms"]),
    techniques: fc.subarray(["embroidery", "patch", "screen-print"]),
    moq: fc.integer({ min: 1, max: 1_000 }),
    leadDays: fc.integer({ min: 1, max: 60 }),
    weeklyCapacity: fc.integer({ min: 0, max: 5_000 }),
    weeklyBooked: fc.integer({ min: 0, max: 5_000 }),
    onTimeBps: bps,
    qualityBps: bps,
  });
  const candidates = fc
    .array(candidate, { minLength: 1, maxLength: 12 })
    .map((all): Candidate[] => all.map((each, index) => ({ ...each, supplierId: `org_${index}` })));
  const wish: fc.Arbitrary<Demand> = fc.record({
    family: fc.constantFrom("knitwear", "uniforms"),
    techniques: fc.subarray(["embroidery", "patch", "screen-print"]),
    quantity: fc.integer({ min: 50, max: 5_000 }),
    promisedDays: fc.integer({ min: 1, max: 80 }),
    excluded: fc.subarray(["org_0", "org_1"]),
  });

  test("the ranking does not depend on the order they come in, and a blocked one never stands above one who can (1,000 cases)", () => {
    fc.assert(
      fc.property(candidates, wish, (all, order) => {
        const ranked = rank(all, order);

        expect(rank(all.toReversed(), order)).toEqual(ranked);
        const firstBlocked = ranked.findIndex(({ blocked }) => blocked.length > 0);
        expect(firstBlocked === -1 || ranked.slice(firstBlocked).every(({ blocked }) => blocked.length > 0)).toBe(true);
      }),
      runs(1_000),
    );
  });

  test("every score is the weighted sum of its reasons, between nothing and the whole (1,000 cases)", () => {
    fc.assert(
      fc.property(candidates, wish, (all, order) => {
        for (const { scoreBps, reasons } of rank(all, order)) {
          const weighted = reasons.reduce((total, { factor, scoreBps: score }) => total + weights[factor] * score, 0);
          expect(scoreBps).toBe(Math.floor(weighted / 10_000));
          expect(reasons.every(({ scoreBps: score }) => score >= 0 && score <= 10_000)).toBe(true);
        }
      }),
      runs(1_000),
    );
  });

  test("a better record never lowers a score (1,000 cases)", () => {
    fc.assert(
      fc.property(candidates, wish, bps, (all, order, more) => {
        const [one] = all;
        if (!one) return;
        const better = { ...one, onTimeBps: Math.min(10_000, one.onTimeBps + more), qualityBps: Math.min(10_000, one.qualityBps + more) };

        expect(rank([better], order)[0]?.scoreBps).toBeGreaterThanOrEqual(rank([one], order)[0]?.scoreBps ?? 0);
      }),
      runs(1_000),
    );
  });
});
