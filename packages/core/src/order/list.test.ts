import { beforeAll, describe, expect, test } from "vitest";
import { actors, BUYER, idOf, OTHER_SUPPLIER, SUPPLIER } from "../../../../test/support/actors.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import { usd } from "../kernel/money.ts";
import { dynamo } from "../table/client.ts";
import { commit } from "../table/commit.ts";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { headerWrite, offerDoneWrite } from "./change.ts";
import { SupplierRow } from "./entities.ts";
import * as event from "./event.ts";
import * as Order from "./index.ts";
import type { Status } from "./model.ts";

await startTable();

const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);

type Made = {
  readonly status: Status;
  readonly supplierId?: string;
  readonly guardMet?: boolean;
  readonly promisedOn?: string;
  readonly percent?: number;
};

async function make(minute: number, made: Made): Promise<string> {
  const opened = Order.open({
    quoteId: newId("quote"),
    revision: 1,
    ownerId: BUYER,
    title: `Order ${minute}`,
    family: "casualwear",
    garmentType: "t-shirt",
    quantity: 100,
    brief: {},
    lines: [],
    total: usd(100_000),
    deposit: usd(30_000),
    shippingAddress: {},
    terms: { version: "1", hash: "h" },
    acceptedBy: "user",
    now: at(minute),
  });
  await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [...opened.writes] }));
  const order = await Order.find(opened.orderId);
  if (!order) throw new Error("the order is missing");
  await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [headerWrite(order, made, at(minute).toISOString())] }));
  return opened.orderId;
}

const offered = (orderId: string, supplierId: string, state: "offered" | "accepted" | "declined") =>
  SupplierRow.create({
    orderId,
    supplierId,
    orderNumber: "SA-1",
    title: "Offered",
    quantity: 100,
    price: 61_000,
    currency: "USD",
    state,
    offeredAt: NOW.toISOString(),
    answerBy: "2026-03-05T23:59:59.999Z",
    sLane: state === "declined" ? "order" : "open",
    sLaneAt: NOW.toISOString(),
  }).go();

const ids: Record<string, string> = {};

beforeAll(async () => {
  ids["fresh"] = await make(1, { status: "awaiting_deposit" });
  ids["making"] = await make(2, { status: "in_production", supplierId: SUPPLIER, promisedOn: "2026-02-20", percent: 45 });
  ids["due"] = await make(3, { status: "awaiting_balance" });
  ids["settled"] = await make(4, { status: "awaiting_balance", guardMet: true });
  ids["second"] = await make(5, { status: "in_production" });
  ids["done"] = await make(6, { status: "completed" });
  ids["asked"] = await make(7, { status: "offered", supplierId: SUPPLIER });
  await offered(ids["making"], SUPPLIER, "accepted");
  await offered(ids["asked"], SUPPLIER, "offered");
  await offered(ids["fresh"], SUPPLIER, "declined");
});

const list = (actor: Actor, query: Parameters<typeof Order.list>[0] = {}) => as(actor, () => Order.list(query));

describe("a buyer's list", () => {
  test("tells what has been paid and what is due now", async () => {
    const { items } = await list(actors.buyerViewer);

    const money = Object.fromEntries(items.map((item) => [Object.keys(ids).find((name) => ids[name] === item.orderId), item.money]));
    expect(money).toEqual({
      fresh: { status: "unpaid", due: usd(30_000) },
      making: { status: "deposit_paid" },
      due: { status: "deposit_paid", due: usd(70_000) },
      settled: { status: "paid" },
      second: { status: "deposit_paid" },
      asked: { status: "deposit_paid" },
    });
  });

  test("of one status fills its pages with that status, whatever lies between, and finds finished orders too", async () => {
    const first = await list(actors.buyerOwner, { status: "in_production", limit: 1 });
    const second = await list(actors.buyerOwner, { status: "in_production", limit: 1, cursor: first.nextCursor });
    const done = await list(actors.buyerOwner, { status: "completed" });

    expect([...first.items, ...second.items].map(({ orderId }) => orderId)).toEqual([ids["second"], ids["making"]]);
    expect(done.items.map(({ orderId }) => orderId)).toEqual([ids["done"]]);
  });

  test("takes two requests", async () => {
    expect(await cost(() => list(actors.buyerOwner))).toMatchObject({ requests: 2 });
  });
});

describe("an admin's list", () => {
  test("is of a month, of a status, or of a status within a month", async () => {
    const month = await list(actors.admin, { month: "2026-03" });
    const status = await list(actors.admin, { status: "in_production" });
    const [within, outside] = await Promise.all(["2026-03", "2026-02"].map((one) => list(actors.admin, { status: "in_production", month: one })));

    expect(month.items.length).toBeGreaterThan(6);
    expect(status.items.map(({ orderId }) => orderId)).toEqual([ids["second"], ids["making"]]);
    expect(within?.items).toEqual(status.items);
    expect(outside?.items).toEqual([]);
  });
});

describe("a supplier's list", () => {
  test("shows orders as they stand, with the supplier's own price and never the buyer's money", async () => {
    const { items } = await list(actors.supplierOwner);

    expect(items.map(({ orderId, status, percent, isLate, price, money }) => ({ orderId, status, percent, isLate, price, money }))).toEqual(
      expect.arrayContaining([
        { orderId: ids["making"], status: "in_production", percent: 45, isLate: true, price: usd(61_000), money: undefined },
        { orderId: ids["asked"], status: "offered", percent: 0, isLate: false, price: usd(61_000), money: undefined },
      ]),
    );
  });

  test("has no price for the factory floor", async () => {
    const { items } = await list(actors.supplierFactory);

    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toMatch(/61000|price|money/u);
  });

  test("can be narrowed to offers that wait for an answer; declined ones are in the other lane and stay as they were offered", async () => {
    const waiting = await list(actors.supplierOwner, { status: "offered" });
    const earlier = await list(actors.supplierOwner, { lane: "order" });

    expect(waiting.items.map(({ orderId }) => orderId)).toEqual([ids["asked"]]);
    expect(earlier.items).toMatchObject([{ orderId: ids["fresh"], status: "offered", offerState: "declined" }]);
  });

  test("keeps a completed order among the finished ones", async () => {
    const orderId = await make(8, { status: "completed", supplierId: OTHER_SUPPLIER });
    await offered(orderId, OTHER_SUPPLIER, "accepted");
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: [offerDoneWrite(orderId, OTHER_SUPPLIER, NOW.toISOString())] }));

    const [open, finished] = await Promise.all([list(actors.otherSupplier), list(actors.otherSupplier, { lane: "order" })]);

    expect(open.items).toEqual([]);
    expect(finished.items).toMatchObject([{ orderId, status: "completed", offerState: "completed" }]);
  });
});

describe("the log", () => {
  const write = (about: string, actor: Actor, one: DomainEvent) => as(actor, () => commit({ about, writes: [], events: [one], reply: {} }));

  beforeAll(async () => {
    const orderId = ids["making"] ?? "";
    await write(orderId, actors.system, { type: "payment.received", data: { orderId, purpose: "deposit", amount: usd(30_000) } });
    await write(orderId, actors.admin, event.Offered({ orderId, supplierId: OTHER_SUPPLIER, answerBy: "2026-03-05" }));
    await write(orderId, actors.admin, event.Offered({ orderId, supplierId: SUPPLIER, answerBy: "2026-03-05" }));
    await write(orderId, actors.supplierFactory, event.StageReported({ orderId, position: 1, stageName: "Cutting", percent: 45, photos: 2 }));
    await write(orderId, actors.system, { type: "payment.paid_out", data: { orderId, amount: usd(61_000), reference: "BT-7" } });
    await write(orderId, actors.supplierFactory, { type: "upload.asked", data: { uploadId: idOf("upl", "1") } });
  });

  const log = (actor: Actor) => as(actor, () => Order.log({ orderId: ids["making"] ?? "" }));
  const types = async (actor: Actor) => (await log(actor)).map(({ type }) => type);

  test("gives each party what concerns it", async () => {
    expect(await types(actors.buyerOwner)).toEqual(["payment.received", "order.offered", "order.offered", "order.stage_reported"]);
    expect(await types(actors.supplierOwner)).toEqual(["order.offered", "order.stage_reported", "payment.paid_out"]);
    expect(await types(actors.supplierFactory)).toEqual(["order.offered", "order.stage_reported"]);
    expect(await types(actors.admin)).toHaveLength(6);
  });

  test("names the actor by role, and what a stage was reported with; ids and the other side's money stay inside", async () => {
    const entries = await log(actors.buyerOwner);

    expect(entries.at(-1)).toEqual({
      type: "order.stage_reported",
      at: NOW.toISOString(),
      by: "supplier",
      data: { position: 1, stageName: "Cutting", percent: 45, photos: 2 },
    });
    expect(JSON.stringify(entries)).not.toMatch(/org_|user-|61000/u);
  });
});
