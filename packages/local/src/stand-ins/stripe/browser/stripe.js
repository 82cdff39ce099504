import { askToAuthenticate } from "./authentication.js";
import { makeElements } from "./elements.js";

/** The release the installed @stripe/stripe-js expects; it warns in the console about any other. */
const RELEASE = "endive";

function encode(value, prefix) {
  return Object.entries(value).flatMap(([name, item]) => {
    if (item === undefined || item === null) return [];
    const key = prefix ? `${prefix}[${name}]` : name;
    return typeof item === "object" ? encode(item, key) : [`${encodeURIComponent(key)}=${encodeURIComponent(String(item))}`];
  });
}

function intentIdOf(clientSecret) {
  const id = /^(pi_[^_]+)_secret_/.exec(clientSecret ?? "")?.[1];
  if (!id) throw new Error("Invalid value for clientSecret: value should be a client secret of the form ${id}_secret_${secret}.");
  return id;
}

function makeClient(api, key) {
  return async (method, path, fields) => {
    const body = encode(fields).join("&");
    try {
      const response = await fetch(`${api}/v1/${path}${method === "GET" ? `?${body}` : ""}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}) },
        ...(method === "POST" ? { body } : {}),
      });
      const answer = await response.json();
      return response.ok ? { value: answer } : { error: answer.error };
    } catch {
      return {
        error: {
          type: "api_connection_error",
          message: "We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.",
        },
      };
    }
  };
}

function amountOf(intent) {
  return new Intl.NumberFormat(undefined, { style: "currency", currency: intent.currency.toUpperCase() }).format(intent.amount / 100);
}

async function authenticate(call, clientSecret, intent) {
  const outcome = await askToAuthenticate(amountOf(intent));
  const { value, error } = await call("POST", `payment_intents/${intent.id}/authenticate`, { client_secret: clientSecret, outcome });
  if (error) return { error };
  return value.status === "requires_payment_method" ? { error: { ...value.last_payment_error, payment_intent: value } } : { paymentIntent: value };
}

async function confirmWith(call, clientSecret, fields) {
  const { value, error } = await call("POST", `payment_intents/${intentIdOf(clientSecret)}/confirm`, { client_secret: clientSecret, ...fields });
  if (error) return { error };
  return value.status === "requires_action" ? authenticate(call, clientSecret, value) : { paymentIntent: value };
}

/** What the card form holds, or what it says is missing, which it shows as well. */
function cardIn(form) {
  const state = form?.read();
  if (!state?.problem) return { method: state ? { type: "card", card: state.card } : undefined };
  form.fail(state.problem);
  return { error: { type: "validation_error", code: state.problem.code, message: state.problem.message } };
}

/** Pays with the card in the form, which takes no changes meanwhile; without a form, with what the intent holds. */
async function payWith(form, billing, pay) {
  const { error, method } = cardIn(form);
  if (error) return { error };
  form?.disable(true);
  const result = await pay(method && { payment_method_data: { ...billing, ...method } });
  form?.disable(false);
  return result;
}

/** Leaves for the page the shop named, never to come back. */
function leaveFor(returnUrl, paymentIntent, clientSecret) {
  const target = new URL(returnUrl, location.href);
  target.searchParams.set("payment_intent", paymentIntent.id);
  target.searchParams.set("payment_intent_client_secret", clientSecret);
  target.searchParams.set("redirect_status", "succeeded");
  location.assign(target.href);
  return new Promise(() => {});
}

function makeConfirmPayment(call) {
  return async ({ elements, clientSecret = elements?._clientSecret(), confirmParams = {}, redirect = "always" }) => {
    const { return_url: returnUrl, payment_method_data: billing, ...rest } = confirmParams;
    if (redirect === "always" && !returnUrl) throw new Error("You must provide a `return_url` in `confirmParams`, or set `redirect` to if_required.");
    const result = await payWith(elements?._cardForm(), billing, (method) =>
      confirmWith(call, clientSecret, { ...rest, return_url: returnUrl, ...method }),
    );
    return result.error || redirect !== "always" ? result : leaveFor(returnUrl, result.paymentIntent, clientSecret);
  };
}

async function retrieve(call, clientSecret) {
  const { value, error } = await call("GET", `payment_intents/${intentIdOf(clientSecret)}`, { client_secret: clientSecret });
  return error ? { error } : { paymentIntent: value };
}

/** Makes `window.Stripe` for an API address. */
export function makeStripe(api) {
  function Stripe(key) {
    if (typeof key !== "string" || !key.startsWith("pk_"))
      throw new Error("Please call Stripe() with your publishable key. You used an empty string.");
    const call = makeClient(api, key);
    const unavailable = () =>
      Promise.resolve({ error: { type: "invalid_request_error", message: "The local stage takes payments through the Payment Element only." } });
    return {
      elements: (options) => makeElements(options),
      confirmPayment: makeConfirmPayment(call),
      confirmCardPayment: (clientSecret, data = {}) => {
        const { payment_method: method, ...rest } = data;
        return confirmWith(
          call,
          clientSecret,
          typeof method === "string" || method === undefined
            ? { ...rest, payment_method: method }
            : { ...rest, payment_method_data: { type: "card", ...method, card: method.card?._form?.().read().card ?? method.card } },
        );
      },
      retrievePaymentIntent: (clientSecret) => retrieve(call, clientSecret),
      handleNextAction: async ({ clientSecret }) => {
        const found = await retrieve(call, clientSecret);
        return found.paymentIntent?.status === "requires_action" ? authenticate(call, clientSecret, found.paymentIntent) : found;
      },
      createPaymentMethod: async (data) => {
        const card = data.elements ? data.elements._cardForm()?.read().card : (data.card?._form?.().read().card ?? data.card);
        const { value, error } = await call("POST", "payment_methods", {
          type: "card",
          card,
          billing_details: data.billing_details ?? data.params?.billing_details,
        });
        return error ? { error } : { paymentMethod: value };
      },
      createToken: unavailable,
      createSource: unavailable,
      registerAppInfo() {},
      _registerWrapper() {},
    };
  }
  Stripe.version = RELEASE;
  return Stripe;
}
