import { bedrockModel } from "@sleekapp/core/adapters/aws/bedrock";
import type { Asking, Model } from "@sleekapp/core/ports/model";
import { type Bedrock, startBedrock } from "@sleekapp/local/stand-ins/bedrock/index";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as z from "zod";

const MODEL_ID = "amazon.nova-lite-v1:0";
let bedrock: Bedrock;
let model: Model;

beforeAll(async () => {
  bedrock = await startBedrock({ models: [MODEL_ID] });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "run-task",
    AWS_SECRET_ACCESS_KEY: "test",
    MODEL_ID,
    MODEL_GUARDRAIL: "none",
  });
  model = bedrockModel();
});
afterEach(() => bedrock.clearFaults());
afterAll(() => bedrock.stop());

const schema = z.strictObject({ garment: z.string().max(40), quantity: z.int().min(1) });
const asking = (change: Partial<Asking> = {}): Asking => ({
  name: "read-brief",
  instructions: "Read the brief.",
  prompt: "garment: hoodie\nquantity: 500",
  schema,
  maxTokens: 400,
  timeoutMs: 5_000,
  ...change,
});

test("the answer is the input of the tool, with the tokens it cost", async () => {
  const answer = await model.read(asking());

  expect(answer).toMatchObject({ outcome: "answered", value: { garment: "hoodie", quantity: 500 } });
  expect(answer.usage.inputTokens).toBeGreaterThan(10);
  expect(answer.usage.outputTokens).toBeGreaterThan(1);
});

test("the size of a request bounds its tokens and grows with its prompt", async () => {
  const { usage } = await model.read(asking());

  expect(model.sizeOf(asking())).toBeGreaterThan(usage.inputTokens);
  expect(model.sizeOf(asking({ prompt: "é".repeat(1_000) })) - model.sizeOf(asking({ prompt: "é" }))).toBe(1_998);
});

test("a mistake goes back as the conversation it was, whatever it held", async () => {
  const mistake = { answer: { unexpected: [null, "x"], quantity: Number.NaN }, problem: "quantity is missing" };

  expect(await model.read(asking({ mistake }))).toMatchObject({ outcome: "answered" });
});

test("an answer that reaches the cap says so", async () => {
  expect(await model.read(asking({ maxTokens: 2 }))).toMatchObject({ outcome: "cut", usage: { outputTokens: 2 } });
});

test("words in place of the tool are a refusal", async () => {
  const silent = await startBedrock({ brain: () => ({ text: "I cannot help with that." }) });
  process.env["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = silent.endpoint;
  const refusing = bedrockModel();

  expect(await refusing.read(asking())).toMatchObject({ outcome: "refused" });
  await silent.stop();
});

test("garbage comes back as it is, for the caller to judge", async () => {
  bedrock.fault({ kind: "garbage", tool: "read-brief" });

  const answer = await model.read(asking());

  expect(answer.outcome === "answered" && schema.safeParse(answer.value).success).toBe(false);
});

test.each([
  ["throttle", "model.busy"],
  ["unavailable", "model.unavailable"],
  ["timeout", "model.timeout"],
] as const)("%s is told as %s", async (kind, code) => {
  bedrock.fault({ kind, times: 5 });

  await expect(model.read(asking())).rejects.toMatchObject({ kind: "unavailable", code });
});

test("a model that hangs is left at the task's own limit", async () => {
  bedrock.fault({ kind: "hang", times: 5 });

  await expect(model.read(asking({ timeoutMs: 200 }))).rejects.toMatchObject({ code: "model.timeout" });
});

test("one throttled call is tried again before anybody notices", async () => {
  bedrock.fault({ kind: "throttle" });

  expect(await model.read(asking())).toMatchObject({ outcome: "answered" });
});
