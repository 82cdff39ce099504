import { beforeAll, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { as, cost, startTable } from "../../../../test/support/table.ts";
import { usd } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { headerWrite } from "../order/change.ts";
import { SupplierRow } from "../order/entities.ts";
import * as Order from "../order/index.ts";
import { commit } from "../table/commit.ts";
import { creating } from "../table/write.ts";
import * as Terms from "../terms/index.ts";
import * as Quote from "./index.ts";

beforeAll(startTable);

const buyer = actors.buyerOwner;
const address = { name: "Ada", street: "1 Mill Lane", city: "Leeds", postcode: "LS1", country: "GB" };
const ask = async () => (await as(buyer, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } }))).quote;
const accept = (quoteId: string) =>
  as(buyer, () => Quote.accept({ quoteId, revision: 1, shippingAddress: address, termsVersion: Terms.current.version }));
const listed = async (lane: Quote.Lane) => (await as(buyer, () => Quote.list({ lane }))).items.map(({ quoteId }) => quoteId);

test("a buyer's quotes are filed by what became of them", async () => {
  const [open, taken, refused] = [await ask(), await ask(), await ask()];
  await accept(taken.quoteId);
  await as(buyer, () => Quote.decline({ quoteId: refused.quoteId }));

  expect(await listed("open")).toEqual([open.quoteId]);
  expect(await listed("accepted")).toEqual([taken.quoteId]);
  expect(await listed("closed")).toEqual([refused.quoteId]);
});

test("a supplier's list says where the order stands and what to do next; the floor reads no price", async () => {
  const { orderId, orderNumber } = await accept((await ask()).quoteId);
  const order = await Order.find(orderId);
  if (!order) throw new Error("the order was not opened");
  const offer = { orderId, orderNumber, supplierId: SUPPLIER, title: order.title, quantity: 300, price: 90_000, currency: "USD" };
  const filed = { state: "accepted", offeredAt: order.createdAt, answerBy: order.createdAt, sLane: "open", sLaneAt: order.createdAt } as const;
  const moved = { status: "awaiting_balance", supplierId: SUPPLIER, percent: 100, guardMet: true } as const;
  await as(actors.system, async () =>
    commit({
      about: orderId,
      writes: [headerWrite(order, moved, nowIso()), creating(SupplierRow.create({ ...offer, ...filed }))],
      events: [],
      reply: {},
    }),
  );

  const [forOffice] = (await as(actors.supplierOwner, () => Order.list({}))).items;
  const [forFloor] = (await as(actors.supplierFactory, () => Order.list({}))).items;
  const spent = await cost(() => as(actors.supplierOwner, () => Order.list({})));

  expect(forOffice).toMatchObject({ orderId, status: "awaiting_balance", percent: 100, next: { step: "ship" }, price: usd(90_000) });
  expect(forFloor).toMatchObject({ orderId, status: "awaiting_balance" });
  expect(forFloor).not.toHaveProperty("price");
  expect(spent).toMatchObject({ requests: 2, hops: 2 });
});
