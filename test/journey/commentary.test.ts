import { cancelAiJob, getAiJob, repeatAiJob } from "@sleekapp/contracts/ai-job";
import * as catalog from "@sleekapp/contracts/catalog";
import * as designs from "@sleekapp/contracts/design";
import { askPictureCandidate, askPictureWords } from "@sleekapp/contracts/product-picture";
import { type Person, person, townOf } from "@sleekapp/local/people/person";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
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

describe("a buyer's designs", () => {
  let buyer: Person;
  /** A buyer with a day's budget of its own, which a handful of drawings uses up. */
  const newBuyer = async (name: string) => {
    buyer = person(townOf(stage), `${name}.designs@people.example`);
    await buyer.signUp({ password: "thread needle and cloth", name: "Bea Buyer", as: "buyer", company: "Bea's Shop" });
  };
  beforeAll(() => newBuyer("bea"), 60_000);

  const words = { description: "A heavy navy hoodie with a mountain on the back", garmentType: "hoodie", palette: ["#1f3a5f"] } as const;
  const ask = () => buyer.ask(designs.askDesign, { body: { ...words, palette: [...words.palette] } });
  const look = (aiJobId: string) => buyer.ask(getAiJob, { params: { aiJobId } });
  const ended = (aiJobId: string) =>
    until(async () => {
      const job = await look(aiJobId);
      return ["done", "failed", "cancelled"].includes(job.status) ? job : undefined;
    }, 40_000);

  test("are drawn by the queue, looked at like any picture, and opened by a link that ends", async () => {
    const { jobId, subjectId: designId, status } = await ask();
    expect(status).toBe("queued");

    expect(await ended(jobId)).toMatchObject({ status: "done", percent: 100, source: "model", result: { designId } });

    const { url, ...design } = await buyer.ask(designs.getDesign, { params: { designId } });
    expect(design).toMatchObject({ origin: "model", garmentType: "hoodie", width: 1_024, height: 1_024 });
    const picture = await fetch(url);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await fetch(url.split("?")[0] ?? "")).status).toBeGreaterThan(399);
    expect(stage.models.calls().at(-1)).toMatchObject({ operation: "invoke", modelId: "amazon.nova-canvas-v1:0" });
  });

  test("have their picture read by the model, or, without it, by their own words", async () => {
    const { jobId, subjectId: designId } = await ask();
    await ended(jobId);
    const reading = async () => ended((await buyer.ask(designs.askDesignAnalysis, { params: { designId } })).jobId);

    expect(await reading()).toMatchObject({
      status: "done",
      source: "model",
      result: { kind: "analysis", analysis: { garment: { value: "hoodie" }, colours: [{ hex: "#1f3a5f", name: "Navy" }] } },
    });
    stage.models.fault({ kind: "refuse", times: 20, tool: "design-analysis" });
    expect(await reading()).toMatchObject({ source: "fallback", result: { analysis: { garment: { value: "hoodie", percent: 100 } } } });
  });

  test("come all the same when the model has no room at first", async () => {
    stage.models.fault({ kind: "throttle", times: 2, tool: "image" });

    const { jobId } = await ask();

    expect(await ended(jobId)).toMatchObject({ status: "done", attempts: 1 });
    expect(JSON.stringify(stage.logs())).not.toContain("comes back late");
  });

  test.each([
    ["its own rules", "refuse", "refused"],
    ["bytes that are no picture", "garbage", "garbled"],
    ["an outage that does not end", "unavailable", "unavailable"],
  ] as const)("do not come from a model with %s; that is said plainly, and nothing is lost", async (_name, kind, reason) => {
    await newBuyer(kind);
    stage.models.fault({ kind, times: 20, tool: "image" });

    const { jobId } = await ask();

    expect(await ended(jobId)).toMatchObject({ status: "failed", reason: expect.stringMatching(new RegExp(`^${reason}|paused$`)) });
    expect(stage.look("dev-sleekapp-run-task-dead")?.ready).toEqual([]);
  });

  test("can be stopped, and asked for once more", async () => {
    stage.models.fault({ kind: "slow", ms: 1_500, tool: "image" });
    const { jobId } = await ask();
    expect(await buyer.ask(cancelAiJob, { params: { aiJobId: jobId } })).toMatchObject({ status: "cancelled" });
    await stage.drain(30_000);
    expect(await look(jobId)).toMatchObject({ status: "cancelled" });

    expect(await buyer.ask(repeatAiJob, { params: { aiJobId: jobId } })).toMatchObject({ status: "queued" });
    expect((await ended(jobId)).status).toMatch(/^(?:done|failed)$/);
  });
});

test("a listing's candidate is drawn, taken by its supplier, and put into words by the model or, without it, by rule", async () => {
  const supplier = person(townOf(stage), "rafiq.pictures@people.example");
  await supplier.signUp({ password: "thread needle and cloth", name: "Rafiq Maker", as: "supplier", company: "Padma Knit" });
  const draft = { title: "Heavy cotton hoodie", category: "Hoodies", fabric: "Cotton fleece", colours: ["Navy"] };
  const { productId } = await supplier.ask(catalog.createProduct, { body: { draft } });
  const ended = (aiJobId: string) =>
    until(async () => {
      const job = await supplier.ask(getAiJob, { params: { aiJobId } });
      return job.status === "done" || job.status === "failed" ? job : undefined;
    }, 40_000);

  const { result } = await ended((await supplier.ask(askPictureCandidate, { params: { productId } })).jobId);
  if (result?.kind !== "picture") throw new Error("no candidate came");
  expect((await supplier.ask(catalog.getMyProduct, { params: { productId } })).pictures).toEqual([]);
  expect((await fetch(`${stage.url}${result.base}-320.webp`)).status).toBe(200);
  const pictures = [{ uploadId: result.uploadId, alt: result.alt }];
  expect((await supplier.ask(catalog.setProductPictures, { params: { productId }, body: { pictures } })).pictures).toHaveLength(1);

  const words = async () => ended((await supplier.ask(askPictureWords, { params: { productId } })).jobId);
  expect(await words()).toMatchObject({ status: "done", result: { kind: "words" } });
  stage.models.fault({ kind: "refuse", times: 20, tool: "picture-words" });
  expect(await words()).toMatchObject({ source: "fallback", result: { words: [{ alt: "Navy hoodies, from the front" }] } });
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
