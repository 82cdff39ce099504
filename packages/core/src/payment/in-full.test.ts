import { afterAll, beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { type Bank, charged, look, startBank } from "../../../../test/support/bank.ts";
import { orderMoved, orderThat } from "../../../../test/support/orders.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import { InvoiceDocument } from "../invoice/document.ts";
import * as Invoice from "../invoice/index.ts";
import { usd } from "../kernel/money.ts";
import * as Order from "../order/index.ts";
import * as Payment from "./index.ts";

let bank: Bank;
beforeAll(async () => {
  await startTable();
  bank = await startBank();
});
afterAll(async () => bank.stop());

const planOf = (orderId: string) => as(actors.buyerOwner, () => Payment.plan({ orderId }));
const open = (orderId: string, inFull: boolean) => as(actors.buyerOwner, () => Payment.open({ orderId, purpose: "deposit", inFull }));
const chargeOf = async (orderId: string) =>
  (await as(actors.buyerOwner, () => Payment.get({ orderId, purpose: "deposit" }))).clientSecret?.split("_secret")[0] ?? "";

test("the whole price can be paid in place of the deposit: the last invoice asks for nothing and the goods may leave", async () => {
  const { orderId } = await orderThat({});
  const { total, deposit } = await planOf(orderId);
  await open(orderId, true);
  const intentId = await chargeOf(orderId);
  await bank.client.paymentIntents.confirm(intentId, { payment_method: "pm_card_visa" });
  await look(intentId);
  await orderMoved(orderId, { status: "ready", percent: 100 });

  await as(actors.system, () => Invoice.issue({ orderId, purpose: "balance" }));

  expect(await planOf(orderId)).toMatchObject({ paid: total, status: "paid", payments: [{ purpose: "deposit", amount: total }], deposit });
  const document = InvoiceDocument.parse((await Invoice.find(orderId, "balance"))?.document);
  expect(document).toMatchObject({ total, paid: [{ label: "Paid in full", amount: total }], due: usd(0) });
  expect(await Order.find(orderId)).toMatchObject({ status: "awaiting_balance", guardMet: true });
  const again = as(actors.buyerOwner, () => Payment.open({ orderId, purpose: "balance" }));
  await expect(again).rejects.toMatchObject({ code: "payment.not_due" });
});

test("who changes their mind before paying is asked for the other amount by the same charge, and what was paid is what is booked", async () => {
  const { orderId } = await orderThat({});
  const { deposit } = await planOf(orderId);
  const first = await open(orderId, true);
  const whole = await chargeOf(orderId);

  const second = await open(orderId, false);
  await charged(bank, orderId);
  await look(whole);

  expect(second).toMatchObject({ paymentId: first.paymentId, amount: deposit });
  expect(await planOf(orderId)).toMatchObject({ paid: deposit, status: "deposit_paid" });
});

test("a charge that was changed at the provider when we died before noting it is booked with what came", async () => {
  const { orderId } = await orderThat({});
  const { total } = await planOf(orderId);
  await open(orderId, false);
  const intentId = await chargeOf(orderId);
  await bank.client.paymentIntents.update(intentId, { amount: total.amount });
  await bank.client.paymentIntents.confirm(intentId, { payment_method: "pm_card_visa" });

  await look(intentId);

  expect(await planOf(orderId)).toMatchObject({ paid: total, status: "paid", payments: [{ amount: total }] });
});

test("an amount that was never asked for is not booked", async () => {
  const { orderId } = await orderThat({});
  await open(orderId, false);
  const intentId = await chargeOf(orderId);
  await bank.client.paymentIntents.update(intentId, { amount: 777 });
  await bank.client.paymentIntents.confirm(intentId, { payment_method: "pm_card_visa" });

  await expect(look(intentId)).rejects.toMatchObject({ kind: "conflict", code: "payment.amount_differs" });
  expect(await planOf(orderId)).toMatchObject({ paid: usd(0), status: "unpaid" });
});
