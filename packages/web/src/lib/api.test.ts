import { route } from "@sleekapp/contracts/route";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { ApiError } from "./api-error.ts";
import { call, urlOf } from "./api.ts";

const getToken = vi.hoisted(() => vi.fn<(renew?: boolean) => Promise<string | undefined>>());
vi.mock("./auth.ts", () => ({ getToken }));

const shared = { lambda: "order", summary: "For tests", who: ["buyer.owner"], response: z.strictObject({ ok: z.boolean() }) } as const;
const read = route({
  ...shared,
  operationId: "read",
  method: "GET",
  path: "/v1/things/{thingId}",
  auth: "member",
  params: z.strictObject({ thingId: z.string() }),
});
const open = route({ ...shared, operationId: "open", method: "GET", path: "/v1/public/things", auth: "public" });
const write = route({
  ...shared,
  operationId: "write",
  method: "POST",
  path: "/v1/things",
  auth: "member",
  body: z.strictObject({ name: z.string() }),
});

const answers = (...all: (Response | Error)[]) => {
  const fetching = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => {
    const next = all.shift();
    if (!next) throw new Error("One call too many");
    if (next instanceof Error) throw next;
    return next;
  });
  vi.stubGlobal("fetch", fetching);
  return fetching;
};
const ok = () => Response.json({ ok: true });
const headersOf = (fetching: ReturnType<typeof answers>, index = 0) => new Headers(fetching.mock.calls[index]?.[1].headers);
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw new Error("It did not fail as a call", { cause: error });
};

afterEach(() => {
  vi.unstubAllGlobals();
  getToken.mockReset();
});

test("parameters are encoded and empty ones left out", () => {
  expect(
    urlOf(
      { path: "/v1/things/{thingId}" },
      { params: { thingId: "a/b" }, query: { q: "two words", status: "", cursor: undefined, kinds: ["a", "b"] } },
    ),
  ).toBe("/v1/things/a%2Fb?q=two+words&kinds=a%2Cb");
});

test("the access token goes to member routes only", async () => {
  getToken.mockResolvedValue("secret");
  const fetching = answers(ok(), ok());

  await call(read, { params: { thingId: "1" } });
  await call(open, {});

  expect([headersOf(fetching).get("authorization"), headersOf(fetching, 1).get("authorization")]).toEqual(["Bearer secret", null]);
});

test("a command carries the caller's idempotency key, also on the repeat after a renewed token", async () => {
  getToken.mockImplementation(async (renew) => (renew ? "new" : "old"));
  const fetching = answers(Response.json({ message: "Unauthorized" }, { status: 401 }), ok());

  await call(write, { body: { name: "x" } }, { idempotencyKey: "intent-0001" });

  expect([0, 1].map((index) => [headersOf(fetching, index).get("idempotency-key"), headersOf(fetching, index).get("authorization")])).toEqual([
    ["intent-0001", "Bearer old"],
    ["intent-0001", "Bearer new"],
  ]);
});

test("a read is tried once more when the gateway has no answer, a command is not", async () => {
  answers(new Response("", { status: 503 }), ok());
  await expect(call(open, {})).resolves.toEqual({ ok: true });

  answers(new Response("", { status: 503 }));
  expect((await failure(call(write, { body: { name: "x" } }))).code).toBe("gateway.unavailable");
});

test("our own error keeps its code, message, fields and request id", async () => {
  const body = {
    error: {
      code: "request.invalid",
      message: "Some of what was sent cannot be used",
      requestId: "req-7",
      docs: "/info/errors",
      details: { fields: [{ path: "name", message: "Too short" }] },
    },
  };
  answers(Response.json(body, { status: 400 }));

  const error = await failure(call(write, { body: { name: "" } }));

  expect([error.code, error.message, error.requestId, error.fields]).toEqual([
    "request.invalid",
    "Some of what was sent cannot be used",
    "req-7",
    [{ path: "name", message: "Too short" }],
  ]);
});

test.each([401, 404, 413, 429, 503])("the gateway's own %i has our words and its request id", async (status) => {
  const gateway = () => Response.json({ message: "AWS words" }, { status, headers: { "apigw-requestid": "gw-1" } });
  answers(gateway(), gateway());

  const error = await failure(call(write, { body: { name: "x" } }));

  expect([error.status, error.requestId, error.message.includes("AWS")]).toEqual([status, "gw-1", false]);
});

test("a call without an answer has a reference of its own", async () => {
  answers(new TypeError("Failed to fetch"));

  const error = await failure(call(write, { body: { name: "x" } }));

  expect([error.code, /^web-[0-9a-f]{8}$/u.test(error.requestId)]).toEqual(["network.no_answer", true]);
});
