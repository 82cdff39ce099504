import type { Account } from "./account.ts";
import type { CardBehaviour } from "./cards.ts";
import { openDispute } from "./disputes.ts";
import { StripeError } from "./errors.ts";
import type { CardError, Charge, Intent, PaymentMethod } from "./objects.ts";
import { nowSeconds } from "./store.ts";

/** Stripe's standard fee: 2.9 % and 30 cents. */
const FEE_BPS = 290;
const FEE_FIXED = 30;
interface Attempt {
  readonly method: PaymentMethod;
  readonly behaviour: CardBehaviour;
}

/** Tries to take the money; throws the card error when the card is refused. */
export function charge(account: Account, intent: Intent, { method, behaviour }: Attempt): Intent {
  const made = account.store.put(newCharge(account, intent, { method, behaviour }));
  intent.latest_charge = made.id;
  intent.next_action = null;
  if (behaviour.refusal) {
    const error: CardError = { ...behaviour.refusal, charge: made.id, payment_method: method };
    account.emit("charge.failed", made);
    refuse(account, intent, error);
    const { type, message, ...details } = error;
    throw new StripeError({ status: 402, type }, message, { ...details, payment_intent: intent });
  }
  intent.last_payment_error = null;
  if (intent.capture_method === "manual") {
    Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount });
    account.store.put(intent);
    account.emit("payment_intent.amount_capturable_updated", intent);
    return intent;
  }
  settle(account, { intent, made, amount: intent.amount });
  if (behaviour.dispute) openDispute(account, made);
  return intent;
}

/** Notes why the last attempt failed; another card may follow. */
export function refuse(account: Account, intent: Intent, error: CardError): void {
  Object.assign(intent, { status: "requires_payment_method", payment_method: null, last_payment_error: error });
  account.store.put(intent);
  account.emit("payment_intent.payment_failed", intent);
}

function newCharge({ store: state }: Account, intent: Intent, { method, behaviour }: Attempt): Charge {
  const { refusal } = behaviour;
  const id = state.newId("ch");
  return {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: method.billing_details,
    captured: false,
    created: nowSeconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: refusal?.code ?? null,
    failure_message: refusal?.message ?? null,
    livemode: false,
    metadata: { ...intent.metadata },
    outcome: refusal
      ? {
          network_status: "declined_by_network",
          reason: refusal.decline_code ?? refusal.code,
          risk_level: "normal",
          seller_message: "The bank did not return any further details with this decline.",
          type: "issuer_declined",
        }
      : { network_status: "approved_by_network", reason: null, risk_level: "normal", seller_message: "Payment complete.", type: "authorized" },
    paid: refusal === undefined,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: "card", card: { ...method.card } },
    receipt_url: null,
    refunded: false,
    status: refusal ? "failed" : "succeeded",
  };
}

/** Takes an amount of a charge, less the fee; what is left of it is given up. */
export function settle(
  account: Account,
  { intent, made, amount }: { readonly intent: Intent; readonly made: Charge; readonly amount: number },
): void {
  const fee = Math.round((amount * FEE_BPS) / 10_000) + FEE_FIXED;
  const entry = account.store.put({
    id: account.store.newId("txn"),
    object: "balance_transaction",
    amount,
    created: nowSeconds(),
    currency: intent.currency,
    fee,
    net: amount - fee,
    livemode: false,
    metadata: {},
    source: made.id,
    status: "available",
    type: "charge",
  });
  Object.assign(made, { captured: true, amount_captured: amount, balance_transaction: entry.id });
  Object.assign(intent, { status: "succeeded", amount_received: amount, amount_capturable: 0 });
  account.store.put(made);
  account.store.put(intent);
  account.emit("charge.succeeded", made);
  account.emit("payment_intent.succeeded", intent);
}
