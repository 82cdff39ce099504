import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { priceAsGuest, proveAddress, until } from "../support/guest.ts";
import { checkInvariants } from "../support/invariants.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type Stage } from "../support/stage.ts";

let stage: Stage;
let proof: string;
beforeAll(async () => {
  stage = await bootStage({ root: process.cwd(), name: "commentary", ephemeral: true, web: "none", retryAfterSeconds: 0 });
  proof = await proveAddress(stage, "rina@example.com");
}, 120_000);
afterEach(() => stage.models.clearFaults());
afterAll(() => stage?.stop());

const brief = { garmentType: "hoodie", quantity: 500, fabric: "cotton", notes: "Heavy, with a double hood. Call +44 20 7946 0958." };
const Commented = z.looseObject({
  status: z.string(),
  total: z.unknown(),
  analysis: z.strictObject({ summary: z.string(), suggestions: z.array(z.string()), risks: z.array(z.string()), source: z.string() }),
});

/** The quote once its commentary is there. */
async function commented() {
  const { read } = await priceAsGuest(stage, proof, brief);
  const before = await read();
  const after = await until(async () => Commented.safeParse((await read()).body).data);
  return { before: before.body, after };
}

test("the model's commentary arrives by the queue a moment later", async () => {
  const { before, after } = await commented();

  expect(after.analysis.source).toBe("model");
  expect(after.analysis.summary.length).toBeGreaterThan(20);
  expect(after).toMatchObject({ status: "priced", total: before["total"] });
  expect(stage.models.calls().at(-1)).toMatchObject({ operation: "converse", tool: "quote-analysis", status: 200 });
});

test.each([
  ["no room", "throttle"],
  ["an outage", "unavailable"],
  ["garbage", "garbage"],
  ["an answer without end", "oversized"],
] as const)("%s at the model ends in a commentary by rule, and the price stands", async (_name, kind) => {
  stage.models.fault({ kind, times: 10 });

  const { before, after } = await commented();

  expect(after.analysis).toMatchObject({ source: "fallback", risks: expect.arrayContaining([expect.stringContaining("Freight")]) });
  expect(after).toMatchObject({ status: "priced", total: before["total"] });
  expect(stage.look("dev-sleekapp-run-task-dead")?.ready).toEqual([]);
});

const Read = z.looseObject({ source: z.string(), reading: z.looseObject({ quantity: z.looseObject({ value: z.number() }) }) });

/** Has a brief read by nobody in particular, as the page does. */
async function readWords(text: string, key: string = randomUUID()) {
  const response = await fetch(`${stage.url}/v1/guest/brief-readings`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ text }),
  });
  return { status: response.status, body: await response.json() };
}
const words = "500 hoodies of cotton, logo embroidered on the left chest";

test("a brief in somebody's own words is read by the model beside the rules, and once for one key", async () => {
  const key = randomUUID();
  const first = await readWords(words, key);
  const asked = stage.models.calls().length;

  expect(first).toMatchObject({ status: 200, body: { source: "model", language: "en", reading: { garmentType: { value: "hoodie" } } } });
  expect(await readWords(words, key)).toEqual(first);
  expect(stage.models.calls()).toHaveLength(asked);
  expect((await readWords(`${words}, please`, key)).status).toBe(422);
});

test.each(["throttle", "unavailable", "timeout", "garbage", "oversized"] as const)(
  "a model with %s leaves the brief to the rules, and the form is filled in all the same",
  async (kind) => {
    stage.models.fault({ kind, times: 10, tool: "brief-reading" });

    const { status, body } = await readWords(words);

    expect(status).toBe(200);
    expect(Read.parse(body)).toMatchObject({ source: "fallback", reading: { quantity: { value: 500 } } });
  },
);

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
