import { isRecord } from "../wire.ts";
import { readFacts } from "./facts.ts";
import { fillSchema } from "./fill.ts";
import { summarise } from "./language.ts";

/** A content block of a message, as Converse writes it. */
export type Block = Readonly<Record<string, unknown>>;

/** A Converse request whose shape has been checked. */
export interface Conversation {
  readonly modelId: string;
  readonly system: readonly Block[];
  readonly messages: readonly { readonly role: string; readonly content: readonly Block[] }[];
  readonly tools: readonly { readonly name: string; readonly schema: unknown }[];
  /** The tool the caller insists on, `*` for any, or none. */
  readonly forced: string | undefined;
  readonly maxTokens: number | undefined;
}

/** What a model answers: words or the use of a tool. */
export type Thought = { readonly text: string } | { readonly tool: string; readonly input: Record<string, unknown> };

/** Thinks about a request; a developer may put a real model in place of the rules. */
export type Brain = (conversation: Conversation) => Thought | Promise<Thought>;

/** The rules that stand in for a model: a tool is filled from the facts of the last message, anything else is their summary. */
export function ruleBrain(conversation: Conversation): Thought {
  const last = conversation.messages.at(-1)?.content ?? [];
  const facts = readFacts(last.map(readable).filter(Boolean).join("\n"));
  const answered = last.some((block) => "toolResult" in block);
  const tool =
    conversation.tools.find(({ name }) => name === conversation.forced) ??
    (conversation.forced === "*" || !answered ? wanted(conversation) : undefined);
  if (tool) return { tool: tool.name, input: fillSchema(tool.schema, facts) };
  return { text: summarise(facts) };
}

/** The tool of a request that insists on any, or the one whose words the message uses. */
function wanted({ tools, forced, messages }: Conversation): Conversation["tools"][number] | undefined {
  if (forced === "*") return tools[0];
  const text = (messages.at(-1)?.content ?? []).map(readable).join(" ").toLowerCase();
  return tools.find(({ name }) =>
    name
      .toLowerCase()
      .split(/[_-]/)
      .every((word) => text.includes(word)),
  );
}

function readable(block: Block): string {
  if (typeof block["text"] === "string") return block["text"];
  const result = block["toolResult"];
  if (isRecord(result) && Array.isArray(result["content"])) {
    return result["content"]
      .map((item: unknown) => (isRecord(item) ? (typeof item["text"] === "string" ? item["text"] : JSON.stringify(item["json"] ?? {})) : ""))
      .join("\n");
  }
  const image = block["image"];
  return isRecord(image) ? describeImage(image) : "";
}

/** What can be said about a picture without looking at it. */
function describeImage(image: Block): string {
  const source = image["source"];
  const bytes = isRecord(source) && typeof source["bytes"] === "string" ? Buffer.from(source["bytes"], "base64") : Buffer.alloc(0);
  const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47;
  const size = isPng ? `\nimage width: ${bytes.readUInt32BE(16)}\nimage height: ${bytes.readUInt32BE(20)}` : "";
  return `image format: ${String(image["format"])}\nimage bytes: ${bytes.length}${size}`;
}
