import { randomBytes } from "node:crypto";
import type { Account } from "./account.ts";
import { behaviourOf } from "./cards.ts";
import { charge, refuse, settle } from "./charges.ts";
import { badRequest, missing, type StripeError } from "./errors.ts";
import { type Form, group, list, mergeMetadata, text } from "./form.ts";
import { methodOf } from "./methods.ts";
import type { Intent } from "./objects.ts";
import { nowSeconds } from "./store.ts";

/** Stripe's smallest and largest charge in US dollars. */
const MIN_AMOUNT = 50;
const MAX_AMOUNT = 99_999_999;

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
  const intent = newIntent(account, form, currencyOf(form));
  const method = methodOf(account, form);
  if (method) Object.assign(intent, { payment_method: method.id, status: "requires_confirmation" });
  account.store.put(intent);
  account.emit("payment_intent.created", intent);
  if (text(form, "confirm") === "true") confirmIntent(account, intent, form);
  return intent;
}

function currencyOf(form: Form): string {
  const currency = text(form, "currency")?.toLowerCase();
  if (currency === undefined) throw badRequest("Missing required param: currency.", { code: "parameter_missing", param: "currency" });
  if (!/^[a-z]{3}$/.test(currency)) throw badRequest(`Invalid currency: ${currency}.`, { param: "currency" });
  return currency;
}

const textOrNull = (form: Form, name: string): string | null => text(form, name) ?? null;

/** An intent as it was asked for, without a way to pay yet. */
function newIntent(account: Account, form: Form, currency: string): Intent {
  const id = account.store.newId("pi");
  const types = list(form, "payment_method_types");
  const isAutomatic = text(group(form, "automatic_payment_methods"), "enabled") === "true" || !form["payment_method_types"];
  return {
    id,
    object: "payment_intent",
    amount: amountOf(form),
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods: isAutomatic ? { enabled: true } : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: text(form, "capture_method") ?? "automatic_async",
    client_secret: `${id}_secret_${randomBytes(13).toString("hex").slice(0, 25)}`,
    confirmation_method: "automatic",
    created: nowSeconds(),
    currency,
    customer: customerOf(account, form),
    description: textOrNull(form, "description"),
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: mergeMetadata({}, form),
    next_action: null,
    payment_method: null,
    payment_method_types: types.length > 0 ? types : ["card"],
    receipt_email: textOrNull(form, "receipt_email"),
    shipping: form["shipping"] ?? null,
    statement_descriptor: textOrNull(form, "statement_descriptor"),
    status: "requires_payment_method",
    transfer_group: textOrNull(form, "transfer_group"),
  };
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

/** Takes the money an intent with manual capture holds. */
export function captureIntent(account: Account, intent: Intent, form: Form): Intent {
  if (intent.status !== "requires_capture") throw unexpected(intent, "captured");
  const amount = Number(text(form, "amount_to_capture") ?? intent.amount_capturable);
  if (!Number.isInteger(amount) || amount <= 0 || amount > intent.amount_capturable)
    throw badRequest("The amount to capture is more than what was authorised.", { code: "amount_too_large", param: "amount_to_capture" });
  const made = account.store.find("charge", intent.latest_charge);
  if (!made) throw unexpected(intent, "captured");
  settle(account, { intent, made, amount });
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
