import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { actors } from "../../../../test/support/actors.ts";
import { isAnswerTo } from "../../../../test/support/rows.ts";
import { allItems, as, NOW, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { commit } from "./commit.ts";
import { KEPT_SECONDS } from "./idempotency.ts";
import { UniqueRow } from "./unique.ts";
import { creating } from "./write.ts";

beforeAll(startTable);

const Taken = defineEvent("test.taken", z.object({ value: z.string() }));
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

let value: string;
let count = 0;
beforeEach(() => {
  count += 1;
  value = `value-${count}`;
});

/** A command that takes the value of this test, for whoever answers `said`. */
const take = (said: string) =>
  commit({
    about: value,
    writes: [creating(UniqueRow.create({ scope: "test", value, subjectId: said }))],
    events: [Taken({ value })],
    reply: { said },
    refused: () => conflict("test.taken", "Somebody has it"),
  });
const by = (actor: Actor, said: string, around: { key?: string; body?: string; now?: Date; operation?: string } = {}) =>
  as(actor, () => take(said), around);
const rows = async (entity: string) =>
  (await allItems()).filter((item) => item["__edb_e__"] === entity && [item["value"], item["subjectId"]].includes(value));

describe("one transaction", () => {
  test("holds the record, its event in the outbox and the answer", async () => {
    await by(actors.buyerOwner, "one", { key: "k-whole" });

    expect(await rows("unique")).toHaveLength(1);
    expect(await rows("event")).toEqual([
      expect.objectContaining({
        type: "test.taken",
        outbox: "pending",
        actor: { type: "member", id: actors.buyerOwner.userId, orgId: actors.buyerOwner.orgId },
      }),
    ]);
  });

  test("leaves nothing of a command whose guard did not hold", async () => {
    await by(actors.buyerOwner, "one");
    await expect(by(actors.otherBuyer, "two", { key: "k-refused" })).rejects.toMatchObject({ kind: "conflict", code: "test.taken" });

    expect(await rows("event")).toHaveLength(1);
    expect((await allItems()).filter((item) => isAnswerTo(item, { actor: actors.otherBuyer, key: "k-refused" }))).toEqual([]);
  });
});

describe("a key", () => {
  test("gives the first answer again, and does nothing", async () => {
    const first = await by(actors.buyerOwner, "one", { key: "k-again" });

    expect(await by(actors.buyerOwner, "two", { key: "k-again" })).toEqual(first);
    expect(await rows("event")).toHaveLength(1);
  });

  test("with something else in it is a mismatch, which is 422", async () => {
    await by(actors.buyerOwner, "one", { key: "k-body", body: "a" });

    await expect(by(actors.buyerOwner, "two", { key: "k-body", body: "b" })).rejects.toMatchObject({ kind: "mismatch", code: "idempotency.reused" });
  });

  test("is its caller's own: somebody else with the same key is refused by the record, not answered with what is not theirs", async () => {
    await by(actors.buyerOwner, "secret", { key: "k-mine" });

    for (const other of [actors.otherBuyer, actors.buyerMember, actors.guest, actors.admin])
      await expect(by(other, "two", { key: "k-mine" })).rejects.toMatchObject({ code: "test.taken" });
  });

  test("is its operation's own", async () => {
    await by(actors.buyerOwner, "one", { key: "k-operation", operation: "take" });

    await expect(by(actors.buyerOwner, "two", { key: "k-operation", operation: "other" })).rejects.toMatchObject({ code: "test.taken" });
  });

  test("is kept for a day and may then be used again", async () => {
    expect(KEPT_SECONDS).toBe(86_400);
    await by(actors.buyerOwner, "one", { key: "k-day" });
    expect(await by(actors.buyerOwner, "two", { key: "k-day", now: hours(23.9) })).toEqual({ said: "one" });

    value = `${value}-next`;
    expect(await by(actors.buyerOwner, "two", { key: "k-day", body: "other", now: hours(24) })).toEqual({ said: "two" });
    expect(await by(actors.buyerOwner, "three", { key: "k-day", body: "other", now: hours(25) })).toEqual({ said: "two" });
  });

  test("that was let go is taken once by several at once", async () => {
    await by(actors.buyerOwner, "one", { key: "k-late" });
    value = `${value}-next`;

    const said = await Promise.all(
      Array.from({ length: 6 }, (_, index) => by(actors.buyerOwner, `late ${index}`, { key: "k-late", now: hours(30) })),
    );

    expect(new Set(said.map((one) => one.said)).size).toBe(1);
    expect(await rows("event")).toHaveLength(1);
  });

  test("sent ten times at once does its work once and answers all alike", async () => {
    const said = await Promise.all(Array.from({ length: 10 }, (_, index) => by(actors.buyerOwner, `call ${index}`, { key: "k-race" })));

    expect(new Set(said.map((one) => one.said)).size).toBe(1);
    expect(await rows("event")).toHaveLength(1);
  });

  test("sent ten times at once does work once that nothing else would refuse", async () => {
    const tell = (said: number) => commit({ about: value, writes: [], events: [Taken({ value })], reply: { said } });

    const said = await Promise.all(Array.from({ length: 10 }, (_, index) => as(actors.buyerOwner, () => tell(index), { key: "k-alone" })));

    expect(new Set(said.map((one) => one.said)).size).toBe(1);
    expect(await rows("event")).toHaveLength(1);
  });

  test("cannot hide a second write of the same command", async () => {
    const twice = as(actors.buyerOwner, () => take("one").then(() => take("two")), { key: "k-twice", operation: "take" });

    await expect(twice).rejects.toThrow("take commits twice under one key");
  });
});
