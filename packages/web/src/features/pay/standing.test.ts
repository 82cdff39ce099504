import { describe, expect, test } from "vitest";
import { type Plan, amountFor, purposeIn, standingOf } from "./standing.ts";

const usd = (amount: number) => ({ amount, currency: "USD" as const });
const plan: Plan = {
  total: usd(10_000),
  deposit: usd(3_000),
  balance: usd(7_000),
  paid: usd(0),
  status: "unpaid",
  lines: [],
  shippingAddress: {},
  termsVersion: "2026-11",
  acceptedAt: "2026-11-02T09:00:00.000Z",
  payments: [],
  refunds: [],
  invoices: [],
};
const paying = (status: Plan["payments"][number]["status"]): Plan => ({
  ...plan,
  payments: [{ paymentId: "pay_1", purpose: "deposit", amount: usd(3_000), status }],
});

describe("a payment", () => {
  test.each([
    ["due while the order waits for it", plan, "awaiting_deposit", "deposit", "due"],
    ["still due after a declined card", paying("failed"), "awaiting_deposit", "deposit", "due"],
    ["paid once the API says so", paying("succeeded"), "deposit_paid", "deposit", "paid"],
    ["paid even before the order has moved", paying("succeeded"), "awaiting_deposit", "deposit", "paid"],
    ["processing while the bank has not answered", paying("processing"), "awaiting_deposit", "deposit", "processing"],
    ["not due before its turn", paying("succeeded"), "in_production", "balance", "not_due"],
    ["not asked for a cancelled order", plan, "cancelled", "deposit", "cancelled"],
  ] as const)("is %s", (_name, given, status, purpose, standing) => {
    expect(standingOf(given, status, purpose)).toBe(standing);
  });

  test("has the agreed amount of its purpose", () => {
    expect([amountFor(plan, "deposit").amount, amountFor(plan, "balance").amount]).toEqual([3_000, 7_000]);
    expect([purposeIn("balance"), purposeIn("deposit"), purposeIn("everything")]).toEqual(["balance", "deposit", "deposit"]);
  });
});
