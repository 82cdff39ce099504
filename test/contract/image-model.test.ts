import { bedrockImageModel } from "@sleekapp/core/adapters/aws/bedrock-image";
import type { ImageModel, PictureAsking } from "@sleekapp/core/ports/image-model";
import { type Bedrock, startBedrock } from "@sleekapp/local/stand-ins/bedrock/index";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const MODEL_ID = "amazon.nova-canvas-v1:0";
let bedrock: Bedrock;
let model: ImageModel;

beforeAll(async () => {
  bedrock = await startBedrock({ models: [MODEL_ID] });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "run-task",
    AWS_SECRET_ACCESS_KEY: "test",
    IMAGE_MODEL_ID: MODEL_ID,
    MODEL_GUARDRAIL: "none",
  });
  model = bedrockImageModel();
});
afterEach(() => bedrock.clearFaults());
afterAll(() => bedrock.stop());

const asking = (change: Partial<PictureAsking> = {}): PictureAsking => ({
  prompt: "One navy hoodie, front view",
  avoid: "people, logos",
  width: 512,
  height: 512,
  seed: 7,
  count: 1,
  timeoutMs: 5_000,
  ...change,
});

test("a picture comes as its bytes, one for one", async () => {
  const answer = await model.draw(asking());

  expect(answer).toMatchObject({ outcome: "drawn", usage: { images: 1 } });
  expect(answer.outcome === "drawn" && Buffer.from(answer.bytes.subarray(1, 4)).toString()).toBe("PNG");
});

test("what the model's own rules do not let through is a refusal that costs nothing", async () => {
  bedrock.fault({ kind: "refuse", tool: "image" });

  expect(await model.draw(asking())).toEqual({ outcome: "refused", usage: { images: 0 } });
});

test("garbage comes back as it is, for the caller to judge", async () => {
  bedrock.fault({ kind: "garbage", tool: "image" });

  expect(await model.draw(asking())).toMatchObject({ outcome: "drawn", usage: { images: 1 } });
});

test.each([
  ["throttle", "model.busy"],
  ["unavailable", "model.unavailable"],
  ["timeout", "model.timeout"],
] as const)("%s is %s", async (kind, code) => {
  bedrock.fault({ kind, times: 4 });

  await expect(model.draw(asking())).rejects.toMatchObject({ kind: "unavailable", code });
});

test("an answer that never comes is given up", async () => {
  bedrock.fault({ kind: "hang", times: 4 });

  await expect(model.draw(asking({ timeoutMs: 200 }))).rejects.toMatchObject({ code: "model.timeout" });
});
