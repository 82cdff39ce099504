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
import type { Answer, Asking, Attachment, Model } from "../../ports/model.ts";
import { failureOf, guardrail } from "./bedrock-failure.ts";

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

const formats = { "image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp" } as const;

/** A document's name is shown to the model; a neutral one says nothing of whose it is (Converse API reference, "DocumentBlock"). */
function blockOf({ type, data }: Attachment, index: number): ContentBlock {
  const bytes = new Uint8Array(Buffer.from(data, "base64"));
  if (type === "application/pdf") return { document: { format: "pdf", name: `Document ${index + 1}`, source: { bytes } } };
  return { image: { format: formats[type], source: { bytes } } };
}

const contentOf = ({ prompt, attachments = [] }: Asking): ContentBlock[] => [{ text: prompt }, ...attachments.map(blockOf)];

/** A stage with a guardrail has every call looked at by it. */
function guardrailOf(): Pick<ConverseCommandInput, "guardrailConfig"> {
  const guardrailConfig = guardrail();
  return guardrailConfig ? { guardrailConfig } : {};
}

const requestOf = (asking: Asking, modelId: string): ConverseCommandInput => ({
  modelId,
  system: [{ text: asking.instructions }],
  messages: [{ role: "user", content: contentOf(asking) }, ...(mistakeOf(asking) ?? [])],
  toolConfig: toolOf(asking),
  ...guardrailOf(),
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
  if (output.stopReason === "guardrail_intervened") return { outcome: "refused", usage };
  const used = output.output?.message?.content?.find((block) => block.toolUse?.name === name)?.toolUse;
  return used ? { outcome: "answered", value: used.input, usage } : { outcome: "refused", usage };
}

/** The stage's model on Bedrock by Converse; the answer is the input of the one tool it is made to use. */
export function bedrockModel(): Model {
  const client = new BedrockRuntimeClient({ maxAttempts: 2 });
  const id = () => config("MODEL_ID");
  return {
    id,
    sizeOf: ({ attachments = [], ...asking }) =>
      Buffer.byteLength(JSON.stringify(requestOf(asking, id()))) + attachments.reduce((sum, { data }) => sum + data.length, 0),
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
