import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import StripeClient from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readBody, serveHttp } from "../wire.ts";
import { type Stripe, startStripe } from "./index.ts";

const webhookSecret = "whsec_test";
const dataDir = mkdtempSync(join(tmpdir(), "stripe-"));
const received: { type: string; id: string; object: { id: string } }[] = [];
let refusals = 0;
let stripe: Stripe;
let hook: Awaited<ReturnType<typeof serveHttp>>;
const start = (port?: number) =>
  startStripe({ webhookSecret, secretKey: "sk_test_local", dataDir, webhookUrl: `http://127.0.0.1:${hook.port}/hook`, port });
const client = (key = "sk_test_local") =>
  new StripeClient(key, { host: "127.0.0.1", port: new URL(stripe.endpoint).port, protocol: "http", maxNetworkRetries: 0, telemetry: false });
const order = { amount: 12_345, currency: "usd", metadata: { paymentId: "pay_1", orderId: "ord_1" } };
const types = () => received.map(({ type }) => type);
const confirmed = (payment_method: string, more = {}) =>
  client().paymentIntents.create({
    ...order,
    ...more,
    payment_method,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });

async function hear(request: IncomingMessage): Promise<number> {
  const raw = (await readBody(request)).toString();
  const event = new StripeClient("sk_test_x").webhooks.constructEvent(raw, request.headers["stripe-signature"] ?? "", webhookSecret);
  if (refusals > 0) {
    refusals -= 1;
    return 500;
  }
  received.push(JSON.parse(JSON.stringify({ type: event.type, id: event.id, object: event.data.object })));
  return 200;
}

beforeAll(async () => {
  hook = await serveHttp(async (request, response) => {
    response.writeHead(await hear(request)).end();
  });
  stripe = await start();
});
beforeEach(async () => {
  await stripe.settled();
  received.length = 0;
});
afterAll(async () => {
  await stripe.stop();
  await hook.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a good card is charged, the webhook is told with a valid signature, the fee is known", async () => {
  const opened = await client().paymentIntents.create(order);
  expect([opened.status, opened.client_secret]).toEqual(["requires_payment_method", expect.stringMatching(/^pi_\w+_secret_\w+$/)]);

  const paid = await client().paymentIntents.confirm(opened.id, { payment_method: "pm_card_visa" });
  await stripe.settled();

  expect([paid.status, paid.amount_received, paid.metadata]).toEqual(["succeeded", 12_345, order.metadata]);
  expect(types()).toEqual(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"]);
  const expanded = await client().paymentIntents.retrieve(opened.id, { expand: ["latest_charge.balance_transaction"] });
  expect(expanded.latest_charge).toMatchObject({ amount: 12_345, balance_transaction: { fee: 388, net: 11_957 } });
});

test.each([
  ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
  ["pm_card_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
  ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
])("the card %s is refused and another may follow", async (method, code, declineCode) => {
  const { id } = await client().paymentIntents.create(order);

  await expect(client().paymentIntents.confirm(id, { payment_method: method })).rejects.toMatchObject({
    type: "StripeCardError",
    statusCode: 402,
    code,
    decline_code: declineCode,
  });

  const after = await client().paymentIntents.retrieve(id);
  expect([after.status, after.last_payment_error?.code]).toEqual(["requires_payment_method", code]);
  expect((await client().paymentIntents.confirm(id, { payment_method: "pm_card_visa" })).status).toBe("succeeded");
  await stripe.settled();
  expect(types()).toContain("payment_intent.payment_failed");
});

test("a card that asks to authenticate waits for the buyer", async () => {
  const waiting = await confirmed("pm_card_authenticationRequired");
  expect([waiting.status, waiting.next_action?.type]).toEqual(["requires_action", "use_stripe_sdk"]);
  const answer = (outcome: string) =>
    fetch(`${stripe.endpoint}/v1/payment_intents/${waiting.id}/authenticate`, {
      method: "POST",
      headers: { authorization: "Bearer pk_test_x" },
      body: new URLSearchParams({ client_secret: waiting.client_secret ?? "", outcome }),
    });

  await answer("fail");
  expect((await client().paymentIntents.retrieve(waiting.id)).last_payment_error?.code).toBe("payment_intent_authentication_failure");
  await client().paymentIntents.confirm(waiting.id, { payment_method: "pm_card_authenticationRequired" });
  await answer("succeed");

  expect((await client().paymentIntents.retrieve(waiting.id)).status).toBe("succeeded");
});

test("an idempotency key gives the same answer once more and refuses another body", async () => {
  const options = { idempotencyKey: `key-${Date.now()}` };

  const first = await client().paymentIntents.create(order, options);
  const second = await client().paymentIntents.create(order, options);

  expect(second.id).toBe(first.id);
  expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
  await expect(client().paymentIntents.create({ ...order, amount: 999 }, options)).rejects.toMatchObject({ type: "StripeIdempotencyError" });
});

test("a failure after the effect is repaired by repeating with the same key", async () => {
  const options = { idempotencyKey: `lost-${Date.now()}` };
  stripe.failNext("after");

  await expect(client().paymentIntents.create({ ...order, description: "lost answer" }, options)).rejects.toMatchObject({ statusCode: 500 });
  const repeated = await client().paymentIntents.create({ ...order, description: "lost answer" }, options);

  const all = await client().paymentIntents.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  expect(all.filter(({ description }) => description === "lost answer").map(({ id }) => id)).toEqual([repeated.id]);
});

test("a refused webhook comes again until it is taken", async () => {
  refusals = 2;

  await confirmed("pm_card_visa");
  await stripe.settled();

  expect(types().toSorted()).toEqual(["charge.succeeded", "payment_intent.created", "payment_intent.succeeded"]);
  const before = received.length;
  expect(await stripe.resend(received[0]?.id ?? "")).toBe(true);
  expect(received[before]?.id).toBe(received[0]?.id);
});

test("refunds add up to the charge and no further", async () => {
  const { id } = await confirmed("pm_card_visa");

  const part = await client().refunds.create({ payment_intent: id, amount: 2_345 });
  await expect(client().refunds.create({ payment_intent: id, amount: 10_001 })).rejects.toMatchObject({ statusCode: 400 });
  await client().refunds.create({ payment_intent: id });

  expect(part).toMatchObject({ status: "succeeded", amount: 2_345 });
  await expect(client().refunds.create({ payment_intent: id })).rejects.toMatchObject({ code: "charge_already_refunded" });
  const [charge] = (await client().charges.list({ payment_intent: id })).data;
  expect([charge?.amount_refunded, charge?.refunded]).toEqual([12_345, true]);
});

test("a disputed charge is announced and decided", async () => {
  await confirmed("pm_card_createDispute");
  await stripe.settled();
  const dispute = received.find(({ type }) => type === "charge.dispute.created");

  expect(stripe.closeDispute(dispute?.object.id ?? "", "lost")).toMatchObject({
    status: "lost",
    balance_transactions: [{ amount: -12_345, fee: 1_500 }],
  });
  await stripe.settled();
  expect(types()).toEqual(expect.arrayContaining(["charge.dispute.funds_withdrawn", "charge.dispute.closed"]));
});

test("intents are updated, cancelled, and refuse what their state forbids", async () => {
  const { id } = await client().paymentIntents.create(order);

  const updated = await client().paymentIntents.update(id, { amount: 500, metadata: { orderId: "", extra: "1" } });
  expect([updated.amount, updated.metadata]).toEqual([500, { paymentId: "pay_1", extra: "1" }]);
  const cancelled = await client().paymentIntents.cancel(id, { cancellation_reason: "abandoned" });
  expect([cancelled.status, cancelled.cancellation_reason]).toEqual(["canceled", "abandoned"]);
  await expect(client().paymentIntents.confirm(id, { payment_method: "pm_card_visa" })).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("customers are kept, found by address and removed; lists have cursors", async () => {
  const made = await client().customers.create({ email: "ann@example.com", name: "Ann", metadata: { orgId: "org_1" } });
  for (let index = 0; index < 3; index += 1) await client().paymentIntents.create({ ...order, customer: made.id });

  const pageOne = await client().paymentIntents.list({ customer: made.id, limit: 2 });
  const pageTwo = await client().paymentIntents.list({ customer: made.id, limit: 2, starting_after: pageOne.data.at(-1)?.id ?? "" });

  expect([pageOne.data.length, pageOne.has_more, pageTwo.data.length, pageTwo.has_more]).toEqual([2, true, 1, false]);
  expect((await client().customers.list({ email: "ann@example.com" })).data.map(({ id }) => id)).toEqual([made.id]);
  expect((await client().customers.del(made.id)).deleted).toBe(true);
  await expect(client().customers.retrieve(made.id)).rejects.toMatchObject({ statusCode: 404, code: "resource_missing" });
});

test("events can be listed for what a webhook missed", async () => {
  await confirmed("pm_card_visa");

  const events = await client().events.list({ type: "payment_intent.succeeded", created: { gte: Math.floor(Date.now() / 1_000) - 60 }, limit: 1 });

  expect(events.data[0]?.type).toBe("payment_intent.succeeded");
});

test.each([
  ["no amount", { currency: "usd" }, "parameter_missing"],
  ["too little", { amount: "49", currency: "usd" }, "amount_too_small"],
  ["an amount that is no integer", { amount: "1.5", currency: "usd" }, "parameter_invalid_integer"],
  ["a parameter Stripe does not know", { amount: "500", currency: "usd", ammount: "1" }, "parameter_unknown"],
])("an intent with %s is refused", async (_name, body, code) => {
  const response = await fetch(`${stripe.endpoint}/v1/payment_intents`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_local" },
    body: new URLSearchParams(Object.entries(body)),
  });

  expect([response.status, JSON.parse(await response.text()).error.code]).toEqual([400, code]);
});

test("a wrong secret key is refused and a publishable key sees only the intent whose secret it holds", async () => {
  const intent = await client().paymentIntents.create(order);
  const read = (query: string) =>
    fetch(`${stripe.endpoint}/v1/payment_intents/${intent.id}${query}`, { headers: { authorization: "Bearer pk_test_x" } });

  await expect(client("sk_test_other").paymentIntents.create(order)).rejects.toMatchObject({ type: "StripeAuthenticationError" });
  await expect(client("pk_test_x").paymentIntents.create(order)).rejects.toMatchObject({ code: "secret_key_required" });
  expect((await read("")).status).toBe(404);
  expect((await read(`?client_secret=${intent.client_secret}`)).status).toBe(200);
});

test("payments and idempotency keys survive a restart, and events nobody took are sent then", async () => {
  const key = `restart-${Date.now()}`;
  stripe.setWebhookUrl(undefined);
  const intent = await client().paymentIntents.create(order, { idempotencyKey: key });
  await stripe.stop();

  stripe = await start();
  await stripe.settled();

  expect((await client().paymentIntents.create(order, { idempotencyKey: key })).id).toBe(intent.id);
  expect(received.filter(({ object }) => object.id === intent.id).map(({ type }) => type)).toEqual(["payment_intent.created"]);
});
