import { BedrockRuntimeClient, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import * as z from "zod";
import { config } from "../../config.ts";
import type { ImageModel, PictureAnswer, PictureAsking } from "../../ports/image-model.ts";
import { failureOf, guardrail } from "./bedrock-failure.ts";

/** The body of Amazon's image models (Nova user guide, "Generating images": request and response structure). */
const bodyOf = ({ prompt, avoid, width, height, seed, count }: PictureAsking) => ({
  taskType: "TEXT_IMAGE",
  textToImageParams: { text: prompt, ...(avoid ? { negativeText: avoid } : {}) },
  imageGenerationConfig: { numberOfImages: count, width, height, seed, quality: "standard", cfgScale: 6.5 },
});

const Body = z.looseObject({
  images: z.array(z.string()).nullish(),
  /** What the model's own rules kept back, in words. */
  error: z.string().nullish(),
  /** How a guardrail says that it stepped in (Bedrock user guide, "Use a guardrail with inference operations"). */
  "amazon-bedrock-guardrailAction": z.string().optional(),
});

const refused: PictureAnswer = { outcome: "refused", usage: { images: 0 } };

function answerOf(bytes: Uint8Array): PictureAnswer {
  const said = Body.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  const [image] = said.images ?? [];
  if (said["amazon-bedrock-guardrailAction"] === "INTERVENED" || image === undefined) return refused;
  return { outcome: "drawn", bytes: new Uint8Array(Buffer.from(image, "base64")), usage: { images: said.images?.length ?? 1 } };
}

/** A prompt that the model's own rules do not let through comes back as an invalid request. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && error.name === "ValidationException" && /content (?:filter|polic)|responsible ai/i.test(error.message);

/** The stage's image model on Bedrock by InvokeModel, in the shape of Amazon's own. */
export function bedrockImageModel(): ImageModel {
  const client = new BedrockRuntimeClient({ maxAttempts: 2 });
  const id = () => config("IMAGE_MODEL_ID");
  return {
    id,
    draw: async (asking) => {
      const command = new InvokeModelCommand({
        modelId: id(),
        contentType: "application/json",
        accept: "application/json",
        body: JSON.stringify(bodyOf(asking)),
        ...guardrail(),
      });
      try {
        const { body } = await client.send(command, { abortSignal: AbortSignal.timeout(asking.timeoutMs) });
        return answerOf(body);
      } catch (error) {
        if (isRefusal(error)) return refused;
        throw failureOf(error);
      }
    },
  };
}
