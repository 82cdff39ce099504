import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, sum, usd } from "../kernel/money.ts";
import { runs } from "../testing.ts";
import { Kind, type Line, Posting } from "./model.ts";
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

  test("deposit and balance add up to the price for every price (2,000 cases)", () => {
    fc.assert(
      fc.property(cents, (total) => {
        expect(add(rules.depositOf(usd(total)), rules.balanceOfPrice(usd(total)))).toEqual(usd(total));
      }),
      runs(2_000),
    );
  });
});

describe("the books of an order", () => {
  test("close to zero when it is paid, completed and paid out, whatever the figures (500 cases)", () => {
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
      runs(500),
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
    expect(rules.received(postings)).toEqual(usd(1_000));
    expect(rules.due(usd(1_200), postings)).toEqual(usd(200));
    expect(rules.due(usd(1_000), postings)).toEqual(usd(0));
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

/** One thing that can happen to the money of an order; what is not possible at that moment is passed over. */
type Happening = { readonly what: Kind; readonly share: number };

function history(
  total: number,
  supplierPrice: number,
  happenings: readonly Happening[],
): { postings: Posting[]; captured: number; refunded: number } {
  const state = { postings: new Array<Posting>(), captured: 0, refunded: 0 };
  const did = (kind: Kind): boolean => state.postings.some((each) => each.kind === kind);
  const book = (kind: Kind, lines: readonly Line[]): void => void state.postings.push(Posting.parse(posting(kind, lines)));
  const steps: Readonly<Record<Kind, (share: number) => void>> = {
    payment: () => {
      const amount = state.captured === 0 ? rules.depositOf(usd(total)) : rules.balanceOfPrice(usd(total));
      if (state.captured >= total) return;
      state.captured += amount.amount;
      book("payment", rules.paymentLines(amount));
    },
    refund: (share) => {
      const amount = Math.floor(((state.captured - state.refunded) * share) / 100);
      if (amount <= 0) return;
      state.refunded += amount;
      book("refund", rules.refundLines(usd(amount), rules.heldFor(state.postings)));
    },
    refund_returned: (share) => {
      const amount = Math.floor((state.refunded * share) / 100);
      if (amount <= 0) return;
      state.refunded -= amount;
      book("refund_returned", rules.refundReturnedLines(usd(amount)));
    },
    dispute: (share) => {
      if (state.captured === 0) return;
      const moved = { amount: usd(-1 - share), fee: usd(1_500) };
      book("dispute", rules.disputeLines(moved));
      if (share % 2 === 0) book("dispute", rules.disputeLines({ amount: usd(1 + share), fee: usd(-1_500) }));
    },
    chargeback: (share) => {
      const amount = Math.floor(((state.captured - state.refunded) * share) / 100);
      if (amount <= 0) return;
      state.refunded += amount;
      book("dispute", rules.disputeLines({ amount: usd(-amount), fee: usd(0) }));
      book("chargeback", rules.chargebackLines(usd(amount), rules.heldFor(state.postings)));
    },
    retained: (share) => {
      const amount = Math.floor((rules.heldFor(state.postings).amount * share) / 100);
      if (amount > 0 && did("completion")) book("retained", rules.retainedLines(usd(amount)));
    },
    fee: () => state.captured > 0 && book("fee", rules.feeLines(usd(30))),
    transfer: (share) => state.captured > 0 && book("transfer", rules.transferLines(usd(1 + share))),
    completion: () => {
      if (did("completion") || state.captured < total || rules.heldFor(state.postings).amount <= 0) return;
      const held = rules.heldFor(state.postings);
      book("completion", rules.completionLines({ total: held, platformFee: usd(Math.floor(total / 11)), supplierPrice: usd(supplierPrice) }));
    },
    payout: () => did("completion") && !did("payout") && book("payout", rules.payoutLines(usd(supplierPrice))),
  };
  for (const { what, share } of happenings) steps[what](share);
  return state;
}

describe("any history of an order's money", () => {
  const happenings = fc.array(fc.record({ what: fc.constantFrom(...Kind.options), share: fc.integer({ min: 0, max: 100 }) }), { maxLength: 25 });

  test("sums to zero at every point, refunds no more than was captured, and closes once paid out (2,000 cases)", () => {
    fc.assert(
      fc.property(cents, cents, happenings, (total, supplierPrice, list) => {
        const { postings, captured, refunded } = history(total, supplierPrice, list);
        const isDone = postings.some(({ kind }) => kind === "payout");

        for (let end = 0; end <= postings.length; end += 1) expect(sum([...rules.balances(postings.slice(0, end)).values()]).amount).toBe(0);
        expect(rules.paid(postings)).toEqual(usd(captured - refunded));
        expect(refunded).toBeLessThanOrEqual(captured);
        // A refund that the bank sends back after everything was settled is owed again, and the books say so.
        if (isDone) expect(rules.closes(postings)).toBe(rules.heldFor(postings).amount === 0);
      }),
      runs(2_000),
    );
  });

  test("booking the same list in another order gives the same balances (500 cases)", () => {
    fc.assert(
      fc.property(cents, cents, happenings, (total, supplierPrice, list) => {
        const { postings } = history(total, supplierPrice, list);
        const byName = (books: ReturnType<typeof rules.balances>) => [...books].toSorted(([a], [b]) => (a < b ? -1 : 1));

        expect(byName(rules.balances(postings.toReversed()))).toEqual(byName(rules.balances(postings)));
      }),
      runs(500),
    );
  });
});

test("the provider's fee and its transfer to the bank leave what the customer paid untouched", () => {
  const postings = [
    posting("payment", rules.paymentLines(usd(1_000))),
    posting("fee", rules.feeLines(usd(59))),
    posting("transfer", rules.transferLines(usd(941))),
  ];

  expect(rules.paid(postings)).toEqual(usd(1_000));
  expect(rules.balanceOf(postings, "cash.stripe")).toEqual(usd(0));
  expect(rules.balanceOf(postings, "cash.bank")).toEqual(usd(941));
});

test("a refund of a completed order comes out of revenue and leaves nothing open", () => {
  const price = { total: usd(1_000), platformFee: usd(90), supplierPrice: usd(600) };
  const done = [
    posting("payment", rules.paymentLines(usd(1_000))),
    posting("completion", rules.completionLines(price)),
    posting("payout", rules.payoutLines(usd(600))),
  ];
  const after = [...done, posting("refund", rules.refundLines(usd(100), usd(0)))];

  expect(rules.closes(after)).toBe(true);
  expect(rules.paid(after)).toEqual(usd(900));
  expect(rules.balanceOf(after, "revenue")).toEqual(usd(-810));
});
