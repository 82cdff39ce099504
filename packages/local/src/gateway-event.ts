import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Verdict } from "./gateway-authorizer.ts";
import type { HttpRequest, HttpResponse } from "./gateway-http.ts";
import type { Matched } from "./gateway-routes.ts";

const textual = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.+-]+\+(json|xml)))/i;

function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");
/** `12/Mar/2026:19:03:58 +0000`, the format of the access log. */
const logTime = (at: Date): string =>
  `${two(at.getUTCDate())}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;

type Context = { readonly matched: Matched; readonly verdict: Verdict | undefined; readonly requestId: string };

function requestContext(request: HttpRequest, { matched, verdict, requestId }: Context): unknown {
  const now = new Date();
  const path = decodeURIComponent(request.path);
  return {
    accountId: "000000000000",
    apiId: "local",
    ...(verdict?.kind === "allowed" ? { authorizer: { jwt: { claims: verdict.claims, scopes: verdict.scopes } } } : {}),
    domainName: request.headers["host"] ?? "localhost",
    domainPrefix: "local",
    http: { method: request.method, path, protocol: "HTTP/1.1", sourceIp: request.sourceIp, userAgent: request.headers["user-agent"] ?? "" },
    requestId,
    routeKey: matched.route.key,
    stage: "$default",
    time: logTime(now),
    timeEpoch: now.getTime(),
  };
}

/** An event of payload format 2.0, as a Lambda behind an HTTP API gets it. */
export function toEvent(request: HttpRequest, context: Context): unknown {
  const { matched, requestId } = context;
  const { cookie, ...headers } = request.headers;
  const traceId = `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${requestId.replaceAll("-", "").slice(0, 24)}`;
  const isText = request.body.length === 0 || textual.test(headers["content-type"] ?? "");
  return {
    version: "2.0",
    routeKey: matched.route.key,
    rawPath: decodeURIComponent(request.path),
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { "x-amzn-trace-id": traceId, "x-forwarded-proto": "https", "x-forwarded-port": "443", ...headers },
    ...(request.query === "" ? {} : { queryStringParameters: queryParameters(request.query) }),
    ...(Object.keys(matched.parameters).length === 0 ? {} : { pathParameters: matched.parameters }),
    requestContext: requestContext(request, context),
    ...(request.body.length === 0 ? {} : { body: request.body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: !isText,
  };
}

const header = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Structured = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), header).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(""),
  isBase64Encoded: z.boolean().default(false),
});

/** The HTTP answer a Lambda's result stands for; a result without a status code is itself the body, as format 2.0 says. */
export function toResponse(result: unknown, requestId: string = randomUUID()): HttpResponse | undefined {
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    const body = typeof result === "string" ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { "content-type": "application/json", "apigw-requestid": requestId }, body: Buffer.from(body) };
  }
  const parsed = Structured.safeParse(result);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status: statusCode,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      ...lower,
      ...(cookies.length > 0 ? { "set-cookie": cookies } : {}),
      "apigw-requestid": requestId,
    },
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
}
