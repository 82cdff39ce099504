import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryPool, newMember, signInOf, withSignIn } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, cost, NOW, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import { Directory } from "../ports/directory.ts";
import * as Account from "./index.ts";
import { sessionMark } from "./mark.ts";

beforeAll(startTable);

const pool = memoryPool();
let count = 0;
let member: Member;
beforeEach(async () => {
  Directory.provide(pool);
  count += 1;
  member = await newMember(`sitter-${count}`);
});

const around = { standing: Account.standing };
const by = <T>(id: string, run: () => Promise<T>, now: Date = NOW): Promise<T> => as(member, () => withSignIn(signInOf(id), run), { ...around, now });
const command = () => Account.updateProfile({ name: "Rina Das" });
const rows = async () => (await allItems()).filter((item) => item["__edb_e__"] === "session" && item["userId"] === member.userId);
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe("a sign-in", () => {
  test.each([
    ["read of oneself", () => Account.me({})],
    ["command", command],
  ])("is written down by its first %s, once, with device, place and time", async (_name, use) => {
    await by("laptop", use);
    await by("laptop", use);

    expect(await rows()).toMatchObject([
      { sessionId: "laptop", device: "Firefox on Linux", address: "203.0.113.7", country: "DE", signedInAt: NOW.toISOString() },
    ]);
  });

  test("ten first uses at once write one row", async () => {
    await Promise.all(Array.from({ length: 10 }, () => by("phone", command).catch(() => undefined)));

    expect(await rows()).toHaveLength(1);
  });

  test("costs no request more than the seat that is read anyway, once it is known", async () => {
    await by("laptop", command);

    expect(await cost(() => by("laptop", command))).toMatchObject({ requests: 3, hops: 2 });
    expect(await cost(() => by("laptop", () => Account.me({})))).toMatchObject({ requests: 2 });
  });

  test("keeps when it was last used, to the hour", async () => {
    await by("laptop", () => Account.me({}));
    await by("laptop", () => Account.me({}), later(50));
    expect(await rows()).toMatchObject([{ seenAt: NOW.toISOString() }]);
    await by("laptop", () => Account.me({}), later(70));

    expect(await rows()).toMatchObject([{ seenAt: later(70).toISOString() }]);
  });
});

describe("the list", () => {
  test("has the one that asks first and none that was ended or has run out", async () => {
    for (const id of ["phone", "laptop", "tablet"]) await by(id, () => Account.me({}));
    await by("laptop", () => Account.endSession({ sessionId: "tablet" }));

    const shown = await by("laptop", () => Account.sessions({}));

    expect(shown.map(({ sessionId, isThis }) => [sessionId, isThis])).toEqual([
      ["laptop", true],
      ["phone", false],
    ]);
    expect(await by("laptop", () => Account.sessions({}), later(31 * 24 * 60))).toEqual([]);
  });

  test("is one's own: another's sign-in answers like one that is not there", async () => {
    await by("laptop", () => Account.me({}));
    const other = await newMember(`other-${count}`);

    for (const sessionId of ["laptop", "nothing"])
      await expect(as(other, () => Account.endSession({ sessionId }))).rejects.toMatchObject({ code: "record.not_found" });
  });
});

describe("ending a sign-in", () => {
  test("refuses its next command and its next look at itself, and nobody else's", async () => {
    for (const id of ["laptop", "phone"]) await by(id, command);

    await by("laptop", () => Account.endSession({ sessionId: "phone" }));

    await expect(by("phone", command)).rejects.toMatchObject({ code: "session.ended", kind: "unauthenticated" });
    await expect(by("phone", () => Account.me({}))).rejects.toMatchObject({ code: "session.ended" });
    await by("laptop", command);
  });

  test("is named in the next token until its refresh token has run out", async () => {
    for (const id of ["laptop", "phone"]) await by(id, command);
    await by("laptop", () => Account.endSession({ sessionId: "phone" }));
    const facts = (now: Date) =>
      as(actors.system, () => Account.tokenFacts({ userId: member.userId, email: "x@example.com" }), { now }).then(({ ended }) => ended);

    expect(await facts(NOW)).toEqual([sessionMark("phone")]);
    expect(await facts(later(31 * 24 * 60))).toEqual([]);
  });

  test("twice is refused, and two at once end two", async () => {
    for (const id of ["laptop", "phone", "tablet"]) await by(id, command);

    await Promise.allSettled(["phone", "tablet"].map((sessionId) => by("laptop", () => Account.endSession({ sessionId }))));
    for (const sessionId of ["phone", "tablet"]) await by("laptop", () => Account.endSession({ sessionId })).catch(() => undefined);

    await expect(by("laptop", () => Account.endSession({ sessionId: "phone" }))).rejects.toMatchObject({ code: "session.over" });
    const { ended } = await as(actors.system, () => Account.tokenFacts({ userId: member.userId, email: "x@example.com" }));
    expect(ended.toSorted()).toEqual(["phone", "tablet"].map(sessionMark).toSorted());
  });

  test("more than a token can name takes signing out everywhere", async () => {
    await by("laptop", command);
    for (let index = 0; index < 31; index += 1) await by(`device-${index}`, () => Account.me({}));
    for (let index = 0; index < 30; index += 1) await by("laptop", () => Account.endSession({ sessionId: `device-${index}` }));

    await expect(by("laptop", () => Account.endSession({ sessionId: "device-30" }))).rejects.toMatchObject({ code: "session.too_many" });
    await by("laptop", () => Account.endAllSessions({}));
    expect((await as(actors.system, () => Account.tokenFacts({ userId: member.userId, email: "x@example.com" }))).ended).toEqual([]);
  });
});

describe("signing out everywhere", () => {
  test("tells the user pool and refuses every sign-in, the one that asked too", async () => {
    for (const id of ["laptop", "phone"]) await by(id, command);

    expect(await by("laptop", () => Account.endAllSessions({}))).toEqual({ sessions: 2 });

    expect(pool.signedOut).toContain(member.userId);
    for (const id of ["laptop", "phone"]) await expect(by(id, command)).rejects.toMatchObject({ code: "session.ended" });
    await by("after", command);
  });

  test("follows a password that was set anew", async () => {
    await by("laptop", command);

    await as(actors.system, () => Account.passwordWasReset(member.userId));

    await expect(by("laptop", command)).rejects.toMatchObject({ code: "session.ended" });
    expect((await allItems()).filter((item) => item["type"] === "account.password_reset" && item["subjectId"] === member.userId)).toHaveLength(1);
  });
});
