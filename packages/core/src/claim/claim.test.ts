import { afterAll, beforeAll, expect, test } from "vitest";
import { actors, only, SUPPLIER, verdicts, BUYER } from "../../../../test/support/actors.ts";
import { type Bank, look, paidOrder, sendRefund, startBank } from "../../../../test/support/bank.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { addDays, dateOf } from "../kernel/calendar.ts";
import { usd } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import { ShipmentRow } from "../order/entities.ts";
import * as Order from "../order/index.ts";
import { complete } from "../order/ship.ts";
import * as Payment from "../payment/index.ts";
import { Links } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import { creating } from "../table/write.ts";
import * as Claim from "./index.ts";
import * as policy from "./policy.ts";

let bank: Bank;
beforeAll(async () => {
  await startTable();
  bank = await startBank();
  Links.provide({
    presignGet: async ({ key }) => `https://files.example/${key}`,
    presignPost: async ({ key }) => ({ url: "https://files.example", key, fields: {} }),
  });
});

afterAll(async () => bank.stop());

const today = dateOf(NOW.toISOString());

/** A delivered order, fully paid, that arrived so many days ago. */
async function delivered(daysAgo = 0) {
  const deliveredOn = addDays(today, -daysAgo);
  const parcel = { carrier: "Northstar", trackingNumber: "NS-0001", shippedOn: addDays(deliveredOn, -9), deliveredOn };
  const order = await orderThat({ status: "delivered", supplierId: SUPPLIER, percent: 0 }, (orderId) => [
    creating(ShipmentRow.create({ orderId, ...parcel })),
  ]);
  const terms = await Order.findTerms(order.orderId);
  if (!terms) throw new Error("the order has no price");
  await as(actors.system, () =>
    commit({ about: order.orderId, writes: [Ledger.paymentWrite(order.orderId, "pay_1", terms.total)], events: [], reply: null }),
  );
  return { orderId: order.orderId, total: terms.total.amount };
}

const claim = (orderId: string, more: object = {}) =>
  as(actors.buyerOwner, () => Claim.open({ orderId, kind: "damaged", pieces: 40, words: "The collars are torn.", ...more }));
type Decision = Parameters<typeof Claim.decide>[0]["decision"];
const decide = (orderId: string, claimId: string, decision: Decision) => as(actors.admin, () => Claim.decide({ orderId, claimId, decision }));
const seen = (orderId: string, actor: (typeof actors)[keyof typeof actors]) => as(actor, () => Claim.list({ orderId }));
const statusOf = async (orderId: string) => (await Order.find(orderId))?.status;

test("who reads, claims, answers and decides", () => {
  const order = { order: { ownerId: BUYER, supplierId: SUPPLIER } };
  const parties = ["buyerOwner", "buyerMember", "buyerViewer", "supplierOwner", "supplierManager", "supplierFactory", "admin", "system"] as const;
  const others = (mine: readonly string[]) => parties.filter((name) => !mine.includes(name));

  expect(verdicts(policy.read, order)).toEqual(only(parties));
  expect(verdicts(policy.claim, order)).toEqual(only(["buyerOwner", "buyerMember"], others(["buyerOwner", "buyerMember"])));
  expect(verdicts(policy.answer, order)).toEqual(only(["supplierOwner", "supplierManager"], others(["supplierOwner", "supplierManager"])));
  expect(verdicts(policy.decide, order)).toEqual(only(["admin"], others(["admin"])));
});

test("an open claim keeps the order from being completed, and there is one at a time", async () => {
  const { orderId } = await delivered(14);
  await claim(orderId);

  expect(await statusOf(orderId)).toBe("claimed");
  await expect(as(actors.buyerOwner, () => complete({ orderId }))).rejects.toMatchObject({ kind: "conflict" });
  await expect(claim(orderId)).rejects.toMatchObject({ code: "order.transition" });
});

test("nothing is claimed after the claim period, or for more pieces than were ordered", async () => {
  await expect(claim((await delivered(15)).orderId)).rejects.toMatchObject({ code: "claim.late" });
  await expect(claim((await delivered()).orderId, { pieces: 301 })).rejects.toMatchObject({ code: "claim.pieces" });
});

test("a claim that is withdrawn leaves the order delivered, and is decided no more", async () => {
  const { orderId } = await delivered();
  const { claimId } = await claim(orderId);

  await as(actors.buyerOwner, () => Claim.withdraw({ orderId, claimId }));

  expect(await statusOf(orderId)).toBe("delivered");
  await expect(decide(orderId, claimId, { outcome: "turnDown", reason: "It is as ordered." })).rejects.toMatchObject({ code: "claim.closed" });
});

test("the supplier is heard once", async () => {
  const { orderId } = await delivered();
  const { claimId } = await claim(orderId);
  const answer = (words: string) => as(actors.supplierOwner, () => Claim.answer({ orderId, claimId, words }));

  await answer("It passed its inspection.");

  await expect(answer("And again.")).rejects.toMatchObject({ code: "claim.answered" });
  expect(await seen(orderId, actors.buyerOwner)).toMatchObject([{ answer: "It passed its inspection.", state: "open" }]);
});

test("a refund is no more than was paid, is told to the buyer and kept from the supplier", async () => {
  const { orderId, intentId } = await paidOrder(bank, { status: "delivered", supplierId: SUPPLIER });
  const total = (await as(actors.buyerOwner, () => Payment.plan({ orderId }))).deposit.amount;
  const { claimId } = await claim(orderId);

  await expect(decide(orderId, claimId, { outcome: "refund", amount: usd(total + 1) })).rejects.toMatchObject({ code: "claim.above_paid" });
  await decide(orderId, claimId, { outcome: "refund", amount: usd(total) });
  const [asked] = (await as(actors.buyerOwner, () => Payment.plan({ orderId }))).refunds;
  await sendRefund(orderId, asked?.refundId ?? "");
  await look(intentId);

  expect(asked).toMatchObject({ status: "asked", reason: "damaged", amount: usd(total) });
  expect(await as(actors.buyerOwner, () => Payment.plan({ orderId }))).toMatchObject({ paid: usd(0), refunds: [{ status: "succeeded" }] });
  expect(await statusOf(orderId)).toBe("delivered");
  expect(await seen(orderId, actors.buyerOwner)).toMatchObject([{ state: "refunded", amount: usd(total) }]);
  expect(JSON.stringify(await seen(orderId, actors.supplierOwner))).not.toContain(String(total));
});

test("what is made again goes back to production without its parcel, promised for the day that was named", async () => {
  const { orderId } = await delivered();
  const { claimId } = await claim(orderId);
  const untilOn = addDays(today, 20);

  await expect(decide(orderId, claimId, { outcome: "remake", untilOn: today })).rejects.toMatchObject({ code: "claim.past" });
  await decide(orderId, claimId, { outcome: "remake", untilOn });

  const core = await Order.findCore(orderId);
  expect(core?.order).toMatchObject({ status: "in_production", isRemade: true, guardMet: true, promisedOn: untilOn });
  expect(core?.shipment).toBeUndefined();
});
