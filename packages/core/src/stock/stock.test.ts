import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { count, EACH, faults, levelsOf, place, provider, stocked } from "../../../../test/support/stock.ts";
import { as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { usd } from "../kernel/money.ts";
import { sweepHolds } from "../order/expire.ts";
import * as Order from "../order/index.ts";
import { decideLot, inspect } from "../order/inspect.ts";
import * as Offer from "../order/offer.ts";
import * as Progress from "../order/progress.ts";
import * as Payment from "../payment/index.ts";
import { settle as settlePayment } from "../payment/settle.ts";
import { Payments } from "../ports/payment.ts";
import * as Product from "../product/index.ts";
import * as ProductStats from "../product-stats/index.ts";
import * as Supplier from "../supplier/index.ts";
import { runs } from "../testing.ts";
import * as Stock from "./index.ts";

beforeAll(startTable);

let bank = provider();
beforeEach(() => {
  bank = provider();
  Payments.provide(bank.port);
});

const minutes = (after: number): Date => new Date(NOW.getTime() + after * 60_000);
const sweepAt = (after: number) => as(actors.system, sweepHolds, { now: minutes(after) });
/** The buyer opens the deposit, and the provider says that it came; the worker hears of it at that minute. */
const openDeposit = (orderId: string) => as(actors.buyerOwner, () => Payment.open({ orderId, purpose: "deposit" }));
const settle = (orderId: string, after = 5) => {
  const intentId = bank.succeed(orderId);
  return as(actors.system, () => settlePayment({ intentId }), { now: minutes(after), key: randomUUID() });
};
const pay = async (orderId: string, after = 5) => {
  await openDeposit(orderId);
  return settle(orderId, after);
};
const coreOf = async (orderId: string) => {
  const core = await Order.findCore(orderId);
  if (!core) throw new Error(`no order ${orderId}`);
  return core;
};
const buyer = (tag: number): Member => ({ ...actors.buyerOwner, userId: `user-${tag}` });

describe("a count", () => {
  test("sets what is in the house, what is held included", async () => {
    const productId = await stocked({ m: 10 });
    await place(productId, { m: 4 });

    const view = await count(productId, { m: 7 });

    expect(view.items.find(({ sku }) => sku === "navy/m")).toMatchObject({ onHand: 7, reserved: 4, sellable: 3 });
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [7, 4, 3] });
  });

  test("under what is held is refused", async () => {
    const productId = await stocked({ m: 10 });
    await place(productId, { m: 4 });

    await expect(count(productId, { m: 3 })).rejects.toMatchObject({ code: "stock.held", details: { reserved: 4 } });
  });

  test("that was overtaken by a sale is refused, and changes nothing of the rest", async () => {
    const productId = await stocked({ m: 10, l: 5 });
    const { orderId } = await place(productId, { m: 4 });
    await pay(orderId);
    const lines = [
      { size: "L", colour: "Navy", onHand: 50, seen: 5 },
      { size: "M", colour: "Navy", onHand: 12, seen: 10 },
    ];

    const late = as(actors.supplierOwner, () => Stock.setOnHand({ productId, lines }));

    await expect(late).rejects.toMatchObject({ code: "stock.changed", details: { sku: "navy/m" } });
    expect(await levelsOf(productId)).toEqual({ "navy/m": [6, 0, 6], "navy/l": [5, 0, 5] });
  });

  test("of one combination twice is refused", async () => {
    const productId = await stocked({ m: 1 });
    const twice = [1, 2].map((onHand) => ({ size: onHand === 1 ? "M" : "m", colour: "Navy", onHand }));

    await expect(as(actors.supplierOwner, () => Stock.setOnHand({ productId, lines: twice }))).rejects.toMatchObject({ code: "stock.twice" });
  });

  test("two at once: one is there, the other is told to read again or is the same", async () => {
    const productId = await stocked({ m: 10 });

    const all = await Promise.allSettled([count(productId, { m: 30 }), count(productId, { m: 20 })]);

    expect(all.some(({ status }) => status === "fulfilled")).toBe(true);
    expect([
      [30, 0, 30],
      [20, 0, 20],
    ]).toContainEqual((await levelsOf(productId))["navy/m"]);
  });
});

describe("an order from stock", () => {
  test("holds its pieces for thirty minutes and waits for the deposit of three tenths", async () => {
    const productId = await stocked({ m: 10, l: 10 });

    const placed = await place(productId, { m: 4, l: 2 });

    const { order, goods, brief } = await coreOf(placed.orderId);
    expect(order).toMatchObject({ status: "awaiting_deposit", productId, quantity: 6, title: "6 × Heavy cotton T-shirt" });
    expect(brief).toBeUndefined();
    expect(placed.heldUntil).toBe(minutes(30).toISOString());
    expect(goods).toMatchObject({
      state: "held",
      lines: [
        { sku: "navy/m", quantity: 4 },
        { sku: "navy/l", quantity: 2 },
      ],
    });
    expect(await Order.findTerms(placed.orderId)).toMatchObject({
      total: usd(6 * EACH.amount),
      deposit: usd(902),
      items: [
        { productId, sku: "navy/m", quantity: 4, unitPrice: EACH },
        { productId, sku: "navy/l", quantity: 2, unitPrice: EACH },
      ],
    });
    expect(await Order.findInternal(placed.orderId)).toMatchObject({ supplierPrice: usd(6 * 455), platformFee: usd(6 * 46) });
    expect(await levelsOf(productId)).toEqual({ "navy/m": [10, 4, 6], "navy/l": [10, 2, 8] });
  });

  test("costs what all its pieces together cost", async () => {
    const productId = await stocked({ m: 80, l: 80 });

    const { orderId } = await place(productId, { m: 60, l: 40, unitPrice: usd(440) });

    expect(await Order.findTerms(orderId)).toMatchObject({ total: usd(44_000) });
  });

  test("costs the fee that its listing has, and the supplier is owed its own price", async () => {
    const productId = await stocked({ m: 10, feeBps: 2_000 });

    const { orderId } = await place(productId, { m: 10, unitPrice: usd(546) });

    expect(await Order.findInternal(orderId)).toMatchObject({ buyerTotal: usd(5_460), supplierPrice: usd(4_550), platformFee: usd(910) });
  });

  test.each([
    ["more than there is", { m: 11 }, "stock.short", { sku: "navy/m", sellable: 10 }],
    ["a size nobody counted", { l: 1 }, "stock.unknown", { sku: "navy/l" }],
    ["another price than it has", { m: 1, unitPrice: usd(500) }, "stock.price_changed", { unitPrice: EACH }],
  ] as const)("of %s is refused by name", async (_name, wanted, code, details) => {
    const productId = await stocked({ m: 10, draft: { sizes: ["M"] } });

    await expect(place(productId, wanted)).rejects.toMatchObject({ code, details });
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [10, 0, 10] });
  });

  test("of less than the listing's smallest order is refused with it", async () => {
    const productId = await stocked({ m: 60, draft: { moq: 50 } });

    await expect(place(productId, { m: 49 })).rejects.toMatchObject({ code: "stock.below_minimum", details: { minimum: 50 } });
    await expect(place(productId, { m: 50 })).resolves.toBeDefined();
  });

  test("of a listing that has left the catalogue, or never was there, is refused alike", async () => {
    const productId = await stocked({ m: 10 });
    await as(actors.supplierOwner, () => Product.pause({ productId }));

    for (const gone of [productId, idOf("prd", "9")]) await expect(place(gone, { m: 1 })).rejects.toMatchObject({ code: "stock.unlisted" });
  });

  test("is read with its listing, beside the buyer's rules, and placed in one request, as a count is", async () => {
    const productId = await stocked({ m: 10 });

    expect(await cost(() => place(productId, { m: 1 }))).toMatchObject({ requests: 3, hops: 2 });
    expect(await cost(() => count(productId, { m: 12 }))).toMatchObject({ requests: 2, hops: 2 });
  });

  test("is one order, however often it is sent", async () => {
    const productId = await stocked({ m: 10 });

    const all = await Promise.all([1, 2, 3].map(() => place(productId, { m: 3, key: `key-${productId}` })));

    expect(new Set(all.map(({ orderId }) => orderId)).size).toBe(1);
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [10, 3, 7] });
  });

  test("gives its pieces back when it is cancelled", async () => {
    const productId = await stocked({ m: 10 });
    const { orderId } = await place(productId, { m: 3 });

    await as(actors.buyerOwner, () => Order.cancel({ orderId }));

    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [10, 0, 10] });
    expect((await coreOf(orderId)).goods).toMatchObject({ state: "released", cause: "cancelled" });
  });

  test("is cancelled when its half hour is over, not a minute before, and its pieces are there for others", async () => {
    const productId = await stocked({ m: 3 });
    const { orderId } = await place(productId, { m: 3 });

    await sweepAt(29);
    expect((await coreOf(orderId)).order.status).toBe("awaiting_deposit");
    await expect(place(productId, { m: 1 })).rejects.toMatchObject({ code: "stock.short" });
    await Promise.all([sweepAt(31), sweepAt(31), sweepAt(31)]);

    expect((await coreOf(orderId)).order.status).toBe("cancelled");
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [3, 0, 3] });
    await expect(place(productId, { m: 3, now: minutes(32) })).resolves.toBeDefined();
  });

  test("is paid once, however often the provider says so: its pieces leave the house and count as sold", async () => {
    const productId = await stocked({ m: 10, l: 5 });
    const { orderId } = await place(productId, { m: 4, l: 1 });
    await openDeposit(orderId);

    await Promise.allSettled([settle(orderId), settle(orderId), settle(orderId)]);
    await settle(orderId);

    expect((await coreOf(orderId)).order.status).toBe("deposit_paid");
    expect(await levelsOf(productId)).toEqual({ "navy/m": [6, 0, 6], "navy/l": [4, 0, 4] });
    expect(await ProductStats.find(productId)).toEqual({ sales: 5 });
  });

  test("whose deposit comes after its hold takes the pieces that are free", async () => {
    const productId = await stocked({ m: 3 });
    const { orderId } = await place(productId, { m: 3 });
    await openDeposit(orderId);
    await sweepAt(31);

    await settle(orderId, 33);

    expect((await coreOf(orderId)).order.status).toBe("deposit_paid");
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [0, 0, 0] });
    expect(await ProductStats.find(productId)).toEqual({ sales: 3 });
  });

  test("whose deposit comes when its pieces are sold keeps the money in sight, and goes on once there are pieces", async () => {
    const productId = await stocked({ m: 3 });
    const { orderId } = await place(productId, { m: 3 });
    await openDeposit(orderId);
    await sweepAt(31);
    await place(productId, { m: 2, now: minutes(32) });

    await settle(orderId, 33);

    const { order } = await coreOf(orderId);
    expect(order).toMatchObject({ status: "on_hold", heldFrom: "deposit_paid" });
    expect(order.holdReason).toMatch(/pieces.*sold.*money is here/);
    const plan = await as(actors.buyerOwner, () => Payment.plan({ orderId }));
    expect(plan).toMatchObject({ paid: plan.deposit, status: "deposit_paid" });
    const resume = () => as(actors.admin, () => Order.resume({ orderId }));
    await expect(resume()).rejects.toMatchObject({ code: "stock.short" });
    await count(productId, { m: 5 });
    await resume();
    expect((await coreOf(orderId)).order.status).toBe("deposit_paid");
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [2, 2, 0] });
  });

  test("whose deposit comes after its buyer cancelled it is not revived: the money waits for a decision", async () => {
    const productId = await stocked({ m: 3 });
    const { orderId } = await place(productId, { m: 3 });
    await openDeposit(orderId);
    await as(actors.buyerOwner, () => Order.cancel({ orderId }));

    await settle(orderId);

    expect((await coreOf(orderId)).order).toMatchObject({ status: "on_hold", heldFrom: "deposit_paid" });
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [3, 0, 3] });
  });
});

describe("the supplier of the pieces", () => {
  let maker: Member = actors.supplierOwner;
  beforeAll(async () => {
    maker = await newSupplier("maker");
  });
  const bySupplier = <T>(run: () => Promise<T>) => as(maker, run);
  const byAdmin = <T>(run: () => Promise<T>) => as(actors.admin, run);

  test("is offered them by the deposit, at its listing's own price, confirms them into inspection, and mends what fails there", async () => {
    const productId = await stocked({ m: 20, l: 1, by: maker });
    const { orderId } = await place(productId, { m: 10 });

    await pay(orderId);
    const offer = await bySupplier(() => Offer.mine({ orderId }));
    const accepted = await bySupplier(() => Offer.accept({ orderId }));
    await bySupplier(() => inspect({ orderId, findings: [{ type: "sharp", class: "critical", count: 1 }] }));
    await bySupplier(() => Progress.finish({ orderId }));
    await bySupplier(() => inspect({ orderId, findings: [] }));

    expect(offer).toMatchObject({ price: usd(4_550), state: "offered" });
    expect(accepted).toMatchObject({ status: "inspection", promisedOn: "2026-03-09" });
    expect(await coreOf(orderId)).toMatchObject({ order: { status: "ready", supplierId: maker.orgId }, stages: [] });
  });

  test("leaves a lot with a few minor defects too many to its buyer, who has it mended, and takes it the second time", async () => {
    const productId = await stocked({ m: 80, by: maker });
    const { orderId } = await place(productId, { m: 60 });
    await pay(orderId);
    await bySupplier(() => Offer.accept({ orderId }));
    const look = () => bySupplier(() => inspect({ orderId, findings: [{ type: "loose-thread", class: "minor", count: 2 }] }));
    const decide = async (takes: boolean) => {
      const [inspection] = (await Order.findProgress(orderId)).inspections;
      const inspectionId = inspection?.inspectionId ?? "";
      return as(actors.buyerOwner, () => decideLot({ orderId, inspectionId, takes }));
    };

    expect(await look()).toMatchObject({ status: "inspection" });
    await expect(look()).rejects.toMatchObject({ code: "inspection.waits" });
    expect(await decide(false)).toMatchObject({ status: "in_production" });
    await expect(decide(true)).rejects.toMatchObject({ code: "inspection.decided" });
    await bySupplier(() => Progress.finish({ orderId }));
    await look();
    expect(await decide(true)).toMatchObject({ status: "ready" });

    const { inspections } = await Order.findProgress(orderId);
    expect(inspections).toMatchObject([
      { decision: "taken", inspection: { result: "conditional", round: 2, defects: { minor: 2 } } },
      { decision: "refused", inspection: { result: "conditional", round: 1 } },
    ]);
  });

  test("is held to what was agreed; only the platform asks for less, and says why", async () => {
    const productId = await stocked({ m: 80, by: maker });
    const { orderId } = await place(productId, { m: 60 });
    await pay(orderId);
    await bySupplier(() => Offer.accept({ orderId }));
    const limits = { level: "S-2", major: "2.5", minor: "4.0" } as const;
    const less = { orderId, findings: [], limits };

    await expect(bySupplier(() => inspect(less))).rejects.toMatchObject({ code: "inspection.lenient" });
    await expect(byAdmin(() => inspect(less))).rejects.toMatchObject({ code: "inspection.unexplained" });
    expect(await byAdmin(() => inspect({ ...less, note: "Each piece is washed to pieces to look inside." }))).toMatchObject({ status: "ready" });
  });

  test("that was suspended meanwhile is not offered them: the money is in, and an admin decides", async () => {
    const productId = await stocked({ m: 20, by: maker });
    const { orderId } = await place(productId, { m: 10 });
    await byAdmin(() => Supplier.suspend({ orgId: maker.orgId, reason: "The certificate is not theirs." }));

    await pay(orderId);

    expect((await coreOf(orderId)).order).toMatchObject({ status: "deposit_paid" });
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [10, 0, 10] });
  });
});

test(
  "of two hundred buyers at once who want one of fifty pieces, fifty get one and all others are told that they are gone",
  { timeout: 120_000 },
  async () => {
    const productId = await stocked({ m: 50 });

    const all = await Promise.allSettled(Array.from({ length: 200 }, async (_, at) => place(productId, { m: 1, by: buyer(at) })));

    const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(all.length - refused.length).toBe(50);
    expect(new Set(refused)).toEqual(new Set(["stock.short"]));
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [50, 50, 0] });
    await sweepAt(31);
    expect(await levelsOf(productId)).toMatchObject({ "navy/m": [50, 0, 50] });
  },
);

type Deed = { readonly what: "place" | "pay" | "cancel" | "expire" | "count"; readonly which: number; readonly pieces: number };
const deed = fc.record<Deed>({
  what: fc.constantFrom("place", "place", "pay", "cancel", "expire", "count"),
  which: fc.nat(3),
  pieces: fc.integer({ min: 1, max: 6 }),
});

test("whatever buyers, the clock and the supplier do at once, the counters and the orders say the same (6 cases)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }), async (rounds) => {
      const productId = await stocked({ m: 12, l: 12 });
      const orders: string[] = [];
      const deeds: Readonly<Record<Deed["what"], (deed: Deed) => Promise<unknown>>> = {
        place: async ({ pieces }) => orders.push((await place(productId, { m: pieces, l: 1 })).orderId),
        pay: async ({ which }) => orders[which] && pay(orders[which]),
        cancel: async ({ which }) => orders[which] && as(actors.buyerOwner, () => Order.cancel({ orderId: orders[which] ?? "" })),
        expire: () => sweepAt(31),
        count: ({ pieces }) => count(productId, { m: pieces * 3 }),
      };

      for (const round of rounds) await Promise.allSettled(round.map((one) => deeds[one.what](one)));

      expect(await faults()).toEqual([]);
    }),
    runs(6),
  );
});
