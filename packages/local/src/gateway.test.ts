import http from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApi, type Gateway, type HttpResponse, startGateway } from "./gateway.ts";
import type { Outcome } from "./lambda.ts";
import type { Behaviour, HttpApi } from "./manifest.ts";

const audience = "client1";
let issuer: string;
let keys: http.Server;
let gateway: Gateway;
let sign: (claims: Record<string, unknown>, options?: { issuer?: string; expires?: string }) => Promise<string>;
let answer: (event: Record<string, never>) => unknown = () => undefined;
const events: { name: string; event: Record<string, never> }[] = [];

const route = (key: string, change: Partial<HttpApi["routes"][number]> = {}) => ({
  key,
  functionName: key,
  authorizer: undefined,
  scopes: [],
  ...change,
});
const behaviour = (change: Partial<Behaviour>): Behaviour => ({
  pattern: "*",
  origin: { kind: "api", target: "api", path: "", headers: { "x-origin-secret": "{{secret}}" } },
  methods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
  ttl: { min: 0, default: 0, max: 0 },
  keyHeaders: [],
  forwardedHeaders: "all",
  forwardsCookies: false,
  responseHeaders: {},
  viewerRequest: undefined,
  ...change,
});

const objects = new Map<string, HttpResponse>([
  ["/index.html", { status: 200, headers: { "content-type": "text/html", "cache-control": "no-cache" }, body: Buffer.from("<html></html>") }],
]);

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  keys = http.createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => keys.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/pool`;
  sign = (claims, options = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(options.issuer ?? issuer)
      .setIssuedAt()
      .setExpirationTime(options.expires ?? "5m")
      .sign(privateKey);
  const api: HttpApi = {
    name: "api",
    throttle: undefined,
    authorizers: { members: { issuer, audience: [audience] } },
    routes: [
      route("GET /v1/quotes/{id}"),
      route("GET /v1/quotes/latest"),
      route("ANY /v1/quotes/{id}"),
      route("GET /v1/{proxy+}"),
      route("POST /v1/echo"),
      route("GET /v1/public/list"),
      route("GET /v1/slow"),
      route("GET /v1/me", { authorizer: "members" }),
      route("GET /v1/scoped", { authorizer: "members", scopes: ["admin"] }),
    ],
  };
  const invoke = async (name: string, event: unknown): Promise<Outcome> => {
    const seen = { name, event: event as Record<string, never> };
    events.push(seen);
    if (name === "GET /v1/slow") await new Promise((resolve) => setTimeout(resolve, 500));
    const value = answer(seen.event);
    return value instanceof Error ? { ok: false, error: { errorType: "Error", errorMessage: value.message } } : { ok: true, value };
  };
  gateway = await startGateway({
    api: createApi({ api, lambda: { invoke }, jwksUri: (of) => `${of}/jwks.json`, timeoutMs: 200 }),
    edge: {
      domain: "localhost",
      defaultRootObject: "index.html",
      behaviours: [
        behaviour({
          pattern: "/v1/public/*",
          methods: ["GET", "HEAD"],
          ttl: { min: 0, default: 0, max: 300 },
          forwardedHeaders: ["cloudfront-viewer-address"],
        }),
        behaviour({
          pattern: "/v1/*",
          keyHeaders: ["authorization"],
          forwardedHeaders: ["cloudfront-viewer-address", "content-type", "user-agent"],
          responseHeaders: { "x-frame-options": "DENY" },
        }),
        behaviour({
          origin: { kind: "bucket", target: "web", path: "", headers: {} },
          methods: ["GET", "HEAD"],
          viewerRequest: 'function handler(event) { var r = event.request; if (r.uri.indexOf(".") === -1) r.uri = "/index.html"; return r; }',
        }),
      ],
    },
    readObject: async (_bucket, request) => objects.get(request.path) ?? { status: 403, headers: {}, body: Buffer.alloc(0) },
    resolveSecret: (value) => value.replace("{{secret}}", "s3cret"),
  });
});
beforeEach(() => {
  events.length = 0;
  gateway.clearCache();
  answer = () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" });
});
afterAll(async () => {
  await gateway.stop();
  keys.close();
});

const get = (path: string, init?: RequestInit) => fetch(gateway.url + path, init);
const last = () =>
  events.at(-1)?.event as unknown as {
    headers: Record<string, string>;
    requestContext: { authorizer?: { jwt: { claims: Record<string, string> } } };
    [key: string]: unknown;
  };

test.each([
  ["/v1/quotes/latest", "GET /v1/quotes/latest"],
  ["/v1/quotes/q1", "GET /v1/quotes/{id}"],
  ["/v1/quotes/q1/lines", "GET /v1/{proxy+}"],
])("%s takes the most specific route", async (path, expected) => {
  await get(path);

  expect(events.map((seen) => seen.name)).toEqual([expected]);
});

test("a method without a route of its own takes ANY, and no route at all is AWS's 404", async () => {
  await get("/v1/quotes/q1", { method: "DELETE" });
  const missing = await get("/v1/nothing", { method: "DELETE" });

  expect(events.map((seen) => seen.name)).toEqual(["ANY /v1/quotes/{id}"]);
  expect([missing.status, await missing.json()]).toEqual([404, { message: "Not Found" }]);
});

test("path parameters, query and body arrive as payload format 2.0 has them", async () => {
  await get("/v1/quotes/a%20b?x=1&x=2");
  expect(last()).toMatchObject({
    version: "2.0",
    rawPath: "/v1/quotes/a b",
    pathParameters: { id: "a b" },
    queryStringParameters: { x: "1,2" },
    rawQueryString: "x=1&x=2",
  });

  await get("/v1/echo", { method: "POST", body: Buffer.from([0, 255]), headers: { "content-type": "image/png" } });
  expect(last()).toMatchObject({ body: "AP8=", isBase64Encoded: true });
});

test("the edge adds its secret and the viewer's address, and a client cannot send its own", async () => {
  await get("/v1/quotes/q1", { headers: { "x-origin-secret": "guess", "cloudfront-viewer-address": "1.2.3.4:5", cookie: "a=b" } });

  expect(last().headers["x-origin-secret"]).toBe("s3cret");
  expect(last().headers["cloudfront-viewer-address"]).toMatch(/^127\.0\.0\.1:\d+$|^::1:\d+$/);
  expect(last()).not.toHaveProperty("cookies");
});

test("without the edge in front the secret is not there", async () => {
  await fetch(`${gateway.apiUrl}/v1/quotes/q1`);

  expect(last().headers).not.toHaveProperty("x-origin-secret");
});

test("a valid token's claims arrive as strings, arrays in brackets", async () => {
  const token = await sign({ client_id: audience, sub: "u1", token_use: "access", "cognito:groups": ["buyer", "admin"] });

  const response = await get("/v1/me", { headers: { authorization: `Bearer ${token}` } });

  expect(response.status).toBe(200);
  expect(last().requestContext.authorizer?.jwt.claims).toMatchObject({ sub: "u1", "cognito:groups": "[buyer admin]", client_id: audience });
});

test.each([
  ["no token", async () => undefined],
  ["a token of another issuer", () => sign({ client_id: audience }, { issuer: "https://elsewhere" })],
  ["a token for another client", () => sign({ client_id: "other" })],
  ["an expired token", () => sign({ client_id: audience }, { expires: "-10m" })],
  ["a tampered token", async () => `${(await sign({ client_id: audience })).slice(0, -6)}AAAAAA`],
])("%s is refused before the function is called", async (_name, make) => {
  const token = await make();

  const response = await get("/v1/me", token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

  expect([response.status, await response.json()]).toEqual([401, { message: "Unauthorized" }]);
  expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect(events).toEqual([]);
});

test("a token without the route's scope is forbidden", async () => {
  const token = await sign({ client_id: audience, scope: "read" });

  const response = await get("/v1/scoped", { headers: { authorization: token } });

  expect([response.status, await response.json()]).toEqual([403, { message: "Forbidden" }]);
});

test("a function that fails is 500, one that takes too long 503, a body that is too large 413", async () => {
  answer = () => new Error("boom");
  const failed = await get("/v1/quotes/q1");
  const late = await get("/v1/slow");
  const large = await get("/v1/echo", { method: "POST", body: Buffer.alloc(10 * 1024 * 1024 + 1) });

  expect([failed.status, late.status, large.status]).toEqual([500, 503, 413]);
  expect(await failed.json()).toEqual({ message: "Internal Server Error" });
});

test("cookies, binary bodies and headers of a function reach the client; the policy's headers are added", async () => {
  answer = () => ({ statusCode: 201, headers: { "Content-Type": "image/png" }, cookies: ["a=1", "b=2"], body: "AP8=", isBase64Encoded: true });

  const response = await get("/v1/quotes/q1");

  expect([response.status, response.headers.getSetCookie(), response.headers.get("x-frame-options")]).toEqual([201, ["a=1", "b=2"], "DENY"]);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
});

test("a public answer is kept as long as s-maxage says, whoever asks", async () => {
  answer = () => ({ statusCode: 200, headers: { "cache-control": "public, s-maxage=60", etag: '"v1"' }, body: "list" });
  const first = await get("/v1/public/list?page=1", { headers: { authorization: "Bearer x", cookie: "a=b" } });
  const second = await get("/v1/public/list?page=1");
  const other = await get("/v1/public/list?page=2");

  expect([first, second, other].map((response) => response.headers.get("x-cache"))).toEqual([
    "Miss from cloudfront",
    "Hit from cloudfront",
    "Miss from cloudfront",
  ]);
  expect(events).toHaveLength(2);
  expect(events[0]?.event["headers"]).not.toHaveProperty("authorization");
});

test("whoever has the same version gets 304", async () => {
  answer = () => ({ statusCode: 200, headers: { "cache-control": "s-maxage=60", etag: '"v1"' }, body: "list" });

  const response = await get("/v1/public/list", { headers: { "if-none-match": 'W/"v1"' } });

  expect([response.status, await response.text()]).toEqual([304, ""]);
});

test("what is private or failed is not kept", async () => {
  answer = () => ({ statusCode: 200, headers: { "cache-control": "private, no-store" }, body: "mine" });
  await get("/v1/public/list");
  answer = () => ({ statusCode: 500, headers: { "cache-control": "s-maxage=60" }, body: "" });
  await get("/v1/public/list");
  await get("/v1/public/list");

  expect(events).toHaveLength(3);
});

test("a method that the behaviour does not allow never reaches the API", async () => {
  const response = await get("/v1/public/list", { method: "POST" });

  expect([response.status, events.length]).toEqual([403, 0]);
});

test("an address of the web application is rewritten by the function at the edge", async () => {
  const page = await get("/orders/o1");
  const missing = await get("/assets/gone.js");

  expect([page.status, await page.text(), missing.status]).toEqual([200, "<html></html>", 403]);
});
