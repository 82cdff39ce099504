import { conflict } from "../kernel/error.ts";
import { newId } from "../kernel/id.ts";
import { type Money, negate, zero } from "../kernel/money.ts";
import { nowIso } from "../kernel/request.ts";
import { refundLines, refundReturnedLines } from "../ledger/rules.ts";
import { nothing, ours, posting, type Step } from "../payment/step.ts";
import type { Info as Payment } from "../payment/store.ts";
import type { ProviderRefund } from "../ports/payment.ts";
import * as event from "./event.ts";
import * as store from "./store.ts";

type Looking = { readonly payment: Payment; readonly told: ProviderRefund; readonly own: readonly store.Info[]; readonly held: Money };

const factsOf = ({ orderId, refundId, purpose, amount }: store.Info) => ({ orderId, refundId, purpose, amount });
const bookedAs = (refund: store.Info, held: Money) =>
  posting(refund.orderId, { kind: "refund", key: `refund#${refund.refundId}`, lines: refundLines(refund.amount, held) });

/** One that was made at the provider and not by us: it is written down as it is found. */
function foreign({ payment, told, held }: Looking): Step {
  if (told.status === "failed" || told.status === "canceled" || payment.intentId === undefined) return nothing;
  const isPaid = told.status === "succeeded";
  const refund: store.Info = {
    orderId: payment.orderId,
    refundId: newId("refund"),
    purpose: payment.purpose,
    paymentId: payment.paymentId,
    intentId: payment.intentId,
    amount: ours(told.amount),
    status: isPaid ? "succeeded" : "sent",
    reason: "provider",
    providerRefundId: told.providerRefundId,
    askedAt: nowIso(),
    ...(isPaid ? { settledAt: nowIso() } : {}),
  };
  return {
    writes: [store.createWrite(refund)],
    events: [isPaid ? event.Paid(factsOf(refund)) : event.Sent(factsOf(refund))],
    postings: isPaid ? [bookedAs(refund, held)] : [],
    refunded: refund.amount,
  };
}

function succeeded(refund: store.Info, told: ProviderRefund, held: Money): Step {
  if (refund.status === "succeeded") return nothing;
  const change = { status: "succeeded", providerRefundId: told.providerRefundId, settledAt: nowIso() } as const;
  return {
    writes: [store.changeWrite(refund, change)],
    events: [event.Paid(factsOf(refund))],
    postings: [bookedAs(refund, held)],
    // One that was given up for failed and went through after all counts again.
    refunded: refund.status === "failed" ? refund.amount : zero,
  };
}

/** It did not go through, or the bank sent it back after it had: what was booked is booked back. */
function failed(refund: store.Info, told: ProviderRefund): Step {
  if (refund.status === "failed") return nothing;
  const change = {
    status: "failed",
    providerRefundId: told.providerRefundId,
    settledAt: nowIso(),
    ...(told.failure ? { failure: told.failure } : {}),
  } as const;
  const back = { kind: "refund_returned", key: `refund_returned#${refund.refundId}`, lines: refundReturnedLines(refund.amount) } as const;
  return {
    writes: [store.changeWrite(refund, change)],
    events: [event.Failed(factsOf(refund))],
    postings: refund.status === "succeeded" ? [posting(refund.orderId, back)] : [],
    refunded: negate(refund.amount),
  };
}

/** What makes our refund what the provider says it is. Throws `refund.amount_differs` where it is not the one we asked for. */
export function refundStep(looking: Looking): Step {
  const { told, own, held } = looking;
  const refund = own.find((one) => one.refundId === told.refundId || one.providerRefundId === told.providerRefundId);
  if (!refund) return foreign(looking);
  const amount = ours(told.amount);
  if (amount.amount !== refund.amount.amount)
    throw conflict("refund.amount_differs", "The provider gave back another amount than was asked for", { refundId: refund.refundId });
  if (told.status === "succeeded") return succeeded(refund, told, held);
  if (told.status === "failed" || told.status === "canceled") return failed(refund, told);
  if (refund.status !== "asked") return nothing;
  return {
    ...nothing,
    writes: [store.changeWrite(refund, { status: "sent", providerRefundId: told.providerRefundId })],
    events: [event.Sent(factsOf(refund))],
  };
}
