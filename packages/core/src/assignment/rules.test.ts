import { describe, expect, test } from "vitest";
import { usd } from "../kernel/money.ts";
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
