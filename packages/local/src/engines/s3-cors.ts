import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

/** One CORS rule of a bucket, as its template states it; `*` is a wildcard inside an origin or a header. */
export interface CorsRule {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders?: readonly string[] | undefined;
  readonly exposedHeaders?: readonly string[] | undefined;
  readonly maxAgeSeconds?: number | undefined;
}

/** The headers S3 adds to an answer for a browser on an allowed origin; none for anyone else. */
export function corsHeaders(rules: readonly CorsRule[], request: IncomingMessage): OutgoingHttpHeaders {
  const origin = request.headers.origin;
  const rule = origin === undefined ? undefined : find(rules, origin, request.method ?? "");
  if (!rule || origin === undefined) return {};
  const exposed = rule.exposedHeaders ?? [];
  return {
    "access-control-allow-origin": allowedOrigin(rule, origin),
    ...(exposed.length > 0 ? { "access-control-expose-headers": exposed.join(", ") } : {}),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

/** The answer to a preflight, or undefined when the bucket does not allow the request. */
export function preflight(rules: readonly CorsRule[], request: IncomingMessage): OutgoingHttpHeaders | undefined {
  const origin = request.headers.origin ?? "";
  const rule = find(rules, origin, request.headers["access-control-request-method"] ?? "");
  const asked = (request.headers["access-control-request-headers"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const allowed = rule?.allowedHeaders ?? [];
  if (!rule || !asked.every((name) => allowed.some((pattern) => matches(pattern.toLowerCase(), name)))) return undefined;
  return {
    "access-control-allow-origin": allowedOrigin(rule, origin),
    "access-control-allow-methods": rule.allowedMethods.join(", "),
    ...(asked.length > 0 ? { "access-control-allow-headers": asked.join(", ") } : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { "access-control-max-age": String(rule.maxAgeSeconds) }),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}

function find(rules: readonly CorsRule[], origin: string, method: string): CorsRule | undefined {
  return rules.find((rule) => rule.allowedMethods.includes(method) && rule.allowedOrigins.some((pattern) => matches(pattern, origin)));
}

function allowedOrigin(rule: CorsRule, origin: string): string {
  return rule.allowedOrigins.includes("*") ? "*" : origin;
}

function matches(pattern: string, value: string): boolean {
  const [start = "", end] = pattern.split("*");
  return end === undefined ? pattern === value : value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
}
