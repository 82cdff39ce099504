import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Secrets } from "../../ports/secrets.ts";
import { stripeHooks } from "./hooks.ts";

const secret = "whsec_of_the_test";
const now = new Date("2026-03-02T09:00:00.000Z");
const timestamp = now.getTime() / 1000;
const payload = JSON.stringify({ id: "evt_1", type: "payment_intent.succeeded", data: { object: { object: "payment_intent", id: "pi_1" } } });

beforeAll(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  Secrets.provide({ get: async () => secret });
});
afterAll(() => void vi.useRealTimers());

type Options = Parameters<typeof Stripe.webhooks.generateTestHeaderString>[0];

const header = (given: Partial<Options> = {}): string => Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp, ...given });
const signatureIn = (whole: string): string => whole.split("v1=")[1] ?? "";

/** What Stripe's own client says of the same call. */
function official(raw: string, signature: string): boolean {
  try {
    Stripe.webhooks.constructEvent(raw, signature, secret);
    return true;
  } catch {
    return false;
  }
}

const own = async (raw: string, signature: string | undefined): Promise<boolean> =>
  stripeHooks()
    .verify(raw, signature)
    .then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ kind: "invalid", code: "hook.signature" });
        return false;
      },
    );

test.each([
  ["signed now", payload, header(), true],
  ["signed five minutes ago", payload, header({ timestamp: timestamp - 300 }), true],
  ["signed more than five minutes ago", payload, header({ timestamp: timestamp - 301 }), false],
  ["signed by a clock that is ahead", payload, header({ timestamp: timestamp + 60 }), true],
  ["signed with another secret", payload, header({ secret: "whsec_other" }), false],
  ["signed by the old secret and the new one", payload, `${header({ secret: "whsec_old" })},v1=${signatureIn(header())}`, true],
  ["of another body", payload.replace("pi_1", "pi_2"), header(), false],
  ["of another moment than was signed", payload, header().replace(`t=${timestamp}`, `t=${timestamp + 1}`), false],
  ["signed by another scheme", payload, header().replace("v1=", "v0="), false],
  ["with half a signature", payload, header().slice(0, -8), false],
  ["without a moment", payload, `v1=${signatureIn(header())}`, false],
  ["without a signature", payload, `t=${timestamp}`, false],
  ["with nothing", payload, "", false],
  ["that is no JSON", "{", header({ payload: "{" }), false],
])("a webhook %s is taken as Stripe's own client takes it", async (_name, raw, signature, taken) => {
  expect([await own(raw, signature), official(raw, signature)]).toEqual([taken, taken]);
});

test("a webhook without the header is not taken", async () => {
  expect(await own(payload, undefined)).toBe(false);
});

describe("the charge an event is about", () => {
  test.each([
    ["is its object", { object: "payment_intent", id: "pi_1" }, "pi_1"],
    ["is named by its object", { object: "charge", id: "ch_1", payment_intent: "pi_2" }, "pi_2"],
    ["is missing", { object: "customer", id: "cus_1" }, undefined],
    ["is not a name", { object: "charge", payment_intent: { id: "pi_3" } }, undefined],
  ])("%s", async (_name, object, intentId) => {
    const raw = JSON.stringify({ id: "evt_2", type: "any.thing", data: { object } });

    const event = await stripeHooks().verify(raw, header({ payload: raw }));

    expect(event).toEqual({ eventId: "evt_2", type: "any.thing", ...(intentId ? { intentId } : {}) });
  });
});
