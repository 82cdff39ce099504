import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { type Bank, charged, eventsOf, look, paidOrder, sendRefund, startBank } from "../../../../test/support/bank.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import { usd } from "../kernel/money.ts";
import * as Order from "../order/index.ts";
import * as Payment from "../payment/index.ts";
import { Payments } from "../ports/payment.ts";
import { callOff } from "./call-off.ts";
import * as Refund from "./index.ts";

let bank: Bank;
beforeAll(async () => {
  await startTable();
  bank = await startBank();
});
afterAll(async () => bank.stop());

const planOf = (orderId: string) => as(actors.buyerOwner, () => Payment.plan({ orderId }));
const booksOf = (orderId: string) => as(actors.admin, () => Payment.books({ orderId }));
const give = (orderId: string, amount?: number) =>
  as(actors.admin, () => Refund.give({ orderId, purpose: "deposit", reason: "short", ...(amount === undefined ? {} : { amount: usd(amount) }) }));
const balanceIn = async (orderId: string, account: string) =>
  (await booksOf(orderId)).balances.find((one) => one.account === account)?.balance.amount ?? 0;

describe("a refund", () => {
  test("is written, asked of the provider, and booked when the provider says that it went back", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { deposit } = await planOf(orderId);

    const { refundId } = await give(orderId, 500);
    await sendRefund(orderId, refundId);
    const before = await planOf(orderId);
    await look(intentId);

    expect(before).toMatchObject({ paid: deposit, refunds: [{ refundId, status: "sent", amount: usd(500), reason: "short" }] });
    expect(await planOf(orderId)).toMatchObject({
      paid: usd(deposit.amount - 500),
      refunds: [{ status: "succeeded" }],
      payments: [{ refunded: usd(500) }],
    });
    expect(await balanceIn(orderId, "cash.stripe")).toBe(deposit.amount - 500);
    expect((await eventsOf(orderId)).slice(-3)).toEqual(["refund.asked", "refund.sent", "refund.paid"]);
  });

  test("several, partial ones come to no more than was paid, and the rest is all that is left", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { deposit } = await planOf(orderId);
    const parts = [await give(orderId, 100), await give(orderId, 200)];

    await expect(give(orderId, deposit.amount - 299)).rejects.toMatchObject({ code: "refund.too_much", details: { left: deposit.amount - 300 } });
    const rest = await give(orderId);
    await expect(give(orderId)).rejects.toMatchObject({ code: "refund.too_much" });
    for (const { refundId } of [...parts, rest]) await sendRefund(orderId, refundId);
    await look(intentId);

    expect(rest.amount).toEqual(usd(deposit.amount - 300));
    expect(await planOf(orderId)).toMatchObject({ paid: usd(0), status: "refunded" });
    expect((await bank.client.refunds.list({ payment_intent: intentId })).data).toHaveLength(3);
  });

  test("asked for by two at once for more than there is goes to one of them", async () => {
    const { orderId } = await paidOrder(bank);
    const { deposit } = await planOf(orderId);

    const all = await Promise.allSettled([give(orderId, deposit.amount - 1), give(orderId, deposit.amount - 1)]);

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("whose worker dies after the provider was asked is one refund there", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { refundId } = await give(orderId, 700);
    await Payments.use().refund({ key: refundId, refundId, orderId, intentId, amount: usd(700) });

    await sendRefund(orderId, refundId);
    await sendRefund(orderId, refundId);

    expect((await bank.client.refunds.list({ payment_intent: intentId })).data.map(({ amount }) => amount)).toEqual([700]);
  });

  test("that the webhook tells of before the worker has is booked once", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { refundId } = await give(orderId, 700);
    await bank.client.refunds.create({ payment_intent: intentId, amount: 700, metadata: { refundId, orderId } }, { idempotencyKey: refundId });

    await Promise.allSettled([look(intentId), look(intentId)]);
    await sendRefund(orderId, refundId);
    await look(intentId);

    expect((await booksOf(orderId)).postings.filter(({ kind }) => kind === "refund")).toHaveLength(1);
  });

  test("made at the provider's own desk is found, booked, and leaves so much less to give", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { deposit } = await planOf(orderId);
    await bank.client.refunds.create({ payment_intent: intentId, amount: 900 });

    await look(intentId);

    expect(await planOf(orderId)).toMatchObject({ paid: usd(deposit.amount - 900), refunds: [{ reason: "provider", status: "succeeded" }] });
    await expect(give(orderId, deposit.amount)).rejects.toMatchObject({ code: "refund.too_much" });
  });

  test("of another amount than was asked for is refused by name", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { refundId } = await give(orderId, 700);
    await bank.client.refunds.create({ payment_intent: intentId, amount: 701, metadata: { refundId } });

    await expect(look(intentId)).rejects.toMatchObject({ kind: "conflict", code: "refund.amount_differs" });
  });

  test("that the provider will not make is marked so, and its money can go back in another way", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    await bank.client.refunds.create({ payment_intent: intentId });
    const { refundId } = await give(orderId);

    await sendRefund(orderId, refundId);
    await look(intentId);

    expect((await planOf(orderId)).refunds.map(({ status }) => status).toSorted()).toEqual(["failed", "succeeded"]);
    expect(await planOf(orderId)).toMatchObject({ paid: usd(0), payments: [{ refunded: (await planOf(orderId)).deposit }] });
  });

  test("that is pending is on its way until the bank says so", async () => {
    const { orderId, intentId } = await paidOrder(bank, {}, "pm_card_pendingRefund");
    const { deposit } = await planOf(orderId);
    const { refundId } = await give(orderId, 400);
    await sendRefund(orderId, refundId);
    await look(intentId);
    const meanwhile = await planOf(orderId);
    const [made] = (await bank.client.refunds.list({ payment_intent: intentId })).data;
    bank.stripe.endRefund(made?.id ?? "");

    await look(intentId);

    expect(meanwhile).toMatchObject({ paid: deposit, refunds: [{ status: "sent" }] });
    expect(await planOf(orderId)).toMatchObject({ paid: usd(deposit.amount - 400), refunds: [{ status: "succeeded" }] });
  });

  test("that the bank sends back after it had gone through is owed again", async () => {
    const { orderId, intentId } = await paidOrder(bank, {}, "pm_card_refundFail");
    const { deposit } = await planOf(orderId);
    const { refundId } = await give(orderId, 400);
    await sendRefund(orderId, refundId);
    await look(intentId);
    const [made] = (await bank.client.refunds.list({ payment_intent: intentId })).data;
    bank.stripe.endRefund(made?.id ?? "");

    await Promise.allSettled([look(intentId), look(intentId)]);
    await look(intentId);

    const plan = await planOf(orderId);
    expect(plan).toMatchObject({ paid: deposit, refunds: [{ status: "failed" }] });
    expect(plan.payments[0]).not.toHaveProperty("refunded");
    expect(await balanceIn(orderId, "customer_deposits")).toBe(0 - deposit.amount);
  });

  test("of nothing that was paid is refused, and none but an admin gives one", async () => {
    const { orderId } = await paidOrder(bank);
    const balance = as(actors.admin, () => Refund.give({ orderId, purpose: "balance", reason: "goodwill" }));
    const byBuyer = as(actors.buyerOwner, () => Refund.give({ orderId, purpose: "deposit", reason: "goodwill" }));

    await expect(balance).rejects.toMatchObject({ code: "refund.nothing_paid" });
    await expect(byBuyer).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("a dispute", () => {
  test("takes the amount and the fee at once, and a won one gives the amount back", async () => {
    const { orderId, intentId } = await paidOrder(bank, {}, "pm_card_createDispute");
    const { deposit } = await planOf(orderId);
    await look(intentId);
    const [dispute] = (await booksOf(orderId)).disputes;
    const open = [await balanceIn(orderId, "disputes"), await balanceIn(orderId, "cash.stripe"), await balanceIn(orderId, "stripe_fees")];
    bank.stripe.closeDispute(dispute?.disputeId ?? "", "won");

    await Promise.allSettled([look(intentId), look(intentId)]);
    await look(intentId);

    expect(open).toEqual([deposit.amount, -1_500, 1_500]);
    expect((await booksOf(orderId)).disputes).toMatchObject([{ status: "won", reason: "fraudulent", purpose: "deposit" }]);
    expect([await balanceIn(orderId, "disputes"), await balanceIn(orderId, "cash.stripe")]).toEqual([0, deposit.amount - 1_500]);
    expect((await planOf(orderId)).paid).toEqual(deposit);
    expect((await eventsOf(orderId)).filter((type) => type.startsWith("dispute."))).toEqual(["dispute.opened", "dispute.won"]);
  });

  test("that is lost is money gone back to the customer, once", async () => {
    const { orderId, intentId } = await paidOrder(bank, {}, "pm_card_createDispute");
    const { data } = await bank.client.disputes.list({ payment_intent: intentId });
    bank.stripe.closeDispute(data[0]?.id ?? "", "lost");

    await look(intentId);
    await look(intentId);

    expect(await planOf(orderId)).toMatchObject({ paid: usd(0), status: "refunded" });
    expect([await balanceIn(orderId, "disputes"), await balanceIn(orderId, "customer_deposits")]).toEqual([0, 0]);
    expect((await eventsOf(orderId)).filter((type) => type.startsWith("dispute."))).toEqual(["dispute.opened", "dispute.lost"]);
  });
});

describe("calling a paid order off", () => {
  const off = (orderId: string, seen: Order.Status, by: (typeof actors)["admin"] | (typeof actors)["buyerOwner"] = actors.admin) =>
    as(by, () => callOff({ orderId, seen, reason: "The season was cut short" }));

  test("before a supplier has accepted gives all of it back", async () => {
    const { orderId, intentId } = await paidOrder(bank);
    const { deposit } = await planOf(orderId);

    const reply = await off(orderId, "deposit_paid", actors.buyerOwner);
    const [refund] = (await planOf(orderId)).refunds;
    await sendRefund(orderId, refund?.refundId ?? "");
    await look(intentId);

    expect(reply).toEqual({ orderId, status: "cancelled", refund: deposit });
    expect(await planOf(orderId)).toMatchObject({
      paid: usd(0),
      refunds: [{ reason: "called_off", note: "The season was cut short", status: "succeeded" }],
    });
    expect((await booksOf(orderId)).closes).toBe(true);
    expect(await Order.find(orderId)).toMatchObject({ status: "cancelled" });
  });

  test("in production keeps what has been made, and only an admin can", async () => {
    const { orderId, intentId } = await paidOrder(bank, { status: "in_production", percent: 10 });
    const { total, deposit } = await planOf(orderId);
    const kept = Math.round(total.amount / 10);

    await expect(off(orderId, "in_production", actors.buyerOwner)).rejects.toMatchObject({ code: "order.begun" });
    const { refund } = await off(orderId, "in_production");
    const [asked] = (await planOf(orderId)).refunds;
    await sendRefund(orderId, asked?.refundId ?? "");
    await look(intentId);

    expect(refund).toEqual(usd(deposit.amount - kept));
    expect(await balanceIn(orderId, "revenue")).toBe(0 - kept);
    expect((await booksOf(orderId)).closes).toBe(true);
  });

  test("is refused where it stands otherwise than was seen, and once the goods have left", async () => {
    const { orderId } = await paidOrder(bank, { status: "shipped" });

    await expect(off(orderId, "deposit_paid")).rejects.toMatchObject({ code: "order.changed" });
    await expect(off(orderId, "shipped")).rejects.toMatchObject({ code: "order.transition" });
  });

  test("keeps a balance that arrives afterwards for a decision", async () => {
    const { orderId } = await paidOrder(bank, { status: "awaiting_balance", percent: 100 });
    const balance = await charged(bank, orderId, { purpose: "balance" });
    await off(orderId, "awaiting_balance");

    await look(balance);

    expect(await Order.find(orderId)).toMatchObject({ status: "on_hold", heldFrom: "awaiting_balance" });
    await off(orderId, "on_hold");
    expect(await Order.find(orderId)).toMatchObject({ status: "cancelled" });
  });
});

test("a charge that was given up at the provider is opened anew under another payment", async () => {
  const { orderId } = await paidOrder(bank, { status: "awaiting_balance", percent: 100 });
  await as(actors.buyerOwner, () => Payment.open({ orderId, purpose: "balance" }));
  const [open] = (await bank.client.paymentIntents.list({ limit: 1 })).data;
  await bank.client.paymentIntents.cancel(open?.id ?? "");
  await look(open?.id ?? "");

  const intentId = await charged(bank, orderId, { purpose: "balance" });
  await look(intentId);

  expect(intentId).not.toBe(open?.id);
  expect(await planOf(orderId)).toMatchObject({ status: "paid" });
  await expect(look(open?.id ?? "")).rejects.toMatchObject({ code: "payment.unknown" });
});
