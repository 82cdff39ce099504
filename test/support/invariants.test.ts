import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { idOf } from "./actors.ts";
import { checkInvariants } from "./invariants.ts";
import { kinds } from "./invariants/kinds.ts";

type Row = Record<string, unknown>;

const order = { orderId: idOf("ord", "1"), quoteId: idOf("quo", "1"), buyer: idOf("org", "b1"), supplier: idOf("org", "s1") };
const { orderId, quoteId } = order;
const usd = (amount: number) => ({ amount, currency: "USD" });
const line = (account: string, side: "debit" | "credit", amount: number) => ({ account, side, amount: usd(amount) });

const row = (kind: string, fields: Row): Row => ({ __edb_e__: kind, pk: `$sleek#${kind}`, ...fields });
const kept = (kind: string, collection: string, fields: Row): Row => row(kind, { orderId, sk: `$${collection}#${kind}_1`, ...fields });

const posting = (key: string, kind: string, lines: readonly Row[]): Row =>
  kept("posting", kind === "payment" || kind === "refund" ? "buyerSide" : "ledger", { key, kind, lines, at: "2026-03-02T09:00:00.000Z" });

const payment = (purpose: "deposit" | "balance", amount: number): Row[] => [
  kept("payment", "buyerSide", { purpose, paymentId: `pay_${purpose}`, intentId: `pi_${purpose}`, amount, status: "succeeded" }),
  posting(`payment#pay_${purpose}`, "payment", [line("cash.stripe", "debit", amount), line("customer_deposits", "credit", amount)]),
];

const invoice = (purpose: string, number: string): Row[] => [
  kept("invoice", "buyerSide", { purpose, invoiceId: `inv_${purpose}`, number, ownerId: order.buyer }),
  row("unique", { scope: "invoice-number", value: number.toLowerCase(), subjectId: `inv_${purpose}` }),
];

const moved = (from: string, to: string) => ["order.moved", { from, to }] as const;
/** An order's whole life: it fails its inspection once and is held once. */
const life: readonly (readonly [string, Row])[] = [
  ["order.deposit_paid", {}],
  ["order.offered", {}],
  ["order.offer_declined", {}],
  ["order.offered", {}],
  ["order.accepted", {}],
  ["order.stage_reported", {}],
  moved("in_production", "on_hold"),
  moved("on_hold", "in_production"),
  moved("in_production", "inspection"),
  ["order.inspection_failed", {}],
  moved("in_production", "inspection"),
  ["order.inspection_passed", {}],
  ["order.balance_due", {}],
  ["order.balance_paid", {}],
  ["order.shipped", {}],
  ["order.delivered", {}],
  ["order.completed", {}],
];
const event = (subjectId: string, index: number, [type, data]: readonly [string, Row]): Row =>
  row("event", { subjectId, eventId: `evt_${String(index).padStart(3, "0")}`, type, data });

const stage = {
  position: 1,
  key: "cutting",
  name: "Cutting",
  milestone: "making",
  weightBps: 10_000,
  days: 3,
  state: "done",
  percent: 100,
  plannedStartOn: "2026-03-02",
  plannedDueOn: "2026-03-05",
};

/** A completed, paid-out order with everything that belongs to it: nothing is wrong with it. */
const sound = (): Row[] => [
  row("organisation", { orgId: order.buyer }),
  row("organisation", { orgId: order.supplier }),
  row("user", { userId: "u1", email: "bea@example.com" }),
  row("membership", { userId: "u1", orgId: order.buyer }),
  row("quote", { quoteId, ownerId: order.buyer, status: "accepted", orderId, revision: 1 }),
  row("quote-revision", { quoteId, revision: 1 }),
  kept("order", "core", {
    quoteId,
    revision: 1,
    ownerId: order.buyer,
    supplierId: order.supplier,
    orderNumber: "SO-1",
    status: "completed",
    percent: 100,
  }),
  row("unique", { scope: "order-number", value: "so-1", subjectId: orderId }),
  kept("order-brief", "core", { brief: {} }),
  kept("stage", "core", { stage }),
  kept("shipment", "core", { carrier: "Northstar" }),
  kept("stage-update", "progress", { percent: 100 }),
  kept("inspection", "progress", { inspection: { lot: 240 } }),
  kept("order-money", "buyerSide", { total: 100_000, deposit: 30_000, balance: 70_000 }),
  kept("order-internal", "internal", { buyerTotal: 100_000, supplierPrice: 66_000 }),
  kept("supplier-order", "supplierSide", { supplierId: order.supplier, price: 66_000 }),
  ...payment("deposit", 30_000),
  ...payment("balance", 70_000),
  posting("completion", "completion", [
    line("customer_deposits", "debit", 100_000),
    line("revenue", "credit", 100_000),
    line("cost_of_goods", "debit", 66_000),
    line("supplier_payable", "credit", 66_000),
  ]),
  posting("payout", "payout", [line("supplier_payable", "debit", 66_000), line("cash.bank", "credit", 66_000)]),
  ...invoice("deposit", "INV-2026-000001"),
  ...invoice("balance", "INV-2026-000002"),
  row("sequence", { series: "INV-2026", last: 2 }),
  event(quoteId, 0, ["order.opened", { orderId }]),
  ...life.map((entry, index) => event(orderId, index + 1, entry)),
];

type Plant = (rows: Row[]) => Row[];
const isKind = (kind: string, fields: Row) => (one: Row) =>
  one["__edb_e__"] === kind && Object.entries(fields).every(([name, value]) => one[name] === value);
const without =
  (kind: string, fields: Row = {}): Plant =>
  (rows) =>
    rows.filter((one) => !isKind(kind, fields)(one));
const plus =
  (...more: Row[]): Plant =>
  (rows) => [...rows, ...more];
const changed =
  (kind: string, change: Row, fields: Row = {}): Plant =>
  (rows) =>
    rows.map((one) => (isKind(kind, fields)(one) ? { ...one, ...change } : one));

test("every kind of item that the code writes is known, and no other", () => {
  const core = path.join(import.meta.dirname, "../../packages/core/src");
  const sources = globSync(`${core}/**/*.ts`, { exclude: (file) => file.endsWith(".test.ts") }).map((file) => readFileSync(file, "utf8"));
  const written = sources.flatMap((source) =>
    [...source.matchAll(/(?:entity: |model\(|":entity": \{ S: )"([a-z-]+)"/g)].map((match) => match[1] ?? ""),
  );

  expect(Object.keys(kinds).toSorted()).toEqual([...new Set(written)].toSorted());
});

test("a sound table violates nothing, and neither does an empty one", () => {
  expect(checkInvariants(sound())).toEqual([]);
  expect(checkInvariants([])).toEqual([]);
});

test.each<[string, Plant, RegExp]>([
  [
    "a month that counts less than was ordered",
    plus(row("spending-month", { orgId: order.buyer, userId: "u1", month: "2026-03", sums: { "02": { knitwear: 5 } } })),
    /counts 5 of 0 that were ordered/,
  ],
  ["an approval that no order used", plus(row("approval", { approvalId: "apv_1", ownerId: order.buyer, state: "used" })), /no order says so/],
  ["an item of a kind nobody knows", plus(row("mystery", {})), /unknown kind "mystery"/],
  ["an item that nobody's entity wrote", plus({ pk: "x" }), /x is of the unknown kind ""/],
  ["an item over 100 KB", plus(row("idempotency", { reply: "x".repeat(110_000) })), /The idempotency .* takes \d+ bytes/],
  ["a stage without its order", plus(row("stage", { orderId: "ord_gone", sk: "$core#" })), /stage .* belongs to the order ord_gone/],
  ["an invoice without its order", changed("invoice", { orderId: "ord_gone" }, { purpose: "balance" }), /invoice .* belongs to the order ord_gone/],
  ["a payment without its order", plus(row("payment", { orderId: "ord_gone", sk: "$buyerSide#" })), /payment .* belongs to the order ord_gone/],
  ["a report without its order", plus(row("stage-update", { orderId: "ord_gone", sk: "$progress#" })), /stage-update .* belongs to the order/],
  ["a seat in no organisation", changed("membership", { orgId: "org_gone" }), /membership .* belongs to the organisation org_gone/],
  ["a quote of nobody", plus(row("quote", { quoteId: "quo_2", ownerId: "org_gone" })), /quote .* belongs to the organisation org_gone/],
  [
    "a picture of nothing",
    plus(row("upload", { uploadId: "upl_1", purpose: "product", subjectId: "prd_gone", orgId: order.buyer })),
    /upl_1 shows the product prd_gone/,
  ],
  [
    "a unique value without an owner",
    plus(row("unique", { scope: "product-slug", value: "shirt", subjectId: "prd_gone" })),
    /shirt is held by the product prd_gone/,
  ],
  ["a unique value of a scope nobody knows", plus(row("unique", { scope: "colour", value: "red", subjectId: "x" })), /unknown scope "colour"/],
  ["a number that its owner does not have", changed("unique", { value: "so-2" }, { scope: "order-number" }), /so-2 is held by .*, which has SO-1/],
  ["a number that is not held", without("unique", { scope: "order-number" }), /The order-number of .* is not held/],
  ["two users with one address", plus(row("user", { userId: "u2", email: "bea@example.com" })), /Two users have the address bea@example.com/],
  [
    "an event that was not published",
    changed("event", { outbox: "pending" }, { eventId: "evt_003" }),
    /order.offer_declined evt_003 was never published/,
  ],
  ["a posting that cannot be read", changed("posting", { lines: "x" }, { key: "payout" }), /The posting payout cannot be read/],
  [
    "a posting that does not balance",
    changed(
      "posting",
      { lines: [line("cash.stripe", "debit", 30_000), line("customer_deposits", "credit", 29_999)] },
      { key: "payment#pay_deposit" },
    ),
    /payment#pay_deposit of .* is off balance by 1/,
  ],
  [
    "a negative line",
    plus(posting("fee", "fee", [line("stripe_fees", "debit", -5), line("cash.stripe", "credit", -5)])),
    /The posting fee of .* not above zero/,
  ],
  [
    "more refunded than captured",
    plus(posting("refund", "refund", [line("revenue", "debit", 100_001), line("cash.stripe", "credit", 100_001)])),
    /100000 was captured and 100001 refunded/,
  ],
  [
    "books that stay open",
    changed("posting", { lines: [line("supplier_payable", "debit", 1), line("cash.bank", "credit", 1)] }, { key: "payout" }),
    /do not close/,
  ],
  ["a paid order without a payment", without("payment", { purpose: "deposit" }), /is completed, but its deposit was never paid/],
  ["goods that left before the balance", changed("payment", { status: "failed" }, { purpose: "balance" }), /but its balance was never paid/],
  [
    "a payment that failed and is booked",
    changed("payment", { status: "failed" }, { purpose: "balance" }),
    /pay_balance is failed, but it is booked/,
  ],
  ["a payment without a charge", changed("payment", { intentId: undefined }, { purpose: "deposit" }), /pay_deposit succeeded without a charge/],
  ["a payment that is not booked", without("posting", { key: "payment#pay_balance" }), /pay_balance succeeded and is not booked/],
  ["a payment booked with another amount", changed("payment", { amount: 1 }, { purpose: "deposit" }), /pay_deposit is booked with 30000/],
  ["two payments of one charge", changed("payment", { intentId: "pi_1" }), /The charge pi_1 stands for more than one payment/],
  [
    "a booking of no payment",
    plus(posting("payment#pay_x", "payment", [line("cash.stripe", "debit", 1), line("customer_deposits", "credit", 1)])),
    /payment#pay_x of .* books no payment/,
  ],
  ["a gap in the invoice numbers", changed("invoice", { number: "INV-2026-000003" }, { purpose: "balance" }), /INV-2026 has 3 where 2 should be/],
  ["an invoice number twice", changed("invoice", { number: "INV-2026-000001" }, { purpose: "balance" }), /INV-2026 has 1 where 2 should be/],
  ["a counter ahead of its invoices", changed("sequence", { last: 3 }), /INV-2026 counts 3 invoices and has 2/],
  ["an order without its quote", changed("quote", { status: "sent" }), /is not what the quote .* became/],
  ["an order of another revision", changed("order", { revision: 2 }), /Revision 2 of the quote .* is not there/],
  ["a quote that became two orders", plus(kept("order", "core", { orderId: "ord_2", quoteId })), /became more than one order/],
  [
    "an accepted quote without its order",
    plus(row("quote", { quoteId: "quo_2", ownerId: "e~x", status: "accepted", orderId: "ord_gone" })),
    /quo_2 was accepted and became no order/,
  ],
  ["an order without its brief", without("order-brief"), /has no order-brief/],
  ["an order without its money", without("order-money"), /has no order-money/],
  ["an order without its internal side", without("order-internal"), /has no order-internal/],
  ["an order of a supplier that was never asked", without("supplier-order"), /which has no offer/],
  ["a percent that its stages do not have", changed("order", { percent: 60 }), /says 60 percent, its stages 100/],
  [
    "a step that does not start there",
    without("event", { type: "order.accepted" }),
    /order.moved in its log where it was offered|where it was offered/,
  ],
  [
    "a move that the process does not have",
    changed("event", { data: { from: "in_production", to: "inspection" } }, { eventId: "evt_007" }),
    /where it was/,
  ],
  ["a status that its log does not lead to", without("event", { type: "order.completed" }), /leads to delivered, but it is completed/],
  ["an order opened twice", plus(event(quoteId, 99, ["order.opened", { orderId }])), /was opened 2 times/],
  [
    "money by name in what all parties read",
    changed("stage", { stage: { ...stage, unitCost: 3 } }),
    /which every party reads, has the field stage.unitCost/,
  ],
  ["a price in what all parties read", changed("inspection", { inspection: { lot: 66_000 } }), /which every party reads, holds the price 66000/],
  [
    "the buyer's money where others read",
    changed("order-money", { sk: "$core#order-money_1" }),
    /order-money of .* is kept at .*, outside buyerSide/,
  ],
])("%s is found", (_name, plant, sentence) => {
  expect(checkInvariants(plant(sound()))).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
});
