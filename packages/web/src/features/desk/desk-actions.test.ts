import type { OrderCard } from "@sleekapp/core/order/view";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import type { SupplierView } from "@sleekapp/core/supplier/view";
import { describe, expect, test } from "vitest";
import { applicationActions, orderActions, productActions, quoteActions } from "./desk-actions.ts";

const order: OrderCard = {
  orderId: "ord_1",
  orderNumber: "SA-2611-7K3Q9F",
  title: "500 T-shirts",
  quantity: 500,
  status: "awaiting_deposit",
  percent: 0,
  createdAt: "2026-11-02T09:00:00.000Z",
  isLate: false,
  next: { text: "Pay the deposit to start", step: "pay_deposit" },
};
const quote: QuoteCard = {
  quoteId: "quo_1",
  title: "500 T-shirts",
  quantity: 500,
  total: { amount: 240_000, currency: "USD" },
  status: "priced",
  isExpired: false,
  revision: 1,
  validUntil: "2026-12-02T23:59:59.999Z",
  createdAt: "2026-11-02T09:00:00.000Z",
};
const supplier: SupplierView = { orgId: "org_1", verification: "draft", application: {}, papers: [], missing: ["city"], version: 1 };

describe("the desk's actions", () => {
  test("lead to where each is done: money to the pay page, all else to the order", () => {
    const orders = [
      order,
      { ...order, next: { text: "Pay the balance to ship", step: "pay_balance" } },
      { ...order, next: { text: "Approve the sample", step: "approveSample" } },
    ];

    expect(orderActions(orders).map(({ to }) => to)).toEqual([
      "/app/orders/ord_1/pay?for=deposit",
      "/app/orders/ord_1/pay?for=balance",
      "/app/orders/ord_1",
    ]);
  });

  test("leave out orders on which the reader only waits", () => {
    expect(orderActions([{ ...order, next: { text: "We are choosing the factory" } }])).toEqual([]);
  });

  test("name the deadline of an offer, not of an order that was taken", () => {
    const offer = { ...order, answerBy: "2026-11-05T09:00:00.000Z", next: { text: "Accept or decline the offer", step: "accept" } };

    expect(orderActions([{ ...offer, status: "offered" }])[0]?.by).toBe("2026-11-05T09:00:00.000Z");
    expect(orderActions([{ ...offer, status: "accepted" }])[0]?.by).toBeUndefined();
  });

  test("ask about quotes that can be accepted, the first to end in front", () => {
    const quotes = [
      { ...quote, quoteId: "later" },
      { ...quote, quoteId: "sooner", validUntil: "2026-11-20T23:59:59.999Z" },
      { ...quote, quoteId: "ended", isExpired: true },
      { ...quote, quoteId: "read", status: "in_review" as const },
    ];

    expect(quoteActions(quotes).map(({ key }) => key)).toEqual(["sooner", "later"]);
  });

  test("carry what was said about a listing", () => {
    const row = {
      productId: "prd_1",
      orgId: "org_1",
      supplierName: "Padma Knit",
      title: "A polo shirt",
      updatedAt: order.createdAt,
      pictures: 1,
      undescribed: [],
      reason: "The MOQ is missing",
    };

    expect(productActions([{ ...row, status: "changes_requested" }])).toMatchObject([{ to: "/app/products/prd_1", said: "The MOQ is missing" }]);
  });

  test.each([
    ["draft", 1],
    ["pending", 0],
    ["verified", 0],
    ["rejected", 1],
    ["suspended", 0],
  ] as const)("ask for an application that is %s %i times", (verification, times) => {
    expect(applicationActions({ ...supplier, verification })).toHaveLength(times);
  });
});
