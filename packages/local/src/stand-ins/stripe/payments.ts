import { randomBytes } from "node:crypto";
import { behaviourOf, type CardBehaviour, readCard, testMethods } from "./cards.ts";
import { badRequest, missing, StripeError } from "./errors.ts";
import { type Form, group, list, mergeMetadata, text } from "./form.ts";
import type { CardError, Charge, Intent, PaymentMethod } from "./objects.ts";
import { nowSeconds, type Store } from "./store.ts";

/** Tells the account's webhook that something happened. */
export type Emit = (type: string, object: unknown) => void;

/** One account: its state and its events. */
export interface Account {
  readonly store: Store;
  readonly emit: Emit;
}

/** Stripe's smallest charge in US dollars and its standard fee: 2.9 % and 30 cents. */
const MIN_AMOUNT = 50;
const MAX_AMOUNT = 99_999_999;
const FEE_BPS = 290;
const FEE_FIXED = 30;

const createParams = new Set([
  "amount",
  "automatic_payment_methods",
  "capture_method",
  "confirm",
  "confirmation_method",
  "currency",
  "customer",
  "description",
  "error_on_requires_action",
  "expand",
  "metadata",
  "off_session",
  "payment_method",
  "payment_method_data",
  "payment_method_options",
  "payment_method_types",
  "receipt_email",
  "return_url",
  "setup_future_usage",
  "shipping",
  "statement_descriptor",
  "statement_descriptor_suffix",
  "transfer_group",
]);

/** Opens a payment intent. */
export function createIntent(account: Account, form: Form): Intent {
  const unknown = Object.keys(form).find((name) => !createParams.has(name));
  if (unknown !== undefined) throw badRequest(`Received unknown parameter: ${unknown}`, { code: "parameter_unknown", param: unknown });
  const currency = text(form, "currency")?.toLowerCase();
  if (currency === undefined) throw badRequest("Missing required param: currency.", { code: "parameter_missing", param: "currency" });
  if (!/^[a-z]{3}$/.test(currency)) throw badRequest(`Invalid currency: ${currency}.`, { param: "currency" });
  const id = account.store.newId("pi");
  const intent: Intent = {
    id,
    object: "payment_intent",
    amount: amountOf(form),
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods:
      text(group(form, "automatic_payment_methods"), "enabled") === "true" || !form["payment_method_types"] ? { enabled: true } : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: text(form, "capture_method") ?? "automatic_async",
    client_secret: `${id}_secret_${randomBytes(13).toString("hex").slice(0, 25)}`,
    confirmation_method: "automatic",
    created: nowSeconds(),
    currency,
    customer: customerOf(account, form),
    description: text(form, "description") ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: mergeMetadata({}, form),
    next_action: null,
    payment_method: null,
    payment_method_types: list(form, "payment_method_types").length > 0 ? list(form, "payment_method_types") : ["card"],
    receipt_email: text(form, "receipt_email") ?? null,
    shipping: form["shipping"] ?? null,
    statement_descriptor: text(form, "statement_descriptor") ?? null,
    status: "requires_payment_method",
    transfer_group: text(form, "transfer_group") ?? null,
  };
  const method = methodOf(account, form);
  if (method) Object.assign(intent, { payment_method: method.id, status: "requires_confirmation" });
  account.store.put(intent);
  account.emit("payment_intent.created", intent);
  if (text(form, "confirm") === "true") confirmIntent(account, intent, form);
  return intent;
}

function amountOf(form: Form): number {
  const given = text(form, "amount");
  if (given === undefined) throw badRequest("Missing required param: amount.", { code: "parameter_missing", param: "amount" });
  if (!/^\d+$/.test(given)) throw badRequest(`Invalid integer: ${given}`, { code: "parameter_invalid_integer", param: "amount" });
  const amount = Number(given);
  if (amount < MIN_AMOUNT) throw badRequest("Amount must be at least $0.50 usd", { code: "amount_too_small", param: "amount" });
  if (amount > MAX_AMOUNT) throw badRequest("Amount must be no more than $999,999.99", { code: "amount_too_large", param: "amount" });
  return amount;
}

function customerOf({ store }: Account, form: Form): string | null {
  const id = text(form, "customer");
  if (id === undefined) return null;
  if (!store.find("customer", id)) throw missing("customer", id);
  return id;
}

/** The intent of that id, or Stripe's 404. */
export function findIntent({ store }: Account, id: string): Intent {
  const intent = store.find("payment_intent", id);
  if (!intent) throw missing("payment_intent", id);
  return intent;
}

/** Changes an intent that has not been paid. */
export function updateIntent(account: Account, intent: Intent, form: Form): Intent {
  if (intent.status === "succeeded" || intent.status === "canceled") {
    if (Object.keys(form).some((name) => name !== "metadata" && name !== "description" && name !== "expand")) throw unexpected(intent, "updated");
  }
  if (form["amount"] !== undefined) intent.amount = amountOf(form);
  if (form["customer"] !== undefined) intent.customer = customerOf(account, form);
  intent.description = text(form, "description") ?? intent.description;
  intent.receipt_email = text(form, "receipt_email") ?? intent.receipt_email;
  intent.metadata = mergeMetadata(intent.metadata, form);
  const method = methodOf(account, form);
  if (method) Object.assign(intent, { payment_method: method.id, status: "requires_confirmation" });
  return account.store.put(intent);
}

/** Makes the payment method a form names or describes; undefined when it does neither. */
export function methodOf(account: Account, form: Form): PaymentMethod | undefined {
  const named = text(form, "payment_method");
  const described = group(form, "payment_method_data");
  if (named === undefined) return Object.keys(described).length > 0 ? createMethod(account, described) : undefined;
  const number = testMethods[named];
  if (number !== undefined) return store(account, { number, month: 12, year: new Date().getUTCFullYear() + 3 }, {});
  const known = account.store.find("payment_method", named);
  if (!known) throw missing("PaymentMethod", named);
  return known;
}

/** Makes a payment method from a typed card. */
export function createMethod(account: Account, form: Form): PaymentMethod {
  if (text(form, "type") !== "card") throw badRequest("The stand-in knows payment methods of type card.", { param: "type" });
  const card = readCard(form, new Date());
  if ("code" in card)
    throw new StripeError(402, card.type, card.message, { code: card.code, ...(card.param === undefined ? {} : { param: card.param }) });
  return store(account, card, group(form, "billing_details"));
}

function store(account: Account, card: { number: string; month: number; year: number }, billing: Form): PaymentMethod {
  const id = account.store.newId("pm");
  account.store.numbers.set(id, card.number);
  return account.store.put({
    id,
    object: "payment_method",
    type: "card",
    created: nowSeconds(),
    livemode: false,
    customer: null,
    metadata: {},
    billing_details: { address: null, email: null, name: null, phone: null, ...billing },
    card: {
      brand: behaviourOf(card.number).brand,
      last4: card.number.slice(-4),
      exp_month: card.month,
      exp_year: card.year,
      country: "US",
      funding: "credit",
    },
  });
}

/** Tries to charge. Throws the card error when the card is refused; the intent may be confirmed again with another card. */
export function confirmIntent(account: Account, intent: Intent, form: Form): Intent {
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)) throw unexpected(intent, "confirmed");
  const method = methodOf(account, form) ?? account.store.find("payment_method", intent.payment_method);
  if (!method) {
    throw badRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
      { code: "payment_intent_unexpected_state", payment_intent: intent },
    );
  }
  intent.payment_method = method.id;
  intent.receipt_email = text(form, "receipt_email") ?? intent.receipt_email;
  const behaviour = behaviourOf(account.store.numbers.get(method.id) ?? "");
  if (!behaviour.authenticate) return charge(account, intent, { method, behaviour });
  intent.status = "requires_action";
  intent.next_action = { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: "local" } };
  account.store.put(intent);
  account.emit("payment_intent.requires_action", intent);
  return intent;
}

/** Ends the authentication step the way the buyer chose; what a bank's own page does on the real service. */
export function authenticateIntent(account: Account, intent: Intent, passed: boolean): Intent {
  if (intent.status !== "requires_action") throw unexpected(intent, "authenticated");
  const method = account.store.find("payment_method", intent.payment_method);
  if (!method) throw unexpected(intent, "authenticated");
  if (passed) return charge(account, intent, { method, behaviour: behaviourOf(account.store.numbers.get(method.id) ?? "") });
  const message = "We are unable to authenticate your payment method. Please choose a different payment method and try again.";
  intent.next_action = null;
  refuse(account, intent, { type: "invalid_request_error", code: "payment_intent_authentication_failure", message, payment_method: method });
  return intent;
}

interface Attempt {
  readonly method: PaymentMethod;
  readonly behaviour: CardBehaviour;
}

function charge(account: Account, intent: Intent, { method, behaviour }: Attempt): Intent {
  const made = account.store.put(newCharge(account, intent, { method, behaviour }));
  intent.latest_charge = made.id;
  intent.next_action = null;
  if (behaviour.refusal) {
    const error: CardError = { ...behaviour.refusal, charge: made.id, payment_method: method };
    account.emit("charge.failed", made);
    refuse(account, intent, error);
    const { type, message, ...details } = error;
    throw new StripeError(402, type, message, { ...details, payment_intent: intent });
  }
  intent.last_payment_error = null;
  if (intent.capture_method === "manual") {
    Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount });
    account.store.put(intent);
    account.emit("payment_intent.amount_capturable_updated", intent);
    return intent;
  }
  settle(account, intent, made);
  if (behaviour.dispute) dispute(account, intent, made);
  return intent;
}

function refuse(account: Account, intent: Intent, error: CardError): void {
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

function settle(account: Account, intent: Intent, made: Charge, amount = intent.amount): void {
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

function dispute(account: Account, intent: Intent, made: Charge): void {
  made.disputed = true;
  account.store.put(made);
  const opened = account.store.put({
    id: account.store.newId("du"),
    object: "dispute",
    amount: made.amount,
    charge: made.id,
    created: nowSeconds(),
    currency: made.currency,
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: "fraudulent",
    status: "needs_response",
  });
  account.emit("charge.dispute.created", opened);
}

/** Takes the money an intent with manual capture holds. */
export function captureIntent(account: Account, intent: Intent, form: Form): Intent {
  if (intent.status !== "requires_capture") throw unexpected(intent, "captured");
  const amount = Number(text(form, "amount_to_capture") ?? intent.amount_capturable);
  if (!Number.isInteger(amount) || amount <= 0 || amount > intent.amount_capturable)
    throw badRequest("The amount to capture is more than what was authorised.", { code: "amount_too_large", param: "amount_to_capture" });
  const made = account.store.find("charge", intent.latest_charge);
  if (!made) throw unexpected(intent, "captured");
  settle(account, intent, made, amount);
  return intent;
}

/** Cancels an intent that has not been paid. */
export function cancelIntent(account: Account, intent: Intent, form: Form): Intent {
  if (intent.status === "succeeded" || intent.status === "canceled") throw unexpected(intent, "canceled");
  Object.assign(intent, {
    status: "canceled",
    canceled_at: nowSeconds(),
    cancellation_reason: text(form, "cancellation_reason") ?? null,
    next_action: null,
    amount_capturable: 0,
  });
  account.store.put(intent);
  account.emit("payment_intent.canceled", intent);
  return intent;
}

function unexpected(intent: Intent, verb: string): StripeError {
  return badRequest(`This PaymentIntent's status is ${intent.status}, so it could not be ${verb}.`, {
    code: "payment_intent_unexpected_state",
    payment_intent: intent,
  });
}
