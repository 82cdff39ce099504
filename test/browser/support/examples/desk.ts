import type { Example } from "../example.ts";
import { accepted, card, expired, fast, id, large, open, order } from "./buyer.ts";
import { figuresBodies } from "./supplier.ts";

const orders = [
  { ...order, money: { status: "unpaid", due: accepted.deposit } },
  {
    ...order,
    orderId: id("ord", "b2"),
    orderNumber: "SA-2610-2M8X4D",
    title: "1,240 hoodies",
    status: "in_production",
    percent: 46,
    promisedOn: "2026-11-19",
    isLate: true,
    next: { text: "Your garments are being made" },
    money: { status: "deposit_paid" },
  },
  {
    ...order,
    orderId: id("ord", "b3"),
    orderNumber: "SA-2610-9T1V6B",
    status: "sampling",
    percent: 8,
    next: { text: "Approve the sample when it is right", step: "approveSample" },
  },
  {
    ...order,
    orderId: id("ord", "b4"),
    orderNumber: "SA-2609-4C7H2N",
    status: "on_hold",
    percent: 30,
    next: { text: "On hold; we will write to you" },
  },
];

const offered = {
  ...order,
  orderId: id("ord", "c1"),
  status: "offered",
  price: { amount: 171_350, currency: "USD" },
  answerBy: "2026-11-06T10:00:00.000Z",
  offerState: "offered",
  next: { text: "Accept or decline the offer", step: "accept" },
};
const made = {
  ...offered,
  orderId: id("ord", "c2"),
  orderNumber: "SA-2610-2M8X4D",
  status: "in_production",
  percent: 46,
  offerState: "accepted",
  next: { text: "Report progress", step: "report" },
};
const application = { companyName: "Padma Knit", country: "BD", city: "Gazipur" };
const supplier = {
  orgId: id("org", "51"),
  verification: "verified",
  application,
  missing: [],
  papers: [],
  version: 4,
  submittedAt: "2026-10-12T08:00:00.000Z",
};
const product = (tag: string, change: Record<string, unknown>) => ({
  productId: id("prd", tag),
  orgId: supplier.orgId,
  supplierName: "Padma Knit",
  title: "Heavy crew-neck T-shirt",
  updatedAt: "2026-11-01T08:00:00.000Z",
  pictures: 2,
  ...change,
});

const desk = (verification: string, change: Record<string, unknown> = {}) => ({
  "GET /v1/supplier": { ...supplier, verification, ...change },
  ...figuresBodies,
  "GET /v1/orders": { items: [offered, made] },
  "GET /v1/products?status=changes_requested&limit=50": {
    items: [product("d1", { status: "changes_requested", reason: "Say which sizes there are." })],
  },
  "GET /v1/products?status=rejected&limit=50": {
    items: [product("d2", { status: "rejected", reason: "The picture shows a brand that is not yours." })],
  },
});

/** What everybody's desk is looked at with. */
export const deskExamples: Readonly<Record<string, readonly Example[]>> = {
  "/app": [
    { who: ["buyer"], bodies: { "GET /v1/orders": { items: orders }, "GET /v1/quotes": { items: [open, fast, large, expired].map(card) } } },
    { who: ["buyer"], state: "new", bodies: { "GET /v1/orders": { items: [] }, "GET /v1/quotes": { items: [] } } },
    { who: ["supplier"], bodies: desk("verified") },
    { who: ["factory"], bodies: { "GET /v1/orders": { items: [made] } } },
    { who: ["supplier"], state: "pending", bodies: desk("pending") },
    { who: ["supplier"], state: "draft", bodies: desk("draft", { missing: ["address"] }) },
    { who: ["supplier"], state: "rejected", bodies: desk("rejected", { reasons: "Your trade licence has ended.\nSend the new one." }) },
    { who: ["supplier"], state: "suspended", bodies: desk("suspended", { reasons: "Two orders were delivered late without notice." }) },
  ],
};
