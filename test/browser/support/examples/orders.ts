import { waitingRatings } from "./supplier.ts";
import { usd } from "@sleekapp/core/kernel/money";
import type { Bodies, Example } from "../example.ts";
import { goods } from "./stock.ts";
import {
  booksBody,
  contactBody,
  type Given,
  listBody,
  logBody,
  forecastBody,
  nothingReported,
  offerBody,
  orderBody,
  orderIdOf,
  planBody,
  progressBody,
  sourcingBody,
} from "./order-bodies.ts";

const buyerList = listBody(
  "buyer",
  [
    { status: "awaiting_deposit", money: { status: "unpaid", due: usd(137_620) } },
    { status: "in_production", percent: 43, promisedOn: "2026-11-11", isLate: true, money: { status: "deposit_paid" } },
    { status: "awaiting_balance", percent: 92, promisedOn: "2026-12-04", money: { status: "deposit_paid", due: usd(321_113) } },
    { status: "shipped", percent: 100, promisedOn: "2026-11-30", money: { status: "paid" } },
    { status: "on_hold", percent: 27, promisedOn: "2026-12-19", money: { status: "deposit_paid" } },
  ],
  "next",
);

const supplierList = listBody("supplier", [
  { status: "offered", offerState: "offered", answerBy: "2026-11-22T23:59:59.999Z", price: usd(312_055) },
  { status: "in_production", percent: 61, promisedOn: "2026-12-09", offerState: "accepted", price: usd(87_310) },
  { status: "offered", offerState: "declined", price: usd(640_500) },
]);

const orderLists: readonly Example[] = [
  { who: ["buyer"], bodies: { "GET /v1/orders": buyerList } },
  { who: ["supplier"], bodies: { "GET /v1/orders": supplierList } },
  { who: ["buyer"], state: "as cards", paths: ["/app/orders?view=cards"], bodies: { "GET /v1/orders": buyerList } },
];

/** One order as one party, under its own address, with the answers its page asks for. */
function seen(given: Given, answers: Readonly<Record<string, unknown>> = {}, tab = ""): Example {
  const id = orderIdOf(given.tag);
  const body = orderBody(given);
  const isTold = body.supplierName !== undefined && (given.party === "buyer" || given.party === "admin");
  const under = (bodies: Readonly<Record<string, unknown>>): Bodies =>
    Object.fromEntries(Object.entries(bodies).map(([part, body]) => [`GET /v1/orders/${id}${part}`, body]));
  return {
    paths: [`/app/orders/${id}${tab === "" ? "" : `?tab=${tab}`}`],
    who: [given.party],
    state: `${given.party}, ${given.status}${tab === "" ? "" : `, ${tab}`}`,
    bodies: under({
      "": body,
      ...(isTold ? { "/contact": contactBody } : {}),
      "/files": { items: [] },
      "/claims": { items: [] },
      "/progress": progressBody(true),
      "/log": logBody,
      "/forecast": forecastBody,
      ...answers,
    }),
  };
}

const claimsBody = {
  items: [
    {
      claimId: `clm_${"0".repeat(26)}`,
      kind: "damaged",
      pieces: 40,
      words: "The collar of forty pieces is torn at the seam.",
      photos: [],
      state: "open",
      openedAt: "2026-11-20T09:00:00.000Z",
      answer: "The lot passed its inspection; we look at the photos.",
      answeredAt: "2026-11-21T09:00:00.000Z",
    },
  ],
};

const nothing = { "/progress": nothingReported };

const orders: readonly Example[] = [
  seen(
    { tag: "z", party: "buyer", status: "awaiting_deposit", title: "200 × Merino cardigan", more: { brief: undefined, goods } },
    { ...nothing, "/money": planBody(orderIdOf("z"), "unpaid") },
  ),
  seen(
    { tag: "a", party: "buyer", status: "in_production", done: 2, percent: 55, more: { isLate: true } },
    { "/money": planBody(orderIdOf("a"), "deposit_paid") },
  ),
  seen({ tag: "b", party: "supplier", status: "offered" }, { ...nothing, "/offer": offerBody }),
  seen(
    { tag: "c", party: "admin", status: "deposit_paid" },
    { ...nothing, "/money": planBody(orderIdOf("c"), "deposit_paid"), "/candidates": sourcingBody("declined"), "/ledger": booksBody },
  ),
  seen(
    { tag: "o", party: "admin", status: "offered" },
    { ...nothing, "/money": planBody(orderIdOf("o"), "deposit_paid"), "/candidates": sourcingBody("countered"), "/ledger": booksBody },
    "payments",
  ),
  seen({ tag: "d", party: "factory", status: "in_production", done: 7, guardMet: true }),
  seen({ tag: "e", party: "supplier", status: "sampling", percent: 20 }, { ...nothing, "/offer": offerBody }),
  seen({ tag: "f", party: "buyer", status: "cancelled" }, { ...nothing, "/money": planBody(orderIdOf("f"), "unpaid") }, "payments"),
  seen(
    {
      tag: "g",
      party: "buyer",
      status: "shipped",
      done: 11,
      more: { shipment: { carrier: "DHL", trackingNumber: "JD014600003817", shippedOn: "2026-11-19" } },
    },
    { "/money": planBody(orderIdOf("g"), "paid") },
    "log",
  ),
  seen({ tag: "h", party: "admin", status: "on_hold", done: 3, percent: 10, more: { holdReason: "Colour of the print is being settled." } }),
  seen(
    { tag: "k", party: "admin", status: "completed", done: 11 },
    {
      "/money": planBody(orderIdOf("k"), "paid"),
      "/candidates": sourcingBody("accepted"),
      "/ledger": booksBody,
      "/rating": { canRate: false, canReply: false },
    },
    "payments",
  ),
  seen({ tag: "cl", party: "buyer", status: "claimed", done: 11 }, { "/money": planBody(orderIdOf("cl"), "paid"), "/claims": claimsBody }),
  seen(
    { tag: "m", party: "buyer", status: "completed", done: 11 },
    { "/money": planBody(orderIdOf("m"), "paid"), "/rating": { canRate: true, canReply: false } },
  ),
  seen(
    { tag: "n", party: "supplier", status: "completed", done: 11 },
    { "/offer": offerBody, "/rating": { rating: waitingRatings.items[0], canRate: false, canReply: true } },
  ),
];

const adminOrders: readonly Example[] = [
  {
    bodies: {
      "GET /v1/orders": listBody("admin", [
        { status: "in_production", percent: 43, promisedOn: "2026-11-11", isLate: true },
        { status: "awaiting_balance", percent: 92, promisedOn: "2026-12-04" },
        { status: "completed", percent: 100, promisedOn: "2026-11-02" },
        // The months a filter offers reach over the turn of the year.
        ...[0, 1].map((back) => ({ status: "cancelled" as const, createdAt: `${new Date().getUTCFullYear() - back}-01-03T08:15:00.000Z` })),
      ]),
      "GET /v1/orders?status=deposit_paid": listBody("admin", [{ status: "deposit_paid" }, { status: "deposit_paid" }]),
      ...Object.fromEntries(["c0", "c1", "c2"].map((tag) => [`GET /v1/orders/${orderIdOf(tag)}/candidates`, sourcingBody("declined")])),
    },
  },
];

/** The order pages in the states that differ, each as the party it is for. */
export const orderExamples: Readonly<Record<string, readonly Example[]>> = {
  "/admin/orders": adminOrders,
  "/app/orders": orderLists,
  "/app/orders/:id": orders,
};
