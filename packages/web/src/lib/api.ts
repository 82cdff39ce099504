import type { Credential, Route } from "@sleekapp/contracts/route";
import type * as z from "zod";
import { errorOf, noAnswer } from "./api-error.ts";
import { getToken } from "./auth.ts";
import { forgetSession } from "./session.ts";

export { ApiError } from "./api-error.ts";

type Part<K extends string, S extends z.ZodType> =
  Readonly<Record<never, never>> extends z.input<S> ? { readonly [P in K]?: z.input<S> } : { readonly [P in K]: z.input<S> };

/** What a route takes, from its contract: `params` of the path, `query`, `body`. */
export type Input<R extends Route> = Part<"params", R["params"]> & Part<"query", R["query"]> & Part<"body", R["body"]>;

/** What a route answers, from its contract. */
export type Output<R extends Route> = z.output<R["response"]>;

export type CallOptions = {
  /** One key per user intent: the same key on a repeated try makes the effect happen once. Made for a single try when absent. */
  readonly idempotencyKey?: string;
  /** What a guest or link holder shows. */
  readonly credentials?: { readonly [C in Credential]?: string };
  readonly signal?: AbortSignal;
  /** The call outlives its page: for what is sent as somebody leaves, at most 64 KB. */
  readonly keepalive?: boolean;
};

type Loose = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

const entries = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null ? Object.entries(value) : []);

/** The address of a route with its parameters filled in; empty values are left out, a list is joined by commas. */
export function urlOf(route: Pick<Route, "path">, input: Loose): string {
  let path: string = route.path;
  for (const [name, value] of entries(input.params)) path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
  const query = new URLSearchParams();
  for (const [name, value] of entries(input.query)) {
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "");
    if (text !== "") query.set(name, text);
  }
  const search = query.toString();
  return search === "" ? path : `${path}?${search}`;
}

async function headersOf(route: Route, options: CallOptions, renew: boolean): Promise<Headers> {
  const headers = new Headers({ accept: "application/json" });
  if (route.auth === "member") {
    const token = await getToken(renew);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  }
  if (route.idempotent) headers.set("idempotency-key", options.idempotencyKey ?? crypto.randomUUID());
  for (const [name, value] of entries(options.credentials)) if (typeof value === "string") headers.set(name, value);
  return headers;
}

async function once(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw noAnswer(error);
  }
}

const passing = new Set([502, 503, 504]);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A read is tried a second time when no answer came or the gateway had none; a command never is, the person decides. */
async function attempt(route: Route, url: string, init: RequestInit): Promise<Response> {
  if (route.method !== "GET") return once(url, init);
  try {
    const response = await once(url, init);
    if (!passing.has(response.status)) return response;
  } catch (error) {
    if (error instanceof DOMException) throw error;
  }
  await pause(300);
  return once(url, init);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(route: Route, input: Loose, options: CallOptions): Promise<Response> {
  // The key is fixed before the first try, so that a repeat after a renewed token is the same intent.
  const keyed = { ...options, idempotencyKey: options.idempotencyKey ?? crypto.randomUUID() };
  const url = urlOf(route, input);
  const init = async (renew: boolean): Promise<RequestInit> => {
    const headers = await headersOf(route, keyed, renew);
    const shared = { method: route.method, headers, signal: options.signal ?? null, keepalive: options.keepalive ?? false };
    if (input.body === undefined) return shared;
    headers.set("content-type", "application/json");
    return { ...shared, body: JSON.stringify(input.body) };
  };
  const response = await attempt(route, url, await init(false));
  if (response.status !== 401 || route.auth !== "member") return response;
  const again = await attempt(route, url, await init(true));
  if (again.status === 401) forgetSession();
  return again;
}

async function answerOf(route: Route, input: Loose, options: CallOptions) {
  const response = await send(route, input, options);
  if (!response.ok) throw errorOf(response, await bodyOf(response));
  if (response.status === 204) return null;
  // Not parsed again: strict schemas would break every open tab on the day an answer gains a field.
  return response.json();
}

/** One page of a list; its query is that of the address bar, which the server checks. */
export const fetchPage = (route: Route, input: Loose, signal: AbortSignal) => answerOf(route, input, { signal });

/**
 * Calls a route of the contracts. Sends the access token on member routes only, renews it once on 401, and throws
 * `ApiError` for everything that is not a success. The answer has the contract's type; the server has checked it.
 */
export async function call<R extends Route>(route: R, input: Input<R>, options: CallOptions = {}): Promise<Output<R>> {
  return answerOf(route, input, options);
}
