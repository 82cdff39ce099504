import { randomBytes } from "node:crypto";
import vm from "node:vm";
import * as z from "zod";
import { createEdgeCache } from "./gateway-cache.ts";
import type { HttpRequest, HttpResponse } from "./gateway-http.ts";
import type { Behaviour, Edge } from "./manifest.ts";

/** Asks an origin; header names are those the edge lets through. */
export type OriginFetch = (request: HttpRequest, behaviour: Behaviour) => Promise<HttpResponse>;

export type EdgeOptions = {
  readonly edge: Edge;
  readonly fetch: OriginFetch;
  /** Replaces dynamic references such as `{{resolve:ssm:/path}}` in origin headers. */
  readonly resolveSecret: (value: string) => string;
  /** Last word on the headers of an answer; the stage's own addresses go into the policy here. */
  readonly adapt?: (name: string, value: string) => string | undefined;
};

/** What CloudFront does to a request, and `viewer` is the address and port it came from. */
export type EdgeHandler = ((request: HttpRequest, viewer: string) => Promise<HttpResponse>) & { readonly clearCache: () => void };

const pattern = (glob: string): RegExp =>
  new RegExp(
    `^/?${glob
      .replaceAll(/[.+^$|()[\]\\{}]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")
      .replace(/^\//, "")}$`,
  );

const FunctionResult = z.looseObject({
  uri: z.string().optional(),
  statusCode: z.number().optional(),
  headers: z.record(z.string(), z.looseObject({ value: z.string() })).optional(),
  body: z.union([z.string(), z.looseObject({ data: z.string() })]).optional(),
});

/** Runs the CloudFront function itself, in a context with nothing of ours in it; the limit is for endless loops, on a machine that may be busy. */
function compileViewerRequest(code: string): (request: HttpRequest, viewer: string) => HttpRequest | HttpResponse {
  const script = new vm.Script(`${code}\n;handler(event)`);
  return (request, viewer) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, { value }]));
    const querystring = Object.fromEntries([...new URLSearchParams(request.query)].map(([name, value]) => [name, { value }]));
    const event = {
      version: "1.0",
      context: {},
      viewer: { ip: viewer.split(":")[0] },
      request: { method: request.method, uri: request.path, querystring, headers, cookies: {} },
    };
    const result = FunctionResult.parse(script.runInNewContext({ event }, { timeout: 5_000 }));
    if (result.statusCode === undefined) return { ...request, path: result.uri ?? request.path };
    const body = typeof result.body === "object" ? result.body.data : (result.body ?? "");
    return {
      status: result.statusCode,
      headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([name, item]) => [name, item.value])),
      body: Buffer.from(body),
    };
  };
}

type Lane = Behaviour & { readonly matches: (path: string) => boolean; readonly viewer: ReturnType<typeof compileViewerRequest> | undefined };

const laneOf = (behaviour: Behaviour): Lane => {
  const expression = pattern(behaviour.pattern);
  return {
    ...behaviour,
    matches: (path) => expression.test(path),
    viewer: behaviour.viewerRequest === undefined ? undefined : compileViewerRequest(behaviour.viewerRequest),
  };
};

const identity = new Set(["cookie", "authorization"]);

/** Only named headers pass; what the edge adds itself cannot be sent by a client. */
function forwarded(request: HttpRequest, lane: Lane, added: Readonly<Record<string, string>>): Record<string, string> {
  const named = lane.forwardedHeaders === "all" ? Object.keys(request.headers) : [...lane.keyHeaders, ...lane.forwardedHeaders];
  const passed = named.filter(
    (name) => !identity.has(name) || lane.keyHeaders.includes(name) || (name === "authorization" && lane.forwardedHeaders === "all"),
  );
  const given = [...new Set([...passed, ...(lane.forwardsCookies ? ["cookie"] : []), "content-length", "accept-encoding"])];
  const headers = Object.fromEntries(given.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]])));
  return { "user-agent": "Amazon CloudFront", ...headers, ...added };
}

type Asking = { readonly viewer: string; readonly ifNoneMatch?: string | undefined };

const refuse = (status: number, text: string): HttpResponse => ({
  status,
  headers: { "content-type": "text/html" },
  body: Buffer.from(`<h1>${status} ERROR</h1><p>${text}</p>`),
});

const matchesEtag = (header: string | undefined, etag: unknown): boolean =>
  header !== undefined &&
  typeof etag === "string" &&
  header.split(/,\s*/).some((item) => item === "*" || item.replace(/^W\//, "") === etag.replace(/^W\//, ""));

/** Builds the distribution of a manifest: behaviours in order, forwarded headers, cache, response headers. */
export function createEdge({ edge, fetch, resolveSecret, adapt }: EdgeOptions): EdgeHandler {
  const lanes = edge.behaviours.map(laneOf);
  const cache = createEdgeCache();

  const ask = (request: HttpRequest, lane: Lane, { viewer, ifNoneMatch }: Asking): Promise<HttpResponse> => {
    const secrets = Object.fromEntries(Object.entries(lane.origin.headers).map(([name, value]) => [name, resolveSecret(value)]));
    const sees = lane.forwardedHeaders === "all" || lane.forwardedHeaders.includes("cloudfront-viewer-address");
    const added = {
      ...(sees ? { "cloudfront-viewer-address": viewer } : {}),
      "x-forwarded-for": viewer.slice(0, viewer.lastIndexOf(":")),
      via: "2.0 local.cloudfront.net (CloudFront)",
      "x-amz-cf-id": randomBytes(24).toString("base64url"),
      ...(ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch }),
      ...secrets,
    };
    return fetch({ ...request, path: lane.origin.path + request.path, headers: forwarded(request, lane, added) }, lane);
  };
  const finish = (response: HttpResponse, lane: Lane, result: string): HttpResponse => {
    const policy = Object.entries(lane.responseHeaders).flatMap(([name, value]) => {
      const adapted = adapt ? adapt(name, value) : value;
      return adapted === undefined ? [] : [[name, adapted] as const];
    });
    return { ...response, headers: { ...response.headers, ...Object.fromEntries(policy), "x-cache": `${result} from cloudfront` } };
  };
  const conditional = (response: HttpResponse, request: HttpRequest): HttpResponse =>
    response.status === 200 && matchesEtag(request.headers["if-none-match"], response.headers["etag"])
      ? { ...response, status: 304, body: Buffer.alloc(0) }
      : response;

  const handle = async (viewed: HttpRequest, viewer: string): Promise<HttpResponse> => {
    const lane = lanes.find((item) => item.matches(viewed.path));
    if (!lane) return refuse(403, "No behaviour matches.");
    if (!lane.methods.includes(viewed.method))
      return refuse(403, "This distribution is not configured to allow the HTTP request method that was used for this request.");
    const request = lane.viewer ? lane.viewer(viewed, viewer) : viewed;
    if ("status" in request) return finish(request, lane, "FunctionGeneratedResponse");
    if (lane.ttl.max === 0 || request.method !== "GET") return finish(await ask(request, lane, { viewer }), lane, "Miss");
    const key = [lane.pattern, request.path, request.query, ...lane.keyHeaders.map((name) => request.headers[name] ?? "")].join("\n");
    const { response, result } = await cache.get(key, lane.ttl, (ifNoneMatch) => ask(request, lane, { viewer, ifNoneMatch }));
    return finish(conditional(response, request), lane, result);
  };
  return Object.assign(handle, { clearCache: cache.clear });
}
