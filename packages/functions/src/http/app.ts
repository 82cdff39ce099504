import { edgeHeader } from "@sleekapp/contracts/edge";
import type { Route } from "@sleekapp/contracts/route";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { AppError, conflict, invalid, notFound } from "@sleekapp/core/kernel/error";
import { parseInput } from "@sleekapp/core/kernel/input";
import { Request, type IdempotencyKey, type RequestValue, type Standing } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { isRepeated, scopeOfKey } from "@sleekapp/core/table/commit";
import { earlierReply } from "@sleekapp/core/table/idempotency";
import { refOf } from "@sleekapp/core/kernel/actor";
import { costOf, startTally } from "@sleekapp/core/table/meter";
import { type Context, Hono } from "hono";
import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import { type Caller, callerFrom, checkEdge, type Device, viewerAddress } from "./auth.ts";
import type { Bound, Call } from "./bind.ts";
import { type Answer, answerTo } from "./errors.ts";
import { limitHeaders, withinLimits } from "./limits.ts";
import { logger } from "./log.ts";
import { noticeRefusal } from "./notice.ts";

z.config({ jitless: true });

/** How the app learns who calls and whether they still may. */
export type Identity = {
  readonly standing: Standing;
  /** Turns a proof header into a guest; absent where no route takes one. */
  readonly guest?: (proof: string) => Promise<Actor>;
};

type Env = { Bindings: { event?: { requestContext?: { requestId?: string } } } };

const MAX_BODY = 262_144;

/** The gateway's own id of the request; without a gateway in front, one of ours. */
const requestIdOf = (c: Context<Env>): string => c.env?.event?.requestContext?.requestId ?? randomUUID();

const deviceOf = (c: Context<Env>): Device => ({
  agent: c.req.header("user-agent"),
  address: viewerAddress(c.req.header("cloudfront-viewer-address")),
  country: c.req.header("cloudfront-viewer-country"),
});

async function callerOf(route: Route, c: Context<Env>, identity: Identity): Promise<Partial<Caller> & Pick<Caller, "actor">> {
  if (route.auth === "member") return callerFrom(c.env.event?.requestContext, deviceOf(c));
  if (route.auth === "hook") return { actor: { type: "system", cause: `hook:${route.operationId}` } };
  const proof = route.credentials.includes("x-proof") ? c.req.header("x-proof") : undefined;
  return { actor: proof && identity.guest ? await identity.guest(proof) : { type: "visitor" } };
}

/** A posted form as names and values, whichever of the two ways it is written in. */
async function formOf(raw: string, type: string): Promise<unknown> {
  const form = await new Response(raw, { headers: { "content-type": type } }).formData().catch(() => undefined);
  if (!form) throw invalid("request.malformed", "The body is not a valid form");
  return Object.fromEntries(form);
}

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

async function parseBody(route: Route, raw: string, c: Context<Env>): Promise<unknown> {
  if (raw.length > MAX_BODY) throw invalid("request.too_large", "The request is too large");
  if (route.method === "GET" || raw === "") return {};
  const type = c.req.header("content-type") ?? "";
  if (route.isForm && FORM.test(type)) return formOf(raw, type);
  if (!/^application\/json\b/i.test(type)) throw invalid("request.content_type", "Send the body as application/json");
  try {
    return JSON.parse(raw);
  } catch {
    throw invalid("request.malformed", "The body is not valid JSON");
  }
}

/** One value a name: a repeated query parameter is refused, not guessed about. */
function queryOf(c: Context<Env>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, given]) => {
      if (given.length !== 1 || given[0] === undefined) throw invalid("request.repeated_parameter", `The parameter ${name} may be given once`);
      return [name, given[0]];
    }),
  );
}

const Key = z.string().regex(/^[\x21-\x7e]{8,128}$/, "8 to 128 visible characters");

type Sender = { readonly actor: Actor; readonly address: string; readonly raw: string };

/** A key is its caller's own. Visitors have no name, so theirs belongs to the address they call from. */
function keyOf(route: Route, { actor, address, raw }: Sender, c: Context<Env>): { idempotency?: IdempotencyKey } {
  if (!route.idempotent) return {};
  const given = Key.safeParse(c.req.header("idempotency-key"));
  if (!given.success) throw invalid("idempotency.key_required", "Send an Idempotency-Key header of 8 to 128 characters with every command");
  const key = actor.type === "visitor" ? `${given.data}@${sha256(address).slice(0, 32)}` : given.data;
  return { idempotency: { operation: route.operationId, key, bodyHash: sha256(`${c.req.path}\n${raw}`) } };
}

async function callOf(route: Route, raw: string, c: Context<Env>): Promise<Call<Route>> {
  return {
    params: parseInput(route.params, c.req.param()),
    query: parseInput(route.query, queryOf(c)),
    body: route.auth === "hook" ? {} : parseInput(route.body, await parseBody(route, raw, c)),
    credentials: Object.fromEntries(route.credentials.flatMap((name) => (c.req.header(name) ? [[name, c.req.header(name)]] : []))),
    raw,
    header: (name) => c.req.header(name),
  };
}

const again = new Set<AppError["kind"]>(["invalid", "forbidden", "not_found", "conflict", "limited"]);

/** A refusal may only mean that the command has been done already: then the first answer is given again. */
async function replayed(error: unknown, { response }: Route, request: RequestValue): Promise<{ readonly value: unknown } | undefined> {
  if (!request.idempotency || !(error instanceof AppError) || !again.has(error.kind)) return undefined;
  const earlier = await earlierReply(scopeOfKey(refOf(request.actor)), request.idempotency, request.now);
  if (earlier && !response.safeParse(earlier.value).success) throw outdated();
  return earlier;
}

/** What a release before this one answered may have a form that the contract does not know any more: it is not sent, but the work is done. */
const outdated = () => conflict("idempotency.outdated", "This has been done already; read the record, since its first answer had another form");

/** An answer in the form of the contract; one of ours that is in another is a bug, one that was kept from an earlier release is not. */
function inForm({ response }: Route, reply: unknown): unknown {
  const { success, data, error } = response.safeParse(reply);
  if (success) return data;
  throw isRepeated(reply) ? outdated() : error;
}

/** Who calls becomes known on the way; a refusal names them. */
type Asked = { readonly identity: Identity; readonly caller: { actor?: Actor } };

type Served = { readonly reply: unknown; readonly actor: Actor; readonly headers: Readonly<Record<string, string>> };

async function run({ route, handle }: Bound, c: Context<Env>, { identity, caller }: Asked): Promise<Served> {
  await checkEdge(c.req.header(edgeHeader));
  const [{ actor, signIn }, raw] = await Promise.all([callerOf(route, c, identity), c.req.text()]);
  caller.actor = actor;
  const call = await callOf(route, raw, c);
  const now = clock.now();
  const address = viewerAddress(c.req.header("cloudfront-viewer-address"));
  const preflight = withinLimits(route, { actor, address, body: call.body, params: call.params, now });
  preflight.catch(() => undefined);
  const request: RequestValue = {
    actor,
    now,
    requestId: requestIdOf(c),
    standing: identity.standing,
    preflight,
    address,
    ...(signIn ? { signIn } : {}),
    ...keyOf(route, { actor, address, raw }, c),
  };
  const reply = await Request.with(request, async () => {
    try {
      const [value] = await Promise.all([handle(call), preflight]);
      return value;
    } catch (error) {
      const earlier = await replayed(error, route, request);
      if (!earlier) throw error;
      return earlier.value;
    }
  });
  // A repeated command is answered although the window is full by now.
  const left = await preflight.catch(() => undefined);
  return { reply: inForm(route, reply), actor, headers: left ? limitHeaders(left) : {} };
}

function respond(route: Route, reply: unknown, c: Context<Env>): Response {
  if (route.status === 204) return c.body(null, 204);
  const body = JSON.stringify(reply);
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  if (route.auth === "public") {
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const caching = { etag, "cache-control": `public, max-age=0, s-maxage=${route.sharedSeconds}, must-revalidate` };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, caching);
    return c.body(body, route.status, { ...headers, ...caching });
  }
  return c.body(body, route.status, { ...headers, "cache-control": "private, no-store" });
}

async function answer(bound: Bound, c: Context<Env>, identity: Identity): Promise<Response> {
  const started = performance.now();
  const requestId = requestIdOf(c);
  const tally = startTally();
  const caller: Asked["caller"] = {};
  const line = (status: number, extra: Record<string, unknown> = {}) => ({
    requestId,
    op: bound.route.operationId,
    status,
    ms: Math.round(performance.now() - started),
    db: costOf(tally),
    ...extra,
  });
  try {
    const { reply, actor, headers } = await run(bound, c, { identity, caller });
    const response = respond(bound.route, reply, c);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    logger.info("request", line(response.status, { actor: refOf(actor).id }));
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (error) {
    const told = answerTo(error, requestId);
    if (told.status >= 500) logger.error("request", line(told.status, { cause: error instanceof Error ? error : new Error("unknown") }));
    else logger.info("request", line(told.status, { refusal: told.body.error.code }));
    await noticeRefusal(error, { route: bound.route, actor: caller.actor, address: viewerAddress(c.req.header("cloudfront-viewer-address")) });
    return refusal(told, requestId);
  }
}

function refusal({ status, body, headers }: Answer, requestId: string): Response {
  const always = { "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store", "x-request-id": requestId };
  return new Response(JSON.stringify(body), { status, headers: { ...always, ...headers } });
}

/** The Hono app of one domain's Lambda, built from its bound routes and nothing else. */
export function createApp(bindings: readonly Bound[], identity: Identity): Hono<Env> {
  const app = new Hono<Env>();
  for (const bound of bindings) {
    app.on(bound.route.method, bound.route.path.replace(/\{(\w+)\}/g, ":$1"), (c) => answer(bound, c, identity));
  }
  app.notFound((c) => {
    const requestId = requestIdOf(c);
    return refusal(answerTo(notFound(), requestId), requestId);
  });
  return app;
}
