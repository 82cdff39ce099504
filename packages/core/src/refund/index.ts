import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, isKind } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import * as Order from "../order/index.ts";
import * as Payment from "../payment/index.ts";
import { Payments } from "../ports/payment.ts";
import { commit } from "../table/commit.ts";
import * as event from "./event.ts";
import { GivenReason, type RefundReason, type RefundView } from "./model.ts";
import * as policy from "./policy.ts";
import { leftOf } from "./rules.ts";
import * as store from "./store.ts";

export { GivenReason, reasonNames, RefundReason, RefundStatus, RefundView } from "./model.ts";
export { find } from "./store.ts";
export * from "./event.ts";

export const Note = z.string().trim().min(3).max(500);

const Giving = z.strictObject({
  orderId: id("order"),
  purpose: Payment.Purpose,
  /** Left out it is all that is left of the payment. */
  amount: Money.optional(),
  reason: GivenReason,
  note: Note.optional(),
});

async function loadPaid({ orderId, purpose }: { readonly orderId: string; readonly purpose: Payment.Purpose }) {
  const money = await Order.findBuyerSide(orderId);
  if (!money) return undefined;
  return { order: { ownerId: money.terms.ownerId }, payment: Payment.paymentsIn(money.rows).find((one) => one.purpose === purpose) };
}

type Wanted = {
  readonly payment: Payment.Info & { readonly intentId: string };
  readonly amount: Money;
  readonly reason: RefundReason;
  readonly note?: string | undefined;
};

type Written = { readonly refund: store.Info; readonly writes: readonly TransactWriteItem[]; readonly events: readonly DomainEvent[] };

/** The writes that ask for a refund: its row, and the payment from which so much less can go back now. */
export function askWrites({ payment, amount, reason, note }: Wanted): Written {
  const { orderId, purpose, paymentId, intentId } = payment;
  const refundId = newId("refund");
  const refund: store.Info = {
    orderId,
    refundId,
    purpose,
    paymentId,
    intentId,
    amount,
    status: "asked",
    reason,
    ...(note === undefined ? {} : { note }),
    askedAt: nowIso(),
  };
  return {
    refund,
    writes: [store.createWrite(refund), Payment.refundedWrite(payment, amount)],
    events: [event.Asked({ orderId, refundId, purpose, amount })],
  };
}

/** Narrows to a payment that has come in by card; throws `refund.nothing_paid` for any other. */
export function refundable(payment: Payment.Info | undefined): Wanted["payment"] {
  if (payment?.status !== "succeeded" || payment.intentId === undefined)
    throw conflict("refund.nothing_paid", "Nothing has been paid that could go back");
  return { ...payment, intentId: payment.intentId };
}

export const changedMeanwhile = () => conflict("refund.changed", "Another refund of this payment was asked for meanwhile; read it again");

/**
 * An admin gives back all or part of a payment, with the reason the buyer reads. It is written first and asked of the provider by the
 * worker behind it. Throws `refund.nothing_paid`, and `refund.too_much` with what is left (cents) for more than was paid.
 */
export const give = action(
  { name: "refund.give", effect: "command", input: Giving, load: loadPaid, policy: policy.give },
  async ({ input, record }): Promise<RefundView> => {
    const payment = refundable(record.payment);
    const left = leftOf(payment);
    const amount = input.amount ?? left;
    if (amount.amount <= 0 || amount.amount > left.amount)
      throw conflict("refund.too_much", "That is not between a cent and what is left of this payment", { left: left.amount });
    const { refund, writes, events } = askWrites({ payment, amount, reason: input.reason, note: input.note });
    return commit({
      about: input.orderId,
      writes,
      events,
      changed: { before: { refunded: payment.refunded.amount }, after: { refunded: payment.refunded.amount + amount.amount } },
      reply: store.viewOf(refund),
      refused: changedMeanwhile,
    });
  },
);

const Sending = z.strictObject({ orderId: id("order"), refundId: id("refund") });

async function loadAsked({ orderId, refundId }: z.output<typeof Sending>) {
  const [refund, payment] = await Promise.all([store.find(orderId, refundId), loadMoneyOf(orderId)]);
  return refund ? { refund, payment: payment.find(({ paymentId }) => paymentId === refund.paymentId) } : undefined;
}

async function loadMoneyOf(orderId: string): Promise<readonly Payment.Info[]> {
  const money = await Order.findBuyerSide(orderId);
  return money ? Payment.paymentsIn(money.rows) : [];
}

/** Asks the provider; undefined when it will not and never will. */
async function asked({ refundId, orderId, intentId, amount }: store.Info): Promise<string | undefined> {
  try {
    const made = await Payments.use().refund({ key: refundId, intentId, amount, refundId, orderId });
    return made.providerRefundId;
  } catch (error) {
    if (isKind(error, "conflict")) return undefined;
    throw error;
  }
}

/**
 * Asks the provider for a refund under our refund's id, which makes asking again harmless. What becomes of it the provider says by its
 * webhook; one that it refuses is marked so, and the money can be given back in another way.
 */
export const send = action(
  { name: "refund.send", effect: "command", input: Sending, load: loadAsked, policy: policy.send },
  async ({ record: { refund, payment } }) => {
    const { orderId, refundId, purpose, amount } = refund;
    const about = { orderId, refundId, purpose, amount };
    if (refund.status !== "asked") return commit({ about: orderId, writes: [], events: [], reply: { refundId } });
    const providerRefundId = await asked(refund);
    const writes =
      providerRefundId === undefined
        ? [
            store.changeWrite(refund, { status: "failed", settledAt: nowIso() }),
            ...(payment ? [Payment.refundedWrite(payment, { ...amount, amount: 0 - amount.amount })] : []),
          ]
        : [store.changeWrite(refund, { status: "sent", providerRefundId })];
    return commit({
      about: orderId,
      writes,
      events: [providerRefundId === undefined ? event.Failed(about) : event.Sent(about)],
      changed: { before: { state: "asked" }, after: { state: providerRefundId === undefined ? "failed" : "sent" } },
      reply: { refundId },
      // The webhook was faster than the provider's own answer: the message comes again and finds it settled.
      refused: () => Payment.contended(),
    });
  },
);
