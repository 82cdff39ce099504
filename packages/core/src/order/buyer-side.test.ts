import { beforeAll, expect, test } from "vitest";
import { actors, BUYER } from "../../../../test/support/actors.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import { newId } from "../kernel/id.ts";
import { usd } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import * as Payment from "../payment/index.ts";
import { commit } from "../table/commit.ts";
import * as Order from "./index.ts";

await startTable();

const total = usd(100_000);
const SUPPLIER_PRICE = 61_803;
let orderId: string;

beforeAll(async () => {
  const opened = Order.open({
    quoteId: newId("quote"),
    revision: 1,
    ownerId: BUYER,
    title: "Heavy hoodies",
    family: "casualwear",
    garmentType: "hoodie",
    quantity: 100,
    brief: { fabric: "cotton" },
    lines: [{ key: "platformFee", label: "Platform", amount: usd(9_000) }],
    total,
    deposit: usd(30_000),
    shippingAddress: { name: "N" },
    terms: { version: "v", hash: "h" },
    acceptedBy: "usr",
    now: NOW,
  });
  orderId = opened.orderId;
  const booked = () => [
    Ledger.paymentWrite(orderId, newId("payment"), usd(30_000)),
    Ledger.paymentWrite(orderId, newId("payment"), usd(70_000)),
    ...Ledger.completionWrites(orderId, { total, platformFee: usd(9_000), supplierPrice: usd(SUPPLIER_PRICE) }),
    Ledger.payoutWrite(orderId, usd(SUPPLIER_PRICE)),
  ];
  await as(actors.buyerOwner, () => commit({ about: orderId, writes: opened.writes, events: opened.events, reply: null }));
  await as(actors.admin, () => commit({ about: orderId, writes: booked(), events: [], reply: null }));
});

test("the buyer's money is one request", async () => {
  let plan: Awaited<ReturnType<typeof Payment.plan>> | undefined;
  const { requests } = await cost(async () => (plan = await as(actors.buyerOwner, () => Payment.plan({ orderId }))));

  expect(plan).toMatchObject({ total, paid: total, status: "paid" });
  expect(requests).toBe(1);
});

test("nothing of what the supplier has is among the rows of the buyer's side", async () => {
  const money = await Order.findBuyerSide(orderId);
  const rows = ["order-money", "payment", "invoice", "posting"].flatMap((kind) => money?.rows.of(kind) ?? []);

  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${SUPPLIER_PRICE}|supplier`));
});

test("an admin reads the whole books, in the order of what happened", async () => {
  const books = await as(actors.admin, () => Payment.books({ orderId }));

  expect(books.postings.map(({ kind }) => kind).toSorted()).toEqual(["completion", "payment", "payment", "payout"]);
  expect(books.closes).toBe(true);
});

test("the header and the brief lie side by side and are one request", async () => {
  const { requests } = await cost(async () => {
    expect(await Order.findCore(orderId)).toMatchObject({ order: { orderId, title: "Heavy hoodies" }, brief: { fabric: "cotton" }, stages: [] });
  });

  expect(requests).toBe(1);
});
