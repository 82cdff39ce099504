import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Family } from "../garment/model.ts";
import { usd } from "../kernel/money.ts";
import { runs } from "../testing.ts";
import type { Limit, Subject, Sums } from "./model.ts";
import { breaches, counted, keyOf, limitsOf, mayApprove, spentIn, stateOf } from "./rules.ts";

const AT = "2026-11-27T10:00:00.000Z";
const limit = (max: number, change: Partial<Limit> = {}): Limit => ({
  who: { seat: "member" },
  window: "month",
  max: usd(max),
  families: [],
  ...change,
});
const order = (amount: number, family = "knitwear", at = AT) => ({ amount: usd(amount), family, at });
const alice = { userId: "alice", kind: "member" } as const;

describe("the limits of a person", () => {
  const forSeat = limit(100);
  const forAlice = limit(900, { who: { userId: "alice" } });

  test.each([
    ["are those of the seat", [forSeat], alice, [forSeat]],
    ["are those that name the person, in the place of the seat's", [forSeat, forAlice], alice, [forAlice]],
    ["are not those that name somebody else", [forSeat, forAlice], { userId: "bob", kind: "member" }, [forSeat]],
    ["are none for a seat that none speaks of", [forSeat, forAlice], { userId: "carol", kind: "owner" }, []],
  ] as const)("%s", (_name, limits, person, expected) => {
    expect(limitsOf(limits, person)).toEqual(expected);
  });
});

describe("a limit", () => {
  const sums: Sums = { "03": { knitwear: 300, casualwear: 50 }, "27": { knitwear: 20 } };

  test.each<[string, Limit, ReturnType<typeof order>, number | undefined]>([
    ["of one order counts that order alone", limit(100, { window: "order" }), order(100), undefined],
    ["of one order is passed by a cent", limit(100, { window: "order" }), order(101), 1],
    ["of a day counts that day", limit(100, { window: "day" }), order(81), 1],
    ["of a day does not count the days before", limit(100, { window: "day" }), order(80), undefined],
    ["of a month counts every day of it", limit(370, {}), order(1), 1],
    ["of a family counts only that family before", limit(100, { families: ["casualwear"] }), order(51, "casualwear"), 1],
    ["of a family does not hold for another one", limit(0, { families: ["casualwear"] }), order(1_000), undefined],
    ["of nothing lets nothing be ordered", limit(0), order(1), 371],
  ])("%s", (_name, one, purchase, over) => {
    expect(breaches([one], sums, purchase).map((breach) => breach.over.amount)).toEqual(over === undefined ? [] : [over]);
  });

  const families = fc.constantFrom(...Family.options);
  const orders = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 5_000 }), family: families, day: fc.integer({ min: 1, max: 28 }) }), {
    maxLength: 40,
  });

  test("is never passed by orders that pass no limit, whatever comes in whatever order (300 cases)", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 20_000 }), fc.constantFrom("day", "month"), (all, max, window) => {
        const one = limit(max, { window });
        let kept: Sums = {};
        for (const { amount, family, day } of all) {
          const purchase = order(amount, family, `2026-11-${String(day).padStart(2, "0")}T08:00:00.000Z`);
          if (breaches([one], kept, purchase).length === 0) kept = counted(kept, purchase);
        }
        const windows = window === "month" ? [AT] : Object.keys(kept).map((day) => `2026-11-${day}T08:00:00.000Z`);
        for (const at of windows) expect(spentIn(kept, one, at).amount).toBeLessThanOrEqual(max);
      }),
      runs(300),
    );
  });

  test("has as much room after an order was given up as before it was made (300 cases)", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 9_999 }), (all, amount) => {
        const before = all.reduce<Sums>((kept, one) => counted(kept, order(one.amount, one.family)), {});
        const after = counted(counted(before, order(amount)), order(-amount));

        expect(spentIn(after, limit(0), AT)).toEqual(spentIn(before, limit(0), AT));
      }),
      runs(300),
    );
  });
});

test.each([
  ["the owner approves what a member asked for", { userId: "o", kind: "owner" }, "alice", true],
  ["a named member approves what another asked for", { userId: "bob", kind: "member" }, "alice", true],
  ["a member that nobody named approves nothing", { userId: "dan", kind: "member" }, "alice", false],
  ["a named viewer approves nothing", { userId: "bob", kind: "viewer" }, "alice", false],
  ["nobody approves what they asked for themselves, named or not", { userId: "bob", kind: "member" }, "bob", false],
  ["an owner does not approve what the owner asked for", { userId: "o", kind: "owner" }, "o", false],
] as const)("%s", (_name, person, askedBy, expected) => {
  expect(mayApprove({ approvers: ["bob"] }, person, askedBy)).toBe(expected);
});

test.each([
  ["asked", "2026-11-30", true, "asked"],
  ["asked", "2026-11-30", false, "void"],
  ["approved", "2026-11-30", false, "void"],
  ["approved", "2026-11-20", true, "expired"],
  ["declined", "2026-11-20", false, "declined"],
  ["used", "2026-11-20", false, "used"],
] as const)("what was %s, until %s and still the same: %s, is %s", (state, until, isCurrent, expected) => {
  expect(stateOf({ state, until }, AT, isCurrent)).toBe(expected);
});

test("another revision, bid, piece, number or price is another thing; another order of the lines is not", () => {
  const stock = (lines: readonly (readonly [string, number])[], price = 900): Subject => ({
    kind: "stock",
    productId: "prd_1",
    lines: lines.map(([sku, quantity]) => ({ sku, quantity })),
    unitPrice: usd(price),
  });
  const keys = [
    { kind: "quote", quoteId: "quo_1", revision: 1 } as const,
    { kind: "quote", quoteId: "quo_1", revision: 2 } as const,
    { kind: "rfq", rfqId: "rfq_1", supplierId: "org_1", round: 1 } as const,
    { kind: "rfq", rfqId: "rfq_1", supplierId: "org_2", round: 1 } as const,
    stock([["navy/m", 1]]),
    stock([["navy/m", 2]]),
    stock([["navy/m", 1]], 901),
    stock([["navy/l", 1]]),
  ].map(keyOf);

  expect(new Set(keys).size).toBe(keys.length);
  expect(
    keyOf(
      stock([
        ["a/m", 1],
        ["b/m", 2],
      ]),
    ),
  ).toBe(
    keyOf(
      stock([
        ["b/m", 2],
        ["a/m", 1],
      ]),
    ),
  );
});
