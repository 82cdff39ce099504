import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { isRelevant } from "../../payment/report.ts";
import { Secrets } from "../../ports/secrets.ts";
import { stripeHooks } from "./hooks.ts";

/**
 * What is accepted of what Stripe sends, stated once: an event of any type, any version of its shapes and any further fields is taken
 * when it is signed and names itself (`id`, `type`, `data.object`); it is acted on when it is about a charge, a refund or a dispute and
 * names the charge. What is not such an event, as the thin events of Stripe's newer interface, is refused with 400. None is a 5xx.
 */
const secret = "whsec_of_the_shapes";
const types = path.join(path.dirname(createRequire(import.meta.url).resolve("stripe")), "../esm/resources");
const declared = (file: string): string => readFileSync(path.join(types, `${file}.d.ts`), "utf8");

/** Every type of event that stripe-node's types know. */
const eventTypes = [...new Set([...declared("Events").matchAll(/^ {4}type: '([a-z0-9_.]+)';/gm)].map(([, type = ""]) => type))];

/** Every field of an object that its types know, of whatever type. */
function fieldsOf(file: string): readonly string[] {
  const [, body = ""] = /^export interface \w+ \{$([\s\S]*?)^\}$/m.exec(declared(file)) ?? [];
  return [...body.matchAll(/^ {4}(\w+)\??:/gm)].map(([, field = ""]) => field);
}

const odd = [null, "text", 0, true, [], { nested: { id: "pi_nested" } }] as const;
const filled = (file: string, shift: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...fieldsOf(file), "a_field_of_tomorrow"].map((field, at) => [field, odd[(at + shift) % odd.length]]));

const objects = { payment_intent: "PaymentIntents", charge: "Charges", refund: "Refunds", dispute: "Disputes" } as const;
const versions = ["2026-10-28.endive", "2020-08-27", "2099-01-01.unknown", null] as const;

beforeAll(() => Secrets.provide({ get: async () => secret }));

async function taken(event: unknown) {
  const payload = JSON.stringify(event);
  const verified = await stripeHooks().verify(payload, Stripe.webhooks.generateTestHeaderString({ payload, secret }));
  return { ...verified, isActedOn: isRelevant(verified) };
}

const actedOn = (type: string): boolean => /^(payment_intent|refund)\.|^charge\.(refund|dispute)/.test(type);

describe("an event of Stripe", () => {
  test("of every type there is, in every version, is taken, and acted on when it is about a charge of ours", async () => {
    const all = eventTypes.flatMap((type) => versions.map((api_version) => ({ type, api_version })));

    const results = await Promise.all(
      all.map(({ type, api_version }, at) =>
        taken({ id: `evt_${at}`, object: "event", api_version, type, data: { object: { object: "charge", payment_intent: "pi_1" } }, further: 1 }),
      ),
    );

    expect(eventTypes.length).toBeGreaterThan(200);
    expect(results.map(({ type, isActedOn }) => [type, isActedOn])).toEqual(all.map(({ type }) => [type, actedOn(type)]));
  });

  test.each(Object.entries(objects))("about a %s with every field its types know, filled with anything, is taken", async (object, file) => {
    expect(fieldsOf(file).length).toBeGreaterThan(10);
    for (let shift = 0; shift < odd.length; shift += 1) {
      const named = object === "payment_intent" ? { id: "pi_2" } : { payment_intent: "pi_2" };
      const data = { object: { ...filled(file, shift), object, ...named }, previous_attributes: filled(file, shift + 1) };

      const result = await taken({ id: "evt_1", type: "payment_intent.succeeded", livemode: "no", pending_webhooks: null, data });

      expect(result).toEqual({ eventId: "evt_1", type: "payment_intent.succeeded", intentId: "pi_2", isActedOn: true });
    }
  });

  test("that does not name its charge is taken and not acted on", async () => {
    for (const payment_intent of odd.filter((one) => one !== "text")) {
      const event = { id: "evt_1", type: "charge.refunded", data: { object: { object: "charge", payment_intent } } };
      expect(await taken(event)).toMatchObject({ isActedOn: false });
    }
  });

  test.each([
    ["a thin event", { id: "evt_1", object: "v2.core.event", type: "v1.billing.meter.no_meter_found", related_object: null }],
    ["one without an id", { type: "payment_intent.succeeded", data: { object: {} } }],
    ["one without a type", { id: "evt_1", data: { object: {} } }],
    ["one without its object", { id: "evt_1", type: "payment_intent.succeeded", data: {} }],
    ["a list", []],
    ["nothing", null],
  ])("such as %s is refused as the caller's mistake", async (_name, event) => {
    await expect(taken(event)).rejects.toMatchObject({ kind: "invalid", code: "hook.signature" });
  });
});
