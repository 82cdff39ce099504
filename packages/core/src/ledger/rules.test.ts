import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, usd } from "../kernel/money.ts";
import type { Kind, Line, Posting } from "./model.ts";
import * as rules from "./rules.ts";

const posting = (kind: Kind, lines: readonly Line[]): Posting => ({
  orderId: "ord_1",
  key: kind,
  kind,
  lines: [...lines],
  at: "2026-01-01T00:00:00.000Z",
});
const cents = fc.integer({ min: 100, max: 1_000_000_000 });

describe("deposit and balance", () => {
  test.each([
    [105, 32, 73],
    [335, 101, 234],
    [1_000, 300, 700],
    [1_005, 302, 703],
  ])("a price of %i cents has a deposit of %i and a balance of %i", (total, deposit, balance) => {
    expect(rules.depositOf(usd(total))).toEqual(usd(deposit));
    expect(rules.balanceOfPrice(usd(total))).toEqual(usd(balance));
  });

  test("deposit and balance add up to the price for every price", () => {
    fc.assert(
      fc.property(cents, (total) => {
        expect(add(rules.depositOf(usd(total)), rules.balanceOfPrice(usd(total)))).toEqual(usd(total));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the books of an order", () => {
  test("close to zero when it is paid, completed and paid out, whatever the figures", () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (total, feeBps, costBps) => {
        const platformFee = usd(Math.floor((total * feeBps) / 10_000));
        const supplierPrice = usd(1 + Math.floor((total * costBps) / 10_000));
        const deposit = rules.depositOf(usd(total));
        const before = [posting("payment", rules.paymentLines(deposit)), posting("payment", rules.paymentLines(rules.balanceOfPrice(usd(total))))];
        const completed = [...before, posting("completion", rules.completionLines({ total: usd(total), platformFee, supplierPrice }))];

        expect(rules.paymentStatus(usd(total), before)).toBe("paid");
        expect(rules.closes(completed)).toBe(false);
        expect(rules.closes([...completed, posting("payout", rules.payoutLines(supplierPrice))])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("paid is what came in less what went back, also after completion", () => {
    const postings = [
      posting("payment", rules.paymentLines(usd(300))),
      posting("payment", rules.paymentLines(usd(700))),
      posting("refund", rules.refundLines(usd(50))),
    ];
    const completion = posting("completion", rules.completionLines({ total: usd(950), platformFee: usd(0), supplierPrice: usd(500) }));

    expect(rules.paid([...postings, completion])).toEqual(usd(950));
    expect(rules.due(usd(1_000), postings)).toEqual(usd(50));
    expect(rules.due(usd(900), postings)).toEqual(usd(0));
    expect(rules.balances(postings).get("cash.stripe")).toEqual(usd(950));
  });

  test.each([
    [0, "unpaid"],
    [299, "unpaid"],
    [300, "deposit_paid"],
    [999, "deposit_paid"],
    [1_000, "paid"],
  ] as const)("with %i of 1000 cents paid the price is %s", (amount, status) => {
    expect(rules.paymentStatus(usd(1_000), amount === 0 ? [] : [posting("payment", rules.paymentLines(usd(amount)))])).toBe(status);
  });

  test("lines that do not balance, or are not positive, are refused", () => {
    const one: Line = { account: "cash.bank", side: "debit", amount: usd(1) };

    expect(() => rules.balanced([one])).toThrow(expect.objectContaining({ code: "ledger.unbalanced" }));
    expect(() => rules.paymentLines(usd(0))).toThrow(expect.objectContaining({ code: "ledger.unbalanced" }));
  });
});
