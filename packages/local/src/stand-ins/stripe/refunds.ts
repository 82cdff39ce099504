import type { Account } from "./account.ts";
import { type CardBehaviour, testCards } from "./cards.ts";
import { badRequest, missing } from "./errors.ts";
import { type Form, mergeMetadata, text } from "./form.ts";
import type { Charge, Refund } from "./objects.ts";
import { findIntent } from "./payments.ts";
import { nowSeconds } from "./store.ts";

/** Gives back all or part of a charge; Stripe keeps its fee. */
export function createRefund(account: Account, form: Form): Refund {
  const charge = chargeOf(account, form);
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = Number(text(form, "amount") ?? left);
  if (charge.refunded) throw badRequest(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  if (!Number.isInteger(amount) || amount <= 0) throw badRequest("Invalid positive integer", { code: "parameter_invalid_integer", param: "amount" });
  if (amount > left)
    throw badRequest(`Refund amount ($${(amount / 100).toFixed(2)}) is greater than unrefunded amount on charge ($${(left / 100).toFixed(2)})`, {
      param: "amount",
    });
  const { store } = account;
  const id = store.newId("re");
  const entry = store.put({
    id: store.newId("txn"),
    object: "balance_transaction",
    amount: -amount,
    created: nowSeconds(),
    currency: charge.currency,
    fee: 0,
    net: -amount,
    livemode: false,
    metadata: {},
    source: id,
    status: "available",
    type: "refund",
  });
  const refund = store.put<Refund>({
    id,
    object: "refund",
    amount,
    balance_transaction: entry.id,
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    livemode: false,
    metadata: mergeMetadata({}, form),
    payment_intent: charge.payment_intent,
    reason: text(form, "reason") ?? null,
    status: wayOf(account, charge) === "pending" ? "pending" : "succeeded",
  });
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  store.put(charge);
  account.emit("refund.created", refund);
  account.emit("charge.refunded", charge);
  return refund;
}

/** What becomes of the refunds of a charge, by the card it was made to. */
function wayOf({ store }: Account, charge: Charge): CardBehaviour["refunds"] {
  return testCards[store.numbers.get(charge.payment_method) ?? ""]?.refunds;
}

/** Lets time pass for a refund that is on its way, or that the bank sends back after it had gone through: it comes to its end. */
export function endRefund(account: Account, refundId: string): Refund {
  const { store } = account;
  const refund = store.find("refund", refundId);
  const charge = store.find("charge", refund?.charge ?? null);
  if (!refund || !charge) throw missing("refund", refundId);
  const way = wayOf(account, charge);
  if (way === "fail") {
    Object.assign(refund, { status: "failed", failure_reason: "lost_or_stolen_card" });
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
    store.put(charge);
  } else refund.status = "succeeded";
  store.put(refund);
  account.emit("refund.updated", refund);
  account.emit("charge.refund.updated", refund);
  if (way === "fail") account.emit("refund.failed", refund);
  return refund;
}

function chargeOf(account: Account, form: Form): Charge {
  const { store } = account;
  const chargeId = text(form, "charge");
  const intentId = text(form, "payment_intent");
  if (chargeId === undefined && intentId === undefined)
    throw badRequest("One of the following params should be provided for this request: payment_intent or charge.", { code: "parameter_missing" });
  const latest = intentId === undefined ? null : findIntent(account, intentId).latest_charge;
  const charge = store.find("charge", chargeId ?? latest);
  if (chargeId !== undefined && !charge) throw missing("charge", chargeId);
  if (!charge?.captured) throw badRequest("This PaymentIntent does not have a successful charge to refund.", { code: "charge_not_refundable" });
  return charge;
}
