import { edgeHeader } from "@sleekapp/contracts/edge";
import { route } from "@sleekapp/contracts/route";
import { action, nothing } from "@sleekapp/core/kernel/action";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { conflict } from "@sleekapp/core/kernel/error";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { commit } from "@sleekapp/core/table/commit";
import { UniqueRow } from "@sleekapp/core/table/unique";
import { creating } from "@sleekapp/core/table/write";
import type { LambdaEvent } from "hono/aws-lambda";
import { beforeAll, beforeEach, vi } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { createApp } from "./app.ts";
import { serve } from "./bind.ts";
import { ErrorBody } from "./errors.ts";

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
const deskRoute = route({
  operationId: "desk",
  lambda: "order",
  method: "GET",
  path: "/v1/guest/desk",
  summary: "Seats",
  auth: "guest",
  who: ["visitor"],
  response: z.strictObject({ seats: z.int() }),
  limits: [{ per: "user", max: 2, seconds: 86_400 }],
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

type Standing = (actor: Actor) => Promise<Actor>;
const stillStands: Standing = async (actor) => actor;
let standing = stillStands;
/** What is found of every caller's standing, for the rest of the test. */
export const stand = (found: Standing): void => void (standing = found);

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
    serve(deskRoute, async () => ({ seats: 3 })),
    serve(targetRoute, async () => ({ seat: "any", turn: 1 })),
  ],
  { standing: (actor) => standing(actor) },
);

/** The same command after a release in which its answer has another form. */
const laterSeat = route({
  ...declared,
  operationId: "takeSeat",
  method: "POST",
  path: "/v1/seats",
  auth: "member",
  response: z.strictObject({ seat: z.string().startsWith("row "), turn: z.int() }),
});
export const later = createApp([serve(laterSeat, ({ body }) => claimSeat(body))], { standing: async (actor) => actor });

/** What an access token of that user says. */
export const claimsOf = (user: string) => ({
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
  /** Another release than this one. */
  readonly to?: typeof app;
};

const bodyOf = (sent: unknown): string => (typeof sent === "string" ? sent : JSON.stringify(sent));

const eventOf = (requestId: string, claims: Record<string, string>) =>
  ({ requestContext: { requestId, authorizer: { jwt: { claims } } } }) as unknown as LambdaEvent;

const answerIn = (text: string): unknown => (text === "" ? undefined : JSON.parse(text));

let requests = 0;

/** Calls the app as the gateway does, by default as a signed-in owner, through the edge and with a key of its own. */
export async function send(path: string, sent: unknown, given: Sending = {}) {
  requests += 1;
  const requestId = `request-${requests}`;
  const { key = `key-${requests}-padding`, user = "user-1", address = "203.0.113.7:443", headers = {}, method = "POST" } = given;
  const { to = app } = given;
  const event = eventOf(requestId, given.claims ?? claimsOf(user));
  const all = {
    [edgeHeader]: "new-secret",
    "content-type": "application/json",
    "idempotency-key": key,
    "cloudfront-viewer-address": address,
    ...headers,
  };
  const init = method === "GET" ? { method, headers: all } : { method, headers: all, body: bodyOf(sent) };
  const response = await to.request(path, init, { event });
  return { status: response.status, answer: answerIn(await response.text()), headers: response.headers, requestId };
}

/** The code of a refusal. */
export const codeOf = (answer: unknown): string => ErrorBody.parse(answer).error.code;

let seat: string;
/** A seat nobody has taken; a new one in each test. */
export const freeSeat = (): string => seat;

let lines: string[] = [];
/** What was logged in this test. */
export const logged = (): string => lines.join("\n");

/** The app for the tests of one file, which have a table. */
export function useApp(): void {
  beforeAll(() => Secrets.provide({ get: async (name) => (name === "edge-secret" ? "old-secret,new-secret" : "x") }));
  beforeEach(() => {
    vi.restoreAllMocks();
    lines = [];
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    standing = stillStands;
    seat = `seat-${requests}-${done}`;
  });
}
