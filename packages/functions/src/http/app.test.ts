import { edgeHeader } from "@sleekapp/contracts/edge";
import { unauthenticated } from "@sleekapp/core/kernel/error";
import { clock } from "@sleekapp/core/ports/clock";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { allItems, startTable } from "../../../../test/support/table.ts";
import { ErrorBody } from "./errors.ts";
import { claimsOf, codeOf, freeSeat, later, logged, send, stand, useApp } from "./app.testing.ts";

beforeAll(startTable);
useApp();

let seat: string;
beforeEach(() => {
  seat = freeSeat();
});

describe("a key", () => {
  test("gives the same answer to the same request, byte for byte", async () => {
    const first = await send("/v1/seats", { seat }, { key: "same-key-1" });
    const again = await send("/v1/seats", { seat }, { key: "same-key-1" });

    expect([again.status, again.answer]).toEqual([first.status, first.answer]);
    expect(first.status).toBe(201);
  });

  test("from before a release in which the answer has another form is told as done, and does the work once", async () => {
    const first = await send("/v1/seats", { seat }, { key: "same-key-8" });
    const again = await send("/v1/seats", { seat }, { key: "same-key-8", to: later });

    expect(first.status).toBe(201);
    expect([again.status, codeOf(again.answer)]).toEqual([409, "idempotency.outdated"]);
    expect((await allItems()).filter((item) => item["value"] === seat)).toHaveLength(1);
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

test("a bug says nothing to the caller, and its log holds no person", async () => {
  const { answer } = await send("/v1/broken", { seat });

  expect(ErrorBody.parse(answer).error.message).not.toContain("undefined");
  const log = logged();
  expect(log).toContain("cannot read [email] of undefined");
  expect(log).not.toContain("rina@example.com");
});

test("somebody removed a moment ago is refused, also with a key that worked", async () => {
  await send("/v1/seats", { seat }, { key: "same-key-10", user: "user-10" });
  stand(async () => {
    throw unauthenticated("membership.ended", "Sign in again");
  });

  expect(codeOf((await send("/v1/seats", { seat }, { key: "same-key-10", user: "user-10" })).answer)).toBe("membership.ended");
});
