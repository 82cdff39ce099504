import { isRecord } from "../wire.ts";
import type { Block, Conversation } from "./brain.ts";

/** An error of the Bedrock runtime API. */
export class BedrockError extends Error {
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** What the model may read at most; Claude's context is 200,000 tokens. */
const CONTEXT_TOKENS = 200_000;

const invalid = (message: string): BedrockError => new BedrockError(400, "ValidationException", message);

/** About four characters a token, the usual rule of thumb for English. */
export function countTokens(value: unknown): number {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? "");
  return Math.max(1, Math.ceil(text.length / 4));
}

/** Checks a Converse body the way Bedrock does. */
export function readConversation(modelId: string, body: Record<string, unknown>): Conversation {
  const messages = blocks(body["messages"]).map((message, index) => readMessage(message, index));
  if (messages.length === 0) throw invalid("The value at messages is empty: a conversation must have at least one message.");
  if (messages[0]?.role !== "user")
    throw invalid("A conversation must start with a user message. Try again with a conversation that starts with a user message.");
  const doubled = messages.findIndex((message, index) => index > 0 && message.role === messages[index - 1]?.role);
  if (doubled > 0)
    throw invalid(
      "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.",
    );
  const inference = isRecord(body["inferenceConfig"]) ? body["inferenceConfig"] : {};
  checkRange(inference, "maxTokens", { least: 1, most: 64_000 });
  checkRange(inference, "temperature", { least: 0, most: 1 });
  checkRange(inference, "topP", { least: 0, most: 1 });
  const system = blocks(body["system"]);
  if (countTokens([system, messages]) > CONTEXT_TOKENS) throw invalid("Input is too long for requested model.");
  const maxTokens = inference["maxTokens"];
  return { modelId, system, messages, maxTokens: typeof maxTokens === "number" ? maxTokens : undefined, ...readTools(body["toolConfig"]) };
}

function readMessage(message: Block, index: number): Conversation["messages"][number] {
  const role = String(message["role"]);
  if (role !== "user" && role !== "assistant")
    throw invalid(
      `1 validation error detected: Value '${role}' at 'messages.${index + 1}.member.role' failed to satisfy constraint: Member must satisfy enum value set: [user, assistant]`,
    );
  const content = blocks(message["content"]);
  if (content.length === 0)
    throw invalid(
      `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
    );
  const blank = content.findIndex(({ text }) => typeof text === "string" && text.trim() === "");
  if (blank >= 0)
    throw invalid(
      `The text field in the ContentBlock object at messages.${index}.content.${blank} is blank. Add text to the text field, and try again.`,
    );
  return { role, content };
}

function readTools(config: unknown): Pick<Conversation, "tools" | "forced"> {
  if (!isRecord(config)) return { tools: [], forced: undefined };
  const tools = blocks(config["tools"]).map(({ toolSpec }, index) => readTool(toolSpec, index));
  if (tools.length === 0) throw invalid("The value at toolConfig.tools is empty.");
  const choice = isRecord(config["toolChoice"]) ? config["toolChoice"] : {};
  const named = isRecord(choice["tool"]) ? String(choice["tool"]["name"]) : undefined;
  if (named !== undefined && !tools.some(({ name }) => name === named))
    throw invalid(`The tool name '${named}' in toolChoice is not in the list of tools.`);
  return { tools, forced: named ?? ("any" in choice ? "*" : undefined) };
}

function readTool(spec: unknown, index: number): Conversation["tools"][number] {
  const name = isRecord(spec) ? String(spec["name"]) : "";
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name))
    throw invalid(
      `Value '${name}' at 'toolConfig.tools.${index + 1}.member.toolSpec.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+`,
    );
  const schema = isRecord(spec) && isRecord(spec["inputSchema"]) ? spec["inputSchema"]["json"] : undefined;
  if (!isRecord(schema) || schema["type"] !== "object")
    throw invalid(`The value at toolConfig.tools.${index}.toolSpec.inputSchema.json.type must be one of the following: object.`);
  return { name, schema };
}

function checkRange(config: Block, name: string, { least, most }: { least: number; most: number }): void {
  const value = config[name];
  if (value === undefined) return;
  if (typeof value !== "number" || value < least || value > most)
    throw invalid(`The value at inferenceConfig.${name} must be between ${least} and ${most}.`);
}

function blocks(value: unknown): readonly Block[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
