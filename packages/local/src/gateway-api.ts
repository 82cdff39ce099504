import { randomUUID } from "node:crypto";
import { createJwtCheck, type JwtCheck, type Verdict } from "./gateway-authorizer.ts";
import { toEvent, toResponse } from "./gateway-event.ts";
import { type HttpRequest, type HttpResponse, message } from "./gateway-http.ts";
import { createRouter, type Matched } from "./gateway-routes.ts";
import type { Lambda, Outcome } from "./lambda.ts";
import type { HttpApi } from "./manifest.ts";

export type ApiOptions = {
  readonly api: HttpApi;
  readonly lambda: Pick<Lambda, "invoke">;
  /** Where the keys of an issuer are; the templates name AWS's issuer, the stage knows its own. */
  readonly jwksUri: (issuer: string) => string;
  /** Milliseconds until the gateway gives up on the function; 30 s on AWS. */
  readonly timeoutMs?: number;
};

/** Answers one request as the HTTP API does, with AWS's own bodies for what never reaches a function. */
export type Api = (request: HttpRequest) => Promise<HttpResponse>;

/** The gateway's own limit on a body, in bytes. */
export const bodyLimit = 10 * 1024 * 1024;

/** A token bucket: `rate` a second, at most `burst` at once. */
function createThrottle(limit: HttpApi["throttle"]): () => boolean {
  if (!limit) return () => true;
  let tokens = limit.burst;
  let at = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(limit.burst, tokens + ((now - at) / 1000) * limit.rate);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

function refusal(verdict: Verdict): HttpResponse | undefined {
  if (verdict.kind === "allowed") return undefined;
  if (verdict.kind === "forbidden") return message(403, "Forbidden");
  const detail = verdict.reason === undefined ? "" : ` scope="" error="invalid_token" error_description="${verdict.reason.replaceAll('"', "'")}"`;
  return message(401, "Unauthorized", { "www-authenticate": `Bearer${detail}` });
}

const late = Symbol("late");

function within(work: Promise<Outcome>, milliseconds: number): Promise<Outcome | typeof late> {
  const { promise, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(() => resolve(late), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Builds the HTTP API of a manifest: routes, JWT authorizers, throttle, functions. */
export function createApi({ api, lambda, jwksUri, timeoutMs = 30_000 }: ApiOptions): Api {
  const route = createRouter(api.routes);
  const allow = createThrottle(api.throttle);
  const checks = new Map<string, JwtCheck>(
    Object.entries(api.authorizers).map(([name, authorizer]) => [name, createJwtCheck(authorizer, jwksUri(authorizer.issuer))]),
  );

  const authorize = async ({ route: { authorizer, scopes, key } }: Matched, header: string | undefined): Promise<Verdict | undefined> => {
    if (authorizer === undefined) return undefined;
    const check = checks.get(authorizer);
    if (!check) throw new Error(`${key} names an authorizer that does not exist`);
    return check(header, scopes);
  };

  return async (request) => {
    const matched = route(request.method, decodeURIComponent(request.path));
    if (!matched) return message(404, "Not Found");
    if (!allow()) return message(429, "Too Many Requests");
    const verdict = await authorize(matched, request.headers["authorization"]);
    const refused = verdict && refusal(verdict);
    if (refused) return refused;
    if (request.body.length > bodyLimit) return message(413, "Request Entity Too Large");
    const requestId = randomUUID();
    const outcome = await within(lambda.invoke(matched.route.functionName, toEvent(request, { matched, verdict, requestId })), timeoutMs);
    if (outcome === late) return message(503, "Service Unavailable");
    const response = outcome.ok ? toResponse(outcome.value, requestId) : undefined;
    return response ?? message(500, "Internal Server Error", { "apigw-requestid": requestId });
  };
}
