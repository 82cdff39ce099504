import {
  BedrockRuntimeClient,
  type ContentBlock,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
  type ToolConfiguration,
} from "@aws-sdk/client-bedrock-runtime";
import * as z from "zod";
import { config } from "../../config.ts";
import { type AppError, unavailable } from "../../kernel/error.ts";
import type { Answer, Asking, Model } from "../../ports/model.ts";

const TOOL_USE_ID = "tooluse_earlier";

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
const Json: z.ZodType<Json> = z.json();

/** At the top of a tool's schema Nova takes `type`, `properties` and `required` and nothing else (Nova user guide, "Tool use"). */
function schemaOf(schema: z.ZodObject): Json {
  const { type, properties, required } = z.record(z.string(), Json).parse(z.toJSONSchema(schema, { io: "input" }));
  return { type: type ?? "object", properties: properties ?? {}, required: required ?? [] };
}

const toolOf = ({ name, schema }: Asking): ToolConfiguration => ({
  tools: [{ toolSpec: { name, description: "The only way to answer", inputSchema: { json: schemaOf(schema) } } }],
  toolChoice: { tool: { name } },
});

/** A mistake is shown as the tool call it was, and answered with what was wrong about it. */
function mistakeOf({ name, mistake }: Asking): ConverseCommandInput["messages"] {
  if (!mistake) return [];
  const input = Json.catch({}).parse(mistake.answer);
  const wrong: ContentBlock = { toolResult: { toolUseId: TOOL_USE_ID, status: "error", content: [{ text: mistake.problem }] } };
  return [
    { role: "assistant", content: [{ toolUse: { toolUseId: TOOL_USE_ID, name, input } }] },
    { role: "user", content: [wrong] },
  ];
}

const requestOf = (asking: Asking, modelId: string): ConverseCommandInput => ({
  modelId,
  system: [{ text: asking.instructions }],
  messages: [{ role: "user", content: [{ text: asking.prompt }] }, ...(mistakeOf(asking) ?? [])],
  toolConfig: toolOf(asking),
  // Structured answers come out best when the likeliest token is always taken.
  inferenceConfig: { maxTokens: asking.maxTokens, temperature: 0 },
});

const usageOf = ({ usage }: ConverseCommandOutput): Answer["usage"] => ({
  inputTokens: usage?.inputTokens ?? 0,
  outputTokens: usage?.outputTokens ?? 0,
});

function answerOf(output: ConverseCommandOutput, name: string): Answer {
  const usage = usageOf(output);
  if (output.stopReason === "max_tokens") return { outcome: "cut", usage };
  const used = output.output?.message?.content?.find((block) => block.toolUse?.name === name)?.toolUse;
  return used ? { outcome: "answered", value: used.input, usage } : { outcome: "refused", usage };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** Only a time-out leaves open whether the model worked, and so whether it is paid for. */
function failureOf(error: unknown): AppError {
  const name = nameOf(error);
  if (name === "ThrottlingException" || name === "ServiceQuotaExceededException")
    return unavailable("model.busy", "The model has no room now", error);
  if (name === "ModelTimeoutException" || name === "TimeoutError" || name === "AbortError")
    return unavailable("model.timeout", "The model did not answer in time", error);
  return unavailable("model.unavailable", "The model could not be asked", error);
}

/** The stage's model on Bedrock by Converse; the answer is the input of the one tool it is made to use. */
export function bedrockModel(): Model {
  const client = new BedrockRuntimeClient({ maxAttempts: 2 });
  const id = () => config("MODEL_ID");
  return {
    id,
    sizeOf: (asking) => Buffer.byteLength(JSON.stringify(requestOf(asking, id()))),
    read: async (asking) => {
      const command = new ConverseCommand(requestOf(asking, id()));
      try {
        return answerOf(await client.send(command, { abortSignal: AbortSignal.timeout(asking.timeoutMs) }), asking.name);
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}
