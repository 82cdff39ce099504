import type { Example } from "../example.ts";
import { accepted, id, order, shirts, terms } from "./buyer.ts";

const orderView = (tag: string, change: Record<string, unknown>) => ({
  ...order,
  orderId: id("ord", tag),
  party: "buyer",
  garmentType: "t-shirt",
  family: "casualwear",
  brief: shirts,
  stages: [],
  version: 1,
  ...change,
});
const plan = (change: Record<string, unknown> = {}) => ({
  total: accepted.total,
  deposit: accepted.deposit,
  balance: accepted.balance,
  paid: { amount: 0, currency: "USD" },
  status: "unpaid",
  lines: accepted.priced.lines.map(({ key, label, amount }) => ({ key, label, amount })),
  shippingAddress: { name: "Ada Buyer", country: "GB" },
  termsVersion: terms.version,
  acceptedAt: "2026-11-03T10:00:00.000Z",
  payments: [],
  invoices: [],
  ...change,
});
export const payment = (status: string) => ({ paymentId: id("pay", "e1"), purpose: "deposit", amount: accepted.deposit, status });
const invoice = {
  invoiceId: id("inv", "f1"),
  orderId: id("ord", "b1"),
  number: "INV-2026-000042",
  purpose: "deposit",
  amount: accepted.deposit,
  issuedOn: "2026-11-03",
  dueOn: "2026-11-10",
  hasDocument: true,
};
const secret = "pi_test_secret_test";

export const paying = (tag: string, given: { readonly order?: Record<string, unknown>; readonly plan?: Record<string, unknown> } = {}) => {
  const at = `GET /v1/orders/${id("ord", tag)}`;
  return {
    [at]: orderView(tag, given.order ?? {}),
    [`${at}/money`]: plan({ invoices: [invoice], ...given.plan }),
    [`POST /v1/orders/${id("ord", tag)}/payments`]: payment("open"),
    [`${at}/payments/deposit`]: { ...payment("open"), clientSecret: secret },
    [`${at}/invoices/deposit/document`]: { url: "/media/invoice.pdf" },
  };
};
export const payPath = (tag: string, purpose: string) => `/app/orders/${id("ord", tag)}/pay?for=${purpose}`;

/** What the page on which an order is paid is looked at with. */
export const payingExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app/orders/:id/pay": [
    { paths: [`/app/orders/${id("ord", "b1")}/pay`], bodies: paying("b1") },
    {
      paths: [payPath("b2", "deposit")],
      state: "paid",
      bodies: paying("b2", {
        order: { status: "deposit_paid", orderNumber: "SA-2610-2M8X4D" },
        plan: { payments: [payment("succeeded")], paid: accepted.deposit },
      }),
    },
    {
      paths: [payPath("b3", "deposit")],
      state: "processing",
      bodies: paying("b3", { order: { orderNumber: "SA-2610-9T1V6B" }, plan: { payments: [payment("processing")] } }),
    },
    {
      paths: [payPath("b4", "balance")],
      state: "not due",
      bodies: paying("b4", { order: { status: "in_production", orderNumber: "SA-2609-4C7H2N" }, plan: { payments: [payment("succeeded")] } }),
    },
  ],
};
