import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { type Bedrock, startBedrock } from "./index.ts";

const modelId = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
let bedrock: Bedrock;
let client: BedrockRuntimeClient;
const settings = () => ({
  endpoint: bedrock.endpoint,
  region: "us-east-1",
  maxAttempts: 1,
  credentials: { accessKeyId: "run-task", secretAccessKey: "x" },
});
const ask = (text: string, more: Partial<ConverseCommandInput> = {}) =>
  client.send(new ConverseCommand({ modelId, messages: [{ role: "user", content: [{ text }] }], ...more }));

const Reading = z.object({
  garment: z.enum(["t-shirt", "hoodie", "polo"]),
  quantity: z.int().min(1),
  fabrics: z.array(z.enum(["cotton", "polyester", "wool"])).max(3),
  rush: z.boolean(),
  deliverOn: z.iso.date().optional(),
  note: z.string().max(60),
  unitPrice: z
    .object({ amount: z.int(), currency: z.literal("USD") })
    .nullable()
    .optional(),
});
const tool = (name: string, schema: z.ZodType): ConverseCommandInput["toolConfig"] => ({
  tools: [{ toolSpec: { name, inputSchema: { json: JSON.parse(JSON.stringify(z.toJSONSchema(schema))) } } }],
  toolChoice: { tool: { name } },
});
async function use(text: string, schema: z.ZodType, name = "answer") {
  const answer = await ask(text, { toolConfig: tool(name, schema) });
  return { answer, input: answer.output?.message?.content?.[0]?.toolUse?.input };
}

beforeAll(async () => {
  bedrock = await startBedrock();
  client = new BedrockRuntimeClient(settings());
});
afterEach(() => bedrock.clearFaults());
afterAll(async () => {
  client.destroy();
  await bedrock.stop();
});

test("a forced tool is filled from the brief so that it fits its schema", async () => {
  const { answer, input } = await use("We need 500 pieces of a heavy hoodie, wool and cotton, rush. quantity 500, delivery 2026-12-24.", Reading);

  expect(Reading.parse(input)).toMatchObject({ garment: "hoodie", quantity: 500, fabrics: ["wool", "cotton"], rush: true });
  expect(answer.stopReason).toBe("tool_use");
  expect(answer.usage?.totalTokens).toBe((answer.usage?.inputTokens ?? 0) + (answer.usage?.outputTokens ?? 0));
});

test("what the prompt states as data under a property's name is taken as it is", async () => {
  const { input } = await use('Data: {"garment":"polo","quantity":1200,"rush":false,"deliverOn":"2027-02-01","note":"two colours"}', Reading);

  expect(Reading.parse(input)).toMatchObject({ garment: "polo", quantity: 1_200, rush: false, deliverOn: "2027-02-01", note: "two colours" });
});

test("lists of objects follow the objects the prompt lists", async () => {
  const Reasons = z.object({ suppliers: z.array(z.object({ name: z.string(), reason: z.string().max(300) })).min(2) });

  const { input } = await use('{"suppliers":[{"name":"Dhaka Knit","onTime":0.98},{"name":"Narayanganj Tex","onTime":0.91}]}', Reasons);

  expect(Reasons.parse(input).suppliers.map(({ name }) => name)).toEqual(["Dhaka Knit", "Narayanganj Tex"]);
});

test("without a tool the facts are summarised, the same way each time", async () => {
  const prompt =
    "Explain the quote to the buyer.\nGarment: hoodie\nQuantity: 500\nTotal: $12,345.00\nLead time: 45 days\nOrder id: ord_01jz0000000000000000000000";

  const [first, second] = [await ask(prompt), await ask(prompt)];

  const text = first.output?.message?.content?.[0]?.text;
  expect(text).toBe("In short: garment hoodie, quantity 500, total $12,345.00 and lead time 45 days.");
  expect(second.output).toEqual(first.output);
});

test("the same port answers HTTP/1.1", async () => {
  const plain = new BedrockRuntimeClient({ ...settings(), requestHandler: new NodeHttpHandler() });

  const answer = await plain.send(new ConverseCommand({ modelId, messages: [{ role: "user", content: [{ text: "Hello there." }] }] }));

  expect(answer.output?.message?.content?.[0]?.text).toBe("Hello there.");
  plain.destroy();
});

test("an answer longer than allowed is cut and says so", async () => {
  const answer = await ask(`Topic: ${"cotton ".repeat(40)}`, { inferenceConfig: { maxTokens: 5 } });

  expect([answer.stopReason, answer.usage?.outputTokens, answer.output?.message?.content?.[0]?.text?.length]).toEqual(["max_tokens", 5, 20]);
});

test.each<[string, Partial<ConverseCommandInput>]>([
  ["no messages", { messages: [] }],
  ["an assistant who speaks first", { messages: [{ role: "assistant", content: [{ text: "x" }] }] }],
  [
    "two user turns in a row",
    {
      messages: [
        { role: "user", content: [{ text: "a" }] },
        { role: "user", content: [{ text: "b" }] },
      ],
    },
  ],
  ["blank text", { messages: [{ role: "user", content: [{ text: " " }] }] }],
  ["a temperature of 2", { inferenceConfig: { temperature: 2 } }],
  [
    "a tool that is not there",
    { toolConfig: { tools: [{ toolSpec: { name: "a", inputSchema: { json: { type: "object" } } } }], toolChoice: { tool: { name: "b" } } } },
  ],
])("a request with %s is refused", async (_name, more) => {
  await expect(ask("x", more)).rejects.toMatchObject({ name: "ValidationException" });
});

test("faults come as often as ordered, by function and over HTTP", async () => {
  const order = (body: object) => fetch(`${bedrock.endpoint}/_local/faults`, { method: "POST", body: JSON.stringify(body) });
  bedrock.fault({ kind: "throttle", times: 2 });

  await expect(ask("x y z")).rejects.toMatchObject({ name: "ThrottlingException" });
  await expect(ask("x y z")).rejects.toMatchObject({ name: "ThrottlingException" });
  expect((await ask("x y z")).stopReason).toBe("end_turn");
  await order({ kind: "timeout" });
  await expect(ask("x")).rejects.toMatchObject({ name: "ModelTimeoutException" });
  expect((await order({ kind: "nonsense" })).status).toBe(400);
});

test("garbage breaks the schema and an oversized answer is large", async () => {
  bedrock.fault({ kind: "garbage", tool: "answer" });
  expect(Reading.safeParse((await use("hoodie", Reading)).input).success).toBe(false);

  bedrock.fault({ kind: "oversized" });
  const { answer } = await use("hoodie", Reading);
  expect(JSON.stringify(answer.output).length).toBeGreaterThan(1_000_000);
});

test("a hanging model leaves the caller to its own time limit", async () => {
  bedrock.fault({ kind: "hang" });

  await expect(
    client.send(new ConverseCommand({ modelId, messages: [{ role: "user", content: [{ text: "x" }] }] }), { abortSignal: AbortSignal.timeout(200) }),
  ).rejects.toThrow();
});

test("an image model draws a PNG of the size asked for", async () => {
  const body = JSON.stringify({
    taskType: "TEXT_IMAGE",
    textToImageParams: { text: "a navy hoodie" },
    imageGenerationConfig: { width: 512, height: 640, numberOfImages: 1 },
  });

  const answer = await client.send(new InvokeModelCommand({ modelId: "amazon.nova-canvas-v1:0", contentType: "application/json", body }));

  const { images } = z.object({ images: z.array(z.string()) }).parse(JSON.parse(new TextDecoder().decode(answer.body)));
  const png = Buffer.from(images[0] ?? "", "base64");
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(["PNG", 512, 640]);
});
