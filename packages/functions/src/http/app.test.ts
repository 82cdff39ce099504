import { edgeHeader } from "@sleekapp/contracts/edge";
import { route } from "@sleekapp/contracts/route";
import { action, nothing } from "@sleekapp/core/kernel/action";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { conflict, unauthenticated } from "@sleekapp/core/kernel/error";
import { clock } from "@sleekapp/core/ports/clock";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { commit } from "@sleekapp/core/table/commit";
import { UniqueRow } from "@sleekapp/core/table/unique";
import { creating } from "@sleekapp/core/table/write";
import type { LambdaEvent } from "hono/aws-lambda";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, startTable } from "../../../../test/support/table.ts";
import { createApp } from "./app.ts";
import { serve } from "./bind.ts";
import { ErrorBody } from "./errors.ts";

beforeAll(startTable);
beforeAll(() => Secrets.provide({ get: async (name) => (name === "edge-secret" ? "old-secret,new-secret" : "x") }));

const anyone = { see: () => true, act: (actor: Actor) => actor.type !== "member" || actor.kind !== "viewer" };
let done = 0;
const claimSeat = action(
  { name: "seat.claim", effect: "command", input: z.strictObject({ seat: z.string(), note: z.string().optional() }), load: nothing, policy: anyone },
  async ({ input: { seat } }) => {
    done += 1;
    return commit({
      about: seat,
      writes: [creating(UniqueRow.create({ scope: "seat", value: seat, subjectId: "x" }))],
      events: [],
      reply: { seat, turn: done },
      refused: () => conflict("seat.taken", "Somebody sits there", { seat }),
    });
  },
);

const body = z.strictObject({ seat: z.string().min(2), note: z.string().optional() });
const declared = {
  lambda: "order",
  summary: "Takes a seat",
  who: ["buyer.owner"],
  body,
  response: z.strictObject({ seat: z.string(), turn: z.int() }),
  status: 201,
} as const;
const takeSeat = route({
  ...declared,
  operationId: "takeSeat",
  method: "POST",
  path: "/v1/seats",
  auth: "member",
  limits: [{ per: "user", max: 12, seconds: 60 }],
});
const guestSeat = route({ ...declared, operationId: "guestSeat", method: "POST", path: "/v1/guest/seats", auth: "guest" });
const brokenRoute = route({ ...declared, operationId: "broken", method: "POST", path: "/v1/broken", auth: "member" });
const openRoute = route({
  operationId: "openSeats",
  lambda: "order",
  method: "GET",
  path: "/v1/public/seats",
  summary: "Seats",
  auth: "public",
  who: ["visitor"],
  response: z.strictObject({ seats: z.int() }),
});

const countedRoute = route({
  ...declared,
  operationId: "counted",
  method: "POST",
  path: "/v1/counted",
  auth: "member",
  limits: [{ per: "user", max: 20, seconds: 86_400 }],
});
const lineRoute = route({
  operationId: "line",
  lambda: "order",
  method: "GET",
  path: "/v1/guest/line",
  summary: "Seats",
  auth: "guest",
  who: ["visitor"],
  response: z.strictObject({ seats: z.int() }),
  limits: [{ per: "address", max: 3, seconds: 86_400 }],
});
const targetRoute = route({
  ...declared,
  operationId: "target",
  method: "POST",
  path: "/v1/halls/{hall}/seats",
  auth: "member",
  params: z.strictObject({ hall: z.string() }),
  limits: [
    { per: { body: "seat" }, max: 2, seconds: 86_400 },
    { per: { param: "hall" }, max: 4, seconds: 86_400 },
    { per: "user", max: 0, seconds: 60, inAction: true },
  ],
});

let standing: (actor: Actor) => Promise<Actor> = async (actor) => actor;
const app = createApp(
  [
    serve(takeSeat, ({ body }) => claimSeat(body)),
    serve(guestSeat, ({ body }) => claimSeat(body)),
    serve(brokenRoute, async () => {
      throw new TypeError("cannot read rina@example.com of undefined");
    }),
    serve(openRoute, async () => ({ seats: 3 })),
    serve(countedRoute, async () => ({ seat: "any", turn: 1 })),
    serve(lineRoute, async () => ({ seats: 3 })),
    serve(targetRoute, async () => ({ seat: "any", turn: 1 })),
  ],
  { standing: (actor) => standing(actor) },
);

const claimsOf = (user: string) => ({
  sub: user,
  token_use: "access",
  orgId: actors.buyerOwner.orgId,
  orgKind: "buyer",
  memberKind: "owner",
  origin_jti: `sign-in-of-${user}`,
  auth_time: "1767225600",
});
type Sending = {
  readonly key?: string;
  readonly user?: string;
  readonly claims?: Record<string, string>;
  readonly address?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
};

let requests = 0;
async function send(path: string, sent: unknown, given: Sending = {}) {
  requests += 1;
  const requestId = `request-${requests}`;
  const { key = `key-${requests}-padding`, user = "user-1", address = "203.0.113.7:443", headers = {}, method = "POST" } = given;
  const event = { requestContext: { requestId, authorizer: { jwt: { claims: given.claims ?? claimsOf(user) } } } } as unknown as LambdaEvent;
  const all = {
    [edgeHeader]: "new-secret",
    "content-type": "application/json",
    "idempotency-key": key,
    "cloudfront-viewer-address": address,
    ...headers,
  };
  const init = method === "GET" ? { method, headers: all } : { method, headers: all, body: typeof sent === "string" ? sent : JSON.stringify(sent) };
  const response = await app.request(path, init, { event });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, answer, headers: response.headers, requestId };
}
const codeOf = (answer: unknown): string => ErrorBody.parse(answer).error.code;

let seat: string;
/** What was logged in this test. */
let lines: string[] = [];
beforeEach(() => {
  vi.restoreAllMocks();
  lines = [];
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  standing = async (actor) => actor;
  seat = `seat-${requests}-${done}`;
});

describe("a key", () => {
  test("gives the same answer to the same request, byte for byte", async () => {
    const first = await send("/v1/seats", { seat }, { key: "same-key-1" });
    const again = await send("/v1/seats", { seat }, { key: "same-key-1" });

    expect([again.status, again.answer]).toEqual([first.status, first.answer]);
    expect(first.status).toBe(201);
  });

  test("with another body is 422", async () => {
    await send("/v1/seats", { seat }, { key: "same-key-2" });
    const { status, answer } = await send("/v1/seats", { seat, note: "other" }, { key: "same-key-2" });

    expect([status, codeOf(answer)]).toEqual([422, "idempotency.reused"]);
  });

  test("of somebody else gives nothing of theirs", async () => {
    await send("/v1/seats", { seat }, { key: "same-key-3", user: "user-1" });
    const { status, answer } = await send("/v1/seats", { seat }, { key: "same-key-3", user: "user-2" });

    expect([status, codeOf(answer)]).toEqual([409, "seat.taken"]);
  });

  test("of one visitor is not another's, and the same visitor's works again", async () => {
    const first = await send("/v1/guest/seats", { seat }, { key: "same-key-4", address: "203.0.113.7:1000" });

    expect((await send("/v1/guest/seats", { seat }, { key: "same-key-4", address: "203.0.113.7:2000" })).answer).toEqual(first.answer);
    expect(codeOf((await send("/v1/guest/seats", { seat }, { key: "same-key-4", address: "198.51.100.1:1000" })).answer)).toBe("seat.taken");
  });

  test("sent eight times at once does the work once", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => send("/v1/seats", { seat }, { key: "same-key-5", user: "user-5" })));

    expect(new Set(all.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(all.every(({ status }) => status === 201)).toBe(true);
    expect((await allItems()).filter((item) => item["value"] === seat)).toHaveLength(1);
  });

  test("of a command that was done is answered even when the caller's window is full by now", async () => {
    const first = await send("/v1/seats", { seat }, { key: "same-key-6", user: "user-6" });
    // Twice what a window takes: when the minute turns meanwhile, the new window is full too.
    for (let index = 0; index < 22; index += 1) await send("/v1/seats", { seat }, { user: "user-6" });

    expect((await send("/v1/seats", { seat: "another" }, { user: "user-6" })).status).toBe(429);
    expect((await send("/v1/seats", { seat }, { key: "same-key-6", user: "user-6" })).answer).toEqual(first.answer);
  });

  test("of a refused command is free: what is right now is answered", async () => {
    const taken = await send("/v1/seats", { seat }, { user: "user-7" });
    expect(taken.status).toBe(201);
    const refused = await send("/v1/seats", { seat }, { key: "same-key-8", user: "user-8" });

    expect([refused.status, (await send("/v1/seats", { seat }, { key: "same-key-8", user: "user-8" })).status]).toEqual([409, 409]);
  });

  test("is forgotten after a day", async () => {
    const first = await send("/v1/seats", { seat }, { key: "same-key-9", user: "user-9" });
    const now = Date.now();
    vi.spyOn(clock, "now").mockImplementation(() => new Date(now + 23 * 3_600_000));
    expect((await send("/v1/seats", { seat }, { key: "same-key-9", user: "user-9" })).answer).toEqual(first.answer);
    vi.spyOn(clock, "now").mockImplementation(() => new Date(now + 25 * 3_600_000));

    expect((await send("/v1/seats", { seat: `${seat}-b` }, { key: "same-key-9", user: "user-9" })).answer).toMatchObject({ seat: `${seat}-b` });
  });

  test.each(["", "short", "with blank in it", "x".repeat(129)])("like %j is refused", async (key) => {
    const { status, answer } = await send("/v1/seats", { seat }, { key });

    expect([status, codeOf(answer)]).toEqual([400, "idempotency.key_required"]);
  });
});

describe("every answer carries the request's id", () => {
  const cases: readonly [string, number, () => ReturnType<typeof send>][] = [
    ["done", 201, () => send("/v1/seats", { seat })],
    ["public", 200, () => send("/v1/public/seats", undefined, { method: "GET" })],
    ["a field too many", 400, () => send("/v1/seats", { seat, more: 1 })],
    ["no JSON", 400, () => send("/v1/seats", "{")],
    ["another content type", 400, () => send("/v1/seats", { seat }, { headers: { "content-type": "text/plain" } })],
    ["an ID token, which opens nothing", 401, () => send("/v1/seats", { seat }, { claims: { ...claimsOf("user-1"), token_use: "id" } })],
    ["not through the edge", 403, () => send("/v1/seats", { seat }, { headers: { [edgeHeader]: "guess" } })],
    ["a viewer", 403, () => send("/v1/seats", { seat }, { claims: { ...claimsOf("user-1"), memberKind: "viewer" } })],
    ["no such route", 404, () => send("/v1/nowhere", {})],
    ["our bug", 500, () => send("/v1/broken", { seat })],
  ];

  test.each(cases)("%s", async (_name, status, run) => {
    const { answer, headers, requestId, status: given } = await run();

    expect(given).toBe(status);
    expect(headers.get("x-request-id")).toBe(requestId);
    if (status >= 400) expect(ErrorBody.parse(answer).error).toMatchObject({ requestId, docs: expect.stringContaining("/info/errors#") });
  });

  test("and one that was not changed since", async () => {
    const { headers } = await send("/v1/public/seats", undefined, { method: "GET" });
    const again = await send("/v1/public/seats", undefined, { method: "GET", headers: { "if-none-match": headers.get("etag") ?? "" } });

    expect([again.status, again.headers.get("x-request-id")]).toEqual([304, again.requestId]);
  });

  test("and a full window says when it opens", async () => {
    for (let index = 0; index < 12; index += 1) await send("/v1/seats", { seat }, { user: "user-full" });
    const { status, headers, requestId, answer } = await send("/v1/seats", { seat }, { user: "user-full" });

    expect([status, codeOf(answer), headers.get("x-request-id")]).toEqual([429, "rate.limited", requestId]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

const statuses = async (calls: readonly Promise<{ readonly status: number }>[]): Promise<readonly number[]> =>
  (await Promise.all(calls)).map(({ status }) => status);
const count = (all: readonly number[], status: number): number => all.filter((one) => one === status).length;
/** Nobody has called from here yet. */
let lines6 = 0;
const line6 = () => `2001:db8:0:${(lines6 += 1).toString(16)}`;

describe("a limit", () => {
  test("lets exactly its number through, however many call at once", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => send("/v1/counted", { seat }, { user: "user-crowd" })));

    const all = answers.map(({ status }) => status);
    expect([count(all, 201), count(all, 429)]).toEqual([20, 80]);
    for (const { status, headers, answer } of answers) {
      if (status === 201) continue;
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(headers.get("ratelimit-remaining")).toBe("0");
      expect(ErrorBody.parse(answer).error.details).toMatchObject({ remaining: 0 });
    }
  });

  test("says with every answer what is left of it", async () => {
    const first = await send("/v1/counted", { seat }, { user: "user-left" });
    const second = await send("/v1/counted", { seat }, { user: "user-left" });

    expect([first, second].map(({ headers }) => [headers.get("ratelimit-limit"), headers.get("ratelimit-remaining")])).toEqual([
      ["20", "19"],
      ["20", "18"],
    ]);
    expect(Number(first.headers.get("ratelimit-reset"))).toBeGreaterThan(0);
  });

  test("of an address is held against forwarded headers, of which a thousand change nothing", async () => {
    const address = "198.51.100.77:40000";
    const forged = (index: number) => ({ "x-forwarded-for": `10.0.${index >> 8}.${index & 255}`, "x-real-ip": `10.1.${index >> 8}.${index & 255}` });
    const all = await statuses(
      Array.from({ length: 1_000 }, (_, index) => send("/v1/guest/line", undefined, { method: "GET", address, headers: forged(index) })),
    );

    expect([count(all, 200), count(all, 429)]).toEqual([3, 997]);
  });

  test("counts an IPv6 line once, whichever of its addresses calls and however it is written", async () => {
    const line = line6();
    const addresses = [`${line}::1:443`, `${line}:aaaa:bbbb:cccc:dddd:52000`, `[${line}:0:0:0:9]:443`, `${line.replace(":db8:", ":0db8:")}::7:1`];
    const from = (address: string) => send("/v1/guest/line", undefined, { method: "GET", address });

    expect(await statuses(addresses.map(from))).toEqual(expect.arrayContaining([200, 200, 200, 429]));
    expect((await from(`${line6()}::1:443`)).status).toBe(200);
  });

  test("of a target holds for everybody together, in whatever case it is written", async () => {
    const hall = (name: string, body: string, user: string) => send(`/v1/halls/${name}/seats`, { seat: body }, { user });

    const same = await statuses([hall("one", "Balcony", "user-x"), hall("two", " balcony ", "user-y"), hall("three", "BALCONY", "user-z")]);
    const path = await statuses(["a1", "a2", "a3", "a4", "a5"].map((other, index) => hall("four", other, `user-${index}`)));

    expect([count(same, 201), count(same, 429)]).toEqual([2, 1]);
    expect([count(path, 201), count(path, 429)]).toEqual([4, 1]);
  });
});

test("a bug says nothing to the caller, and its log holds no person", async () => {
  const { answer } = await send("/v1/broken", { seat });

  expect(ErrorBody.parse(answer).error.message).not.toContain("undefined");
  const log = lines.join("\n");
  expect(log).toContain("cannot read [email] of undefined");
  expect(log).not.toContain("rina@example.com");
});

test("somebody removed a moment ago is refused, also with a key that worked", async () => {
  await send("/v1/seats", { seat }, { key: "same-key-10", user: "user-10" });
  standing = async () => {
    throw unauthenticated("membership.ended", "Sign in again");
  };

  expect(codeOf((await send("/v1/seats", { seat }, { key: "same-key-10", user: "user-10" })).answer)).toBe("membership.ended");
});
