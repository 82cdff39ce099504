import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import * as Counter from "./counter.ts";
import { creating, changing } from "../table/write.ts";
import { InternalRow, SupplierRow } from "./entities.ts";
import * as Order from "./index.ts";
import * as Offer from "./offer.ts";
import { sweepOverdue } from "./overdue.ts";
import * as store from "./store.ts";

await startTable();

const price = usd(61_000);
let mill: Member;
beforeAll(async () => {
  mill = await newSupplier(`mill-${randomUUID()}`);
});

const daysOn = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);
const sweep = (days: number) => as(actors.system, sweepOverdue, { now: daysOn(days) });
const found = async (orderId: string) => {
  const order = await Order.find(orderId);
  if (!order) throw new Error("the order is gone");
  return order;
};

/** An order that is offered to the mill, as an admin offers it. */
async function offered(): Promise<string> {
  const { orderId } = await orderThat({ status: "offered", supplierId: mill.orgId, supplierName: "Mill" }, (id) => [
    creating(
      SupplierRow.create({
        orderId: id,
        supplierId: mill.orgId,
        orderNumber: "SA-1",
        title: "T-shirts",
        quantity: 300,
        price: price.amount,
        currency: "USD",
        state: "offered",
        offeredAt: NOW.toISOString(),
        answerBy: new Date(daysOn(3)).toISOString(),
        sLane: "open",
        sLaneAt: NOW.toISOString(),
      }),
    ),
  ]);
  return orderId;
}

const mine = (orderId: string) => as(mill, () => Offer.mine({ orderId }));

describe("an order that waits for its deposit", () => {
  test("is reminded of twice, each time once, and ends after two weeks", async () => {
    const { orderId } = await orderThat({});

    await sweep(2);
    const quiet = await found(orderId);
    await sweep(3);
    await sweep(4);
    const reminded = await found(orderId);
    await sweep(8);
    const again = await found(orderId);
    await sweep(14);

    expect([quiet.reminders, reminded.reminders, again.reminders]).toEqual([undefined, 1, 2]);
    expect(await found(orderId)).toMatchObject({ status: "cancelled" });
    const told = (await as(actors.admin, () => Order.log({ orderId }))).map(({ type }) => type);
    expect(told.filter((type) => type === "order.reminded")).toHaveLength(2);
    expect(told.filter((type) => type === "order.expired")).toHaveLength(1);
  });
});

describe("an offer", () => {
  test("that nobody answers goes back to the queue, and is not made to the same supplier again", async () => {
    const orderId = await offered();

    await sweep(3);
    const waiting = await found(orderId);
    await sweep(5);

    expect(waiting.status).toBe("offered");
    expect(await found(orderId)).toMatchObject({ status: "deposit_paid" });
    expect(await found(orderId)).not.toHaveProperty("supplierId");
    expect(await store.findInternal(orderId)).toMatchObject({ excluded: [mill.orgId] });
    expect(await store.findOffer(orderId, mill.orgId)).toMatchObject({ state: "lapsed" });
  });

  test("is countered once; it cannot be accepted then and does not lapse, and the price that is agreed is offered anew", async () => {
    const orderId = await offered();
    const asked = usd(66_000);
    const counter = () => as(mill, () => Counter.counter({ orderId, price: asked, note: "Yarn has risen." }));

    await counter();
    await expect(counter()).rejects.toMatchObject({ code: "offer.countered" });
    await expect(as(mill, () => Offer.accept({ orderId }))).rejects.toMatchObject({ code: "offer.countered" });
    await sweep(9);
    const countered = await mine(orderId);
    await as(actors.admin, () => Counter.agree({ orderId }), { now: daysOn(9) });

    expect(countered).toMatchObject({ state: "countered", price, counterPrice: asked });
    expect(await mine(orderId)).toMatchObject({ state: "offered", price: asked });
    expect(await mine(orderId)).not.toHaveProperty("counterPrice");
    expect(await store.findInternal(orderId)).toMatchObject({ supplierPrice: asked });
    await expect(as(actors.admin, () => Counter.agree({ orderId }))).rejects.toMatchObject({ code: "offer.not_countered" });
  });

  test.each([
    ["the price that was offered", price, "offer.price", 0],
    ["nothing", usd(0), "offer.price", 0],
    ["another price after the deadline", usd(70_000), "offer.lapsed", 4],
  ])("is not countered with %s", async (_what, asked, code, days) => {
    const orderId = await offered();

    await expect(as(mill, () => Counter.counter({ orderId, price: asked }), { now: daysOn(days) })).rejects.toMatchObject({ code });
  });

  test("is nobody else's to counter, and no supplier's to agree", async () => {
    const orderId = await offered();
    const other = await newSupplier(`other-${randomUUID()}`);

    await expect(as(other, () => Counter.counter({ orderId, price: usd(1) }))).rejects.toMatchObject({ code: "record.not_found" });
    await expect(as(mill, () => Counter.agree({ orderId }))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("an order", () => {
  test("whose balance does not come is held after thirty days; its goods are kept", async () => {
    const { orderId } = await orderThat({ status: "awaiting_balance" });

    await sweep(7);
    const reminded = await found(orderId);
    await sweep(30);

    expect(reminded).toMatchObject({ status: "awaiting_balance", reminders: 1 });
    expect(await found(orderId)).toMatchObject({ status: "on_hold", heldFrom: "awaiting_balance" });
  });

  test("that is delivered completes by itself once the time for claims is over, and is booked once", async () => {
    const { orderId } = await orderThat({ status: "delivered" }, (id) => [
      changing(InternalRow.patch({ orderId: id }).set({ supplierPrice: price.amount })),
    ]);

    await sweep(14);
    const waiting = await found(orderId);
    const swept = await Promise.all([sweep(15), sweep(15)]);

    expect(waiting.status).toBe("delivered");
    expect(await found(orderId)).toMatchObject({ status: "completed" });
    expect(swept.toSorted()).not.toEqual([0, 0]);
    const told = await as(actors.admin, () => Order.log({ orderId }));
    expect(told.filter(({ type, by }) => type === "order.completed" && by === "system")).toHaveLength(1);
  });
});
