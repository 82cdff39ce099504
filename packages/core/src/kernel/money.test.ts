import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing.ts";
import { add, applyBps, compare, formatMoney, Money, negate, subtract, sum, times, usd, WHOLE_BPS, zero } from "./money.ts";

const money = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(usd);
const bps = fc.integer({ min: 0, max: WHOLE_BPS });

describe("money", () => {
  test.each([
    [5, 1_000, 1],
    [4, 1_000, 0],
    [-5, 1_000, -1],
    [335, 3_000, 101],
    [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
  ])("%i cents at %i basis points are %i, half away from zero", (amount, rate, expected) => {
    expect(applyBps(usd(amount), rate)).toEqual(usd(expected));
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%d is not an amount that can be counted exactly", (amount) => {
    expect(() => usd(amount)).toThrow(expect.objectContaining({ code: "money.range" }));
  });

  test("nothing leaves the exact range on its way", () => {
    expect(() => add(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(expect.objectContaining({ code: "money.range" }));
    expect(() => times(usd(2 ** 40), 2 ** 40)).toThrow(expect.objectContaining({ code: "money.range" }));
    expect(() => times(usd(1), 1.5)).toThrow(expect.objectContaining({ code: "money.range" }));
    expect(() => applyBps(usd(1), 0.1)).toThrow(expect.objectContaining({ code: "money.range" }));
  });

  test("a share and the rest are the whole, and a share is within half a cent (5,000 cases)", () => {
    fc.assert(
      fc.property(money, bps, (whole, rate) => {
        const share = applyBps(whole, rate);

        expect(add(share, subtract(whole, share))).toEqual(whole);
        expect(Math.abs(share.amount * WHOLE_BPS - whole.amount * rate)).toBeLessThanOrEqual(WHOLE_BPS / 2);
        expect(Money.parse(share)).toEqual(share);
      }),
      runs(5_000),
    );
  });

  test("sums do not depend on order, and taking away undoes adding (5,000 cases)", () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 20 }), money, (amounts, one) => {
        expect(sum(amounts.toReversed())).toEqual(sum(amounts));
        expect(subtract(add(sum(amounts), one), one)).toEqual(sum(amounts));
        expect(add(one, negate(one))).toEqual(zero);
      }),
      runs(5_000),
    );
  });

  test("counting an amount is adding it so often (2,000 cases)", () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 0, max: 50 }), (one, count) => {
        expect(times(one, count)).toEqual(sum(Array.from({ length: count }, () => one)));
      }),
      runs(2_000),
    );
  });

  test("amounts are compared and written with sign, grouping and cents", () => {
    expect([usd(3), usd(-1), usd(2)].toSorted(compare).map(({ amount }) => amount)).toEqual([-1, 2, 3]);
    expect([124_000, -5, 0, 123_456_789].map((amount) => formatMoney(usd(amount)))).toEqual([
      "US$1,240.00",
      "−US$0.05",
      "US$0.00",
      "US$1,234,567.89",
    ]);
  });
});
