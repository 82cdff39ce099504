import { stripePayments } from "@sleekapp/core/adapters/stripe/payments";
import type { HeaderChange } from "@sleekapp/core/order/change";
import * as Payment from "@sleekapp/core/payment";
import { settle } from "@sleekapp/core/payment/settle";
import { Payments } from "@sleekapp/core/ports/payment";
import { Secrets } from "@sleekapp/core/ports/secrets";
import type { Purpose } from "@sleekapp/core/payment/model";
import * as Refund from "@sleekapp/core/refund";
import { deskOf } from "@sleekapp/local/stand-ins/stripe/desk";
import { type Stripe, startStripe } from "@sleekapp/local/stand-ins/stripe/index";
import { randomUUID } from "node:crypto";
import { actors } from "./actors.ts";
import { orderMoved, orderThat } from "./orders.ts";
import { allItems, as } from "./table.ts";

const KEY = "sk_test_of_the_tests";

/** Stripe's stand-in behind the product's own adapter, with what a test does at its dashboard. */
export type Bank = { readonly stripe: Stripe; readonly client: ReturnType<typeof deskOf>; readonly stop: () => Promise<void> };

/** Starts it. Call it after `startTable`, which brings the other secrets. */
export async function startBank(): Promise<Bank> {
  const stripe = await startStripe({ webhookSecret: "whsec_tests", secretKey: KEY });
  process.env["STRIPE_API_URL"] = stripe.endpoint;
  Secrets.provide({ get: async (name) => (name === "stripe-secret-key" ? KEY : `secret of ${name}`) });
  Payments.provide(stripePayments());
  return { stripe, client: deskOf(stripe.endpoint, KEY), stop: stripe.stop };
}

/** What the payment worker does when it hears of a charge. */
export const look = (intentId: string): Promise<unknown> => as(actors.system, () => settle({ intentId }), { key: randomUUID() });

/** What it does when it hears of a refund that was decided. */
export const sendRefund = (orderId: string, refundId: string): Promise<unknown> =>
  as(actors.system, () => Refund.send({ orderId, refundId }), { key: randomUUID() });

/** The buyer opens a payment and pays it with a card; nothing of ours has heard of it yet. */
export async function charged(
  { client }: Bank,
  orderId: string,
  { purpose = "deposit", card = "pm_card_visa" }: { purpose?: Purpose; card?: string } = {},
) {
  await as(actors.buyerOwner, () => Payment.open({ orderId, purpose }));
  const { clientSecret = "" } = await as(actors.buyerOwner, () => Payment.get({ orderId, purpose }));
  const intentId = clientSecret.split("_secret")[0] ?? "";
  await client.paymentIntents.confirm(intentId, { payment_method: card });
  return intentId;
}

/** An order of a quote whose deposit has been paid and booked, standing where the test needs it. */
export async function paidOrder(bank: Bank, change: HeaderChange = {}, card = "pm_card_visa") {
  const { orderId } = await orderThat({});
  const intentId = await charged(bank, orderId, { card });
  await look(intentId);
  if (change.status) await orderMoved(orderId, change);
  return { orderId, intentId };
}

/** What the events of an order say happened, in order. */
export async function eventsOf(orderId: string): Promise<readonly string[]> {
  const rows = (await allItems()).filter((row) => row["__edb_e__"] === "event" && row["subjectId"] === orderId);
  return rows.toSorted((a, b) => (String(a["eventId"]) < String(b["eventId"]) ? -1 : 1)).map((row) => String(row["type"]));
}
