import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Account } from "./account.ts";
import { badRequest, missing, StripeError } from "./errors.ts";
import { type Form, list, mergeMetadata, parseForm, text } from "./form.ts";
import { collections, expand, one, page } from "./lists.ts";
import { createMethod } from "./methods.ts";
import type { Customer, Intent } from "./objects.ts";
import { authenticateIntent, cancelIntent, captureIntent, confirmIntent, createIntent, findIntent, updateIntent } from "./payments.ts";
import { createRefund } from "./refunds.ts";
import { nowSeconds } from "./store.ts";

/** Faults a test may order: the next POSTs fail before or after they took effect. */
export interface Fault {
  readonly when: "before" | "after";
  times: number;
}

/** What the API is built from. */
export interface ApiOptions {
  readonly account: Account;
  /** The only secret key that is accepted; any `sk_test_…` when absent. */
  readonly secretKey: string | undefined;
  readonly fault: () => Fault | undefined;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Intent calls a browser may make with a publishable key and the client secret. */
const PUBLIC_CALLS = /^(GET \/v1\/payment_intents\/[^/]+|POST \/v1\/payment_intents\/[^/]+\/(confirm|authenticate)|POST \/v1\/payment_methods)$/;

/** Builds the Stripe API as a Hono app. */
export function stripeApi(options: ApiOptions): Hono {
  const app = new Hono();
  app.use("*", async (c, next) => {
    c.header("access-control-allow-origin", "*");
    if (c.req.method !== "OPTIONS") return next();
    return c.body(null, 204, {
      "access-control-allow-headers": "authorization,content-type,stripe-version,idempotency-key",
      "access-control-allow-methods": "GET,POST,DELETE",
    });
  });
  app.all("/v1/*", async (c) => {
    const raw = c.req.method === "POST" ? await c.req.text() : "";
    const { status, body } = answer(options, c, raw);
    const requestId = options.account.store.newId("req");
    return new Response(body, {
      status,
      headers: {
        ...Object.fromEntries(c.res.headers),
        "content-type": "application/json",
        "request-id": requestId,
        "stripe-version": c.req.header("stripe-version") ?? "",
      },
    });
  });
  app.notFound((c) => c.json(unrecognized(c).body(), 404));
  return app;
}

function unrecognized(c: Context): StripeError {
  return new StripeError(
    { status: 404, type: "invalid_request_error" },
    `Unrecognized request URL (${c.req.method}: ${c.req.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  );
}

function answer(options: ApiOptions, c: Context, raw: string): Answer {
  try {
    const form = parseForm(c.req.method === "POST" ? raw : new URL(c.req.url).search.slice(1));
    authenticate(options, c, form);
    return c.req.method === "POST" ? remembered(options, c, { raw, form }) : run(options.account, c, form);
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Answer {
  const known =
    error instanceof StripeError ? error : new StripeError({ status: 500, type: "api_error" }, error instanceof Error ? error.message : "error");
  return { status: known.status, body: JSON.stringify(known.body()) };
}

/** The key of a request: user name of Basic, token of Bearer, or the field `key`; empty when it names none. */
function keyOf(c: Context, form: Form): string {
  const header = c.req.header("authorization") ?? "";
  const basic = /^Basic (.+)$/.exec(header)?.[1];
  if (basic !== undefined) return Buffer.from(basic, "base64").toString().split(":")[0] ?? "";
  return /^Bearer (.+)$/.exec(header)?.[1] ?? text(form, "key") ?? "";
}

function authenticate({ secretKey, account }: ApiOptions, c: Context, form: Form): void {
  const key = keyOf(c, form);
  if (key === "")
    throw new StripeError(
      { status: 401, type: "invalid_request_error" },
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  if (key.startsWith("sk_") && (secretKey === undefined || key === secretKey)) return;
  if (!key.startsWith("pk_"))
    throw new StripeError({ status: 401, type: "invalid_request_error" }, `Invalid API Key provided: ${key.slice(0, 8)}****`);
  checkPublicCall(account, c, form);
}

/** A publishable key opens few calls, and an intent only to whoever holds its client secret. */
function checkPublicCall(account: Account, c: Context, form: Form): void {
  if (!PUBLIC_CALLS.test(`${c.req.method} ${c.req.path}`))
    throw new StripeError(
      { status: 403, type: "invalid_request_error" },
      "This API call cannot be made with a publishable API key. Please use a secret API key.",
      { code: "secret_key_required" },
    );
  const id = /^\/v1\/payment_intents\/([^/]+)/.exec(c.req.path)?.[1];
  if (id !== undefined && findIntent(account, id).client_secret !== text(form, "client_secret")) throw missing("payment_intent", id);
}

/** Runs a POST once per idempotency key: the same request gets the same answer, another one under that key is refused. */
function remembered(options: ApiOptions, c: Context, { raw, form }: { raw: string; form: Form }): Answer {
  const { store } = options.account;
  const key = c.req.header("idempotency-key");
  const fingerprint = createHash("sha256").update(`${c.req.path}\n${raw}`).digest("hex");
  const known = key === undefined ? undefined : store.replays.get(key);
  if (known && known.fingerprint !== fingerprint) {
    throw new StripeError(
      { status: 400, type: "idempotency_error" },
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    );
  }
  if (known) {
    c.header("idempotent-replayed", "true");
    return known;
  }
  const fault = takeFault(options);
  if (fault === "before") throw new StripeError({ status: 500, type: "api_error" }, "An unknown error occurred (injected before the effect).");
  const made = attempt(options.account, c, form);
  // Like Stripe, a request that never began to run (400) is not remembered; one that was refused by the card is.
  if (key !== undefined && made.status !== 400 && made.status !== 404) store.replays.set(key, { ...made, fingerprint, at: Date.now() });
  store.changed();
  if (fault === "after") throw new StripeError({ status: 500, type: "api_error" }, "An unknown error occurred (injected after the effect).");
  return made;
}

function takeFault({ fault }: ApiOptions): Fault["when"] | undefined {
  const ordered = fault();
  if (!ordered || ordered.times <= 0) return undefined;
  ordered.times -= 1;
  return ordered.when;
}

function attempt(account: Account, c: Context, form: Form): Answer {
  try {
    return run(account, c, form);
  } catch (error) {
    return failed(error);
  }
}

function run(account: Account, c: Context, form: Form): Answer {
  const [, , collection = "", id, verb] = c.req.path.split("/");
  const result = dispatch(account, c, { collection, id, verb, form });
  const value: unknown = JSON.parse(JSON.stringify(result));
  return { status: 200, body: JSON.stringify(expandResult(account, value, list(form, "expand"))) };
}

function expandResult(account: Account, value: unknown, paths: readonly string[]): unknown {
  return expand(account.store, value, paths);
}

interface Call {
  readonly collection: string;
  readonly id: string | undefined;
  readonly verb: string | undefined;
  readonly form: Form;
}

function dispatch(account: Account, c: Context, call: Call): object {
  const { collection, id } = call;
  if (c.req.method === "POST") return post(account, c, call);
  if (!collections.includes(collection)) throw unrecognized(c);
  if (c.req.method === "DELETE" && collection === "customers" && id !== undefined) return deleteCustomer(account, id);
  if (c.req.method !== "GET") throw unrecognized(c);
  return id === undefined ? page(account.store, collection, c.req.query()) : one(account.store, collection, id);
}

function post(account: Account, c: Context, { collection, id, verb, form }: Call): object {
  if (collection === "payment_intents")
    return id === undefined ? createIntent(account, form) : changeIntent(account, c, { intent: findIntent(account, id), verb, form });
  if (collection === "customers") return id === undefined ? createCustomer(account, form) : updateCustomer(account, id, form);
  if (collection === "refunds" && id === undefined) return createRefund(account, form);
  if (collection === "payment_methods" && id === undefined) return createMethod(account, form);
  throw unrecognized(c);
}

function changeIntent(account: Account, c: Context, { intent, verb, form }: { intent: Intent; verb: string | undefined; form: Form }): Intent {
  if (verb === undefined) return updateIntent(account, intent, form);
  if (verb === "confirm") return confirmIntent(account, intent, form);
  if (verb === "capture") return captureIntent(account, intent, form);
  if (verb === "cancel") return cancelIntent(account, intent, form);
  if (verb === "authenticate") return authenticateIntent(account, intent, text(form, "outcome") !== "fail");
  throw unrecognized(c);
}

function createCustomer(account: Account, form: Form): Customer {
  const { store } = account;
  const customer = store.put<Customer>({
    id: store.newId("cus"),
    object: "customer",
    created: nowSeconds(),
    livemode: false,
    email: text(form, "email") ?? null,
    name: text(form, "name") ?? null,
    description: text(form, "description") ?? null,
    metadata: mergeMetadata({}, form),
  });
  account.emit("customer.created", customer);
  return customer;
}

function updateCustomer(account: Account, id: string, form: Form): Customer {
  const customer = account.store.find("customer", id);
  if (!customer || customer.deleted) throw missing("customer", id);
  customer.email = text(form, "email") ?? customer.email;
  customer.name = text(form, "name") ?? customer.name;
  customer.description = text(form, "description") ?? customer.description;
  customer.metadata = mergeMetadata(customer.metadata, form);
  account.emit("customer.updated", account.store.put(customer));
  return customer;
}

function deleteCustomer(account: Account, id: string): object {
  const customer = account.store.find("customer", id);
  if (!customer) throw badRequest(`No such customer: '${id}'`, { code: "resource_missing", param: "id" });
  account.store.objects.delete(id);
  account.emit("customer.deleted", customer);
  return { id, object: "customer", deleted: true };
}
