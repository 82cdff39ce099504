import { randomUUID } from "node:crypto";
import type { Authorize } from "../../permissions/index.ts";
import { accessKeyOf, isRecord, parseRecord, type Running } from "../wire.ts";
import { type Brain, type Conversation, ruleBrain, type Thought } from "./brain.ts";
import { type FaultOrder, isFaultKind, openFaults, type Faults } from "./faults.ts";
import { invokeImage } from "./image.ts";
import { BedrockError, countTokens, readConversation } from "./request.ts";
import { type Request, type Response, serveBoth } from "./transport.ts";

export type { Brain, Conversation, Thought } from "./brain.ts";
export type { FaultKind, FaultOrder } from "./faults.ts";

/** How the models behave. */
export interface BedrockOptions {
  readonly port?: number | undefined;
  /** Answers instead of the rules, e.g. a model on this machine. */
  readonly brain?: Brain | undefined;
  /** Model ids the account may use; every id when absent. */
  readonly models?: readonly string[] | undefined;
  /** May the holder of a key ask this model? Everybody may when absent. */
  readonly authorize?: Authorize | undefined;
}

/** One answered call, for tests and the stage's log. */
export interface ModelCall {
  readonly modelId: string;
  readonly operation: "converse" | "invoke";
  readonly tool?: string | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly status: number;
}

/** A running stand-in for Bedrock's models. */
export interface Bedrock extends Running {
  /** Orders a fault; the same over HTTP with `POST /_local/faults`. */
  fault(order: FaultOrder): void;
  clearFaults(): void;
  calls(): readonly ModelCall[];
}

interface State {
  readonly options: BedrockOptions;
  readonly faults: Faults;
  calls: ModelCall[];
}

const KEPT_CALLS = 1_000;
const OVERSIZED = 2_000_000;

/** Starts a stand-in for Bedrock Runtime (Converse, and InvokeModel for image models) over HTTP/1.1 and HTTP/2 on one port. */
export async function startBedrock(options: BedrockOptions = {}): Promise<Bedrock> {
  const state: State = { options, faults: openFaults(), calls: [] };
  const { port, stop } = await serveBoth((request) => route(state, request), options.port);
  return { endpoint: `http://127.0.0.1:${port}`, stop, fault: state.faults.order, clearFaults: state.faults.clear, calls: () => state.calls };
}

type Addressed = { readonly model: string | undefined; readonly operation: ModelCall["operation"] };

/** The model and the operation a path names; no model when it is none of ours. */
function addressed(path: string): Addressed {
  const [, model, operation] = /^\/model\/([^/]+)\/(converse|invoke)$/.exec(path) ?? [];
  return { model, operation: operation === "invoke" ? "invoke" : "converse" };
}

async function route(state: State, request: Request): Promise<Response> {
  if (request.path.startsWith("/_local/")) return control(state, request);
  const { model, operation } = addressed(request.path);
  try {
    if (model === undefined || request.method !== "POST")
      throw new BedrockError(404, "UnknownOperationException", "The local stage has Converse and InvokeModel");
    const modelId = decodeURIComponent(model);
    const accessKeyId = accessKeyOf(request.authorization);
    const refused = await state.options.authorize?.({ accessKeyId, operation, input: { modelId } });
    if (refused) return refused;
    const body = bodyFor(state, modelId, request);
    return await (operation === "converse" ? converse(state, modelId, body) : invoke(state, modelId, body));
  } catch (error) {
    return failure(state, { model: model ?? "", operation }, error);
  }
}

function bodyFor({ options }: State, modelId: string, request: Request): Record<string, unknown> {
  if (options.models && !options.models.includes(modelId))
    throw new BedrockError(400, "ValidationException", "The provided model identifier is invalid.");
  const body = parseRecord(request.body.toString());
  if (!body) throw new BedrockError(400, "ValidationException", "Malformed input request, please reformat your input and try again.");
  return body;
}

async function converse(state: State, modelId: string, body: Record<string, unknown>): Promise<Response> {
  const started = performance.now();
  const conversation = readConversation(modelId, body);
  const tool = conversation.forced === "*" ? conversation.tools[0]?.name : conversation.forced;
  const fault = await suffer(state, tool);
  if (fault?.kind === "hang") return undefined;
  const thought = spoil(await (state.options.brain ?? ruleBrain)(conversation), fault);
  const { content, stopReason, outputTokens } = express(thought, conversation);
  const inputTokens = countTokens([conversation.system, conversation.messages, conversation.tools]);
  note(state, { modelId, operation: "converse", tool: "tool" in thought ? thought.tool : undefined, inputTokens, outputTokens, status: 200 });
  return json(200, {
    metrics: { latencyMs: Math.round(performance.now() - started) },
    output: { message: { role: "assistant", content } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
  });
}

function express(thought: Thought, { maxTokens = Infinity }: Conversation): { content: unknown[]; stopReason: string; outputTokens: number } {
  const size = countTokens("text" in thought ? thought.text : thought.input);
  if ("text" in thought) {
    const cut = size > maxTokens;
    const text = cut ? thought.text.slice(0, maxTokens * 4) : thought.text;
    return { content: [{ text }], stopReason: cut ? "max_tokens" : "end_turn", outputTokens: Math.min(size, maxTokens) };
  }
  const toolUse = { toolUseId: `tooluse_${randomUUID().replaceAll("-", "").slice(0, 22)}`, name: thought.tool, input: thought.input };
  // A tool call that is cut short cannot be parsed; the model hands over what it has.
  const cut = size > maxTokens;
  return {
    content: [{ toolUse: cut ? { ...toolUse, input: {} } : toolUse }],
    stopReason: cut ? "max_tokens" : "tool_use",
    outputTokens: Math.min(size, maxTokens),
  };
}

/** How the image models say that their own rules do not let a prompt through. */
const BLOCKED = "This request has been blocked by our content filters. Please adjust your text prompt to submit a new request.";

async function suffer(state: State, tool: string | undefined): Promise<FaultOrder | undefined> {
  const fault = state.faults.take(tool);
  if (fault?.kind === "throttle") throw new BedrockError(429, "ThrottlingException", "Too many requests, please wait before trying again.");
  if (fault?.kind === "timeout") throw new BedrockError(408, "ModelTimeoutException", "The model took too long to respond.");
  if (fault?.kind === "unavailable") throw new BedrockError(503, "ServiceUnavailableException", "Bedrock is unable to process your request.");
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 3_000));
  return fault;
}

function spoil(thought: Thought, fault: FaultOrder | undefined): Thought {
  if (fault?.kind === "refuse") return { text: "I cannot help with that." };
  if (fault?.kind === "garbage")
    return "tool" in thought
      ? { tool: thought.tool, input: { unexpected: [null, '{"broken": '], "": Number.MAX_SAFE_INTEGER } }
      : { text: '{"broken": [1, 2,' };
  if (fault?.kind !== "oversized") return thought;
  const long = "very long ".repeat(OVERSIZED / 10);
  if ("text" in thought) return { text: long };
  return {
    tool: thought.tool,
    input: Object.fromEntries(Object.entries(thought.input).map(([name, value]) => [name, typeof value === "string" ? long : value])),
  };
}

async function invoke(state: State, modelId: string, body: Record<string, unknown>): Promise<Response> {
  const fault = await suffer(state, "image");
  if (fault?.kind === "hang") return undefined;
  if (fault?.kind === "refuse") throw new BedrockError(400, "ValidationException", BLOCKED);
  const answer = invokeImage(modelId, body);
  if (!answer)
    throw new BedrockError(400, "ValidationException", "The local stage answers InvokeModel for image models only; use Converse for text.");
  note(state, { modelId, operation: "invoke", tool: "image", inputTokens: countTokens(body), outputTokens: 0, status: 200 });
  return json(
    200,
    fault?.kind === "garbage" ? { images: ["bm90IGFuIGltYWdl"] } : fault?.kind === "oversized" ? { images: ["A".repeat(OVERSIZED * 4)] } : answer,
  );
}

function note(state: State, call: ModelCall): void {
  state.calls = [...state.calls.slice(-KEPT_CALLS + 1), call];
}

function failure(state: State, { model, operation }: { model: string; operation: ModelCall["operation"] }, error: unknown): Response {
  const known =
    error instanceof BedrockError ? error : new BedrockError(500, "InternalServerException", error instanceof Error ? error.message : "error");
  note(state, { modelId: model, operation, inputTokens: 0, outputTokens: 0, status: known.status });
  return json(known.status, { message: known.message }, { "x-amzn-errortype": known.type });
}

/** `GET|POST|DELETE /_local/faults` shows, orders and clears faults; `GET /_local/calls` shows what was answered. */
function control(state: State, request: Request): Response {
  if (request.path === "/_local/calls") return json(200, { items: state.calls });
  if (request.path !== "/_local/faults") return json(404, { message: "Not found" });
  if (request.method === "DELETE") state.faults.clear();
  if (request.method === "POST") {
    const order = orderIn(request.body.toString());
    if (!order) return json(400, { message: "kind must name a fault" });
    state.faults.order(order);
  }
  return json(200, { items: state.faults.list() });
}

function orderIn(text: string): FaultOrder | undefined {
  const order = parseRecord(text);
  const kind = order?.["kind"];
  if (!isRecord(order) || !isFaultKind(kind)) return undefined;
  const [times, tool, ms] = [order["times"], order["tool"], order["ms"]];
  return {
    kind,
    times: typeof times === "number" ? times : 1,
    tool: typeof tool === "string" ? tool : undefined,
    ms: typeof ms === "number" ? ms : undefined,
  };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return { status, headers: { "content-type": "application/json", "x-amzn-requestid": randomUUID(), ...headers }, body: JSON.stringify(body) };
}
