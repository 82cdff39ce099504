import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { actors, idOf } from "../../../../test/support/actors.ts";
import { allItems, as, startTable } from "../../../../test/support/table.ts";
import { Archive } from "../ports/archive.ts";
import { clock } from "../ports/clock.ts";
import { auditPartitions } from "../table/keys.ts";
import { dynamo } from "../table/client.ts";
import { commit } from "../table/commit.ts";
import { tableName } from "../table/table.ts";
import { defineEvent } from "../kernel/event.ts";
import * as z from "zod";
import * as Audit from "./index.ts";
import { seal } from "./seal.ts";
import { entriesOf, findHead } from "./store.ts";
import { wantedBy } from "./stream.ts";

const Verified = defineEvent("audit_test.verified", z.object({ orgId: z.string() }));
const files = new Map<string, string>();

beforeAll(async () => {
  await startTable();
  Archive.provide({ put: async ({ key, text }) => void files.set(key, text), get: async (key) => files.get(key) });
});

type Row = Record<string, unknown>;

const at = (day: string, minute: number): Date => new Date(`${day}T10:${String(minute).padStart(2, "0")}:00.000Z`);
const later = (day: string): Date => new Date(`${day}T12:00:00.000Z`);

/** An admin's command on a day. */
async function act(day: string, minute: number, orgId = idOf("org", `t${minute}`)): Promise<void> {
  const change = { before: { verification: "pending", name: "Meghna Knit" }, after: { verification: "verified", name: "Meghna Knitwear" } };
  await as(actors.admin, () => commit({ about: orgId, writes: [], events: [Verified({ orgId })], changed: change, reply: null }), {
    now: at(day, minute),
  });
}

const eventRows = async (day: string): Promise<Row[]> =>
  (await allItems()).filter((item) => item["__edb_e__"] === "event" && String(item["at"]).startsWith(day));
const entryRows = async (day: string): Promise<Row[]> =>
  (await allItems()).filter((item) => item["__edb_e__"] === "audit-entry" && item["day"] === day);

const image = (row: Row) => marshall(row, { removeUndefinedValues: true });
const placedOf = (rows: readonly Row[]) =>
  rows.flatMap((row) => wantedBy({ name: "INSERT", before: undefined, after: image(row), isExpiry: false, at: "" }).placed ?? []);

const put = (row: Row) => dynamo.send(new PutItemCommand({ TableName: tableName(), Item: image(row) }));
const remove = ({ pk, sk }: Row) => dynamo.send(new DeleteItemCommand({ TableName: tableName(), Key: marshall({ pk, sk }) }));

/** A day with some sealed events. */
async function sealedDay(day: string, count = 5): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await act(day, minute);
  await seal(placedOf(await eventRows(day)), at(day, 30));
}

const check = (day: string) => Audit.checkDay(day, later(day));
const one = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error("there is none");
  return found;
};
const byPosition = (rows: Row[], position: number): Row =>
  one(
    rows.filter((row) => row["position"] === position),
    0,
  );

test("the row of an event says what was changed, redacted, and by whom", async () => {
  await act("2026-04-01", 1);

  expect(one(await eventRows("2026-04-01"), 0)).toMatchObject({
    actor: { type: "admin", id: "user-admin" },
    changes: { verification: { before: "pending", after: "verified" }, name: { before: "[redacted]", after: "[redacted]" } },
  });
});

describe("sealing", () => {
  test("puts every event once into the chain of its day, and a whole day shows no fault", async () => {
    await sealedDay("2026-04-02");

    expect(await check("2026-04-02")).toMatchObject({ entries: 5, findings: [], expired: 0 });
  });

  test("bears batches that come again, out of order, in part, and many at once", async () => {
    const day = "2026-04-03";
    for (let minute = 0; minute < 12; minute += 1) await act(day, minute);
    const placed = placedOf(await eventRows(day));
    const batches = [placed.slice(6), placed.slice(0, 4), placed.toReversed(), placed.slice(3, 9), placed, [one(placed, 1), one(placed, 1)]];

    const fresh = (await Promise.all(batches.map((batch) => seal(batch, at(day, 30))))).flat();

    expect(fresh).toHaveLength(12);
    expect(await check(day)).toMatchObject({ entries: 12, findings: [] });
  });

  test("takes more than fits into one transaction", async () => {
    const day = "2026-04-04";
    await act(day, 0);
    const [first] = placedOf(await eventRows(day));
    if (!first) throw new Error("no event");
    const many = Array.from({ length: 200 }, (_, index) => ({ ...first, content: { ...first.content, eventId: idOf("evt", `n${index}`) } }));

    await seal(many, at(day, 30));

    expect((await findHead(day))?.entries).toBe(200);
    expect((await entriesOf(day)).map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(many.map((_, index) => index + 1));
  });

  test("an event that was changed only by leaving the outbox is no change; any other is told at once", async () => {
    await sealedDay("2026-04-05", 1);
    const row = one(await eventRows("2026-04-05"), 0);
    const modified = (after: Row) => wantedBy({ name: "MODIFY", before: image(row), after: image(after), isExpiry: false, at: "" });

    expect(modified({ ...row, outbox: undefined })).toEqual({});
    expect(modified({ ...row, type: "order.moved" }).noticed).toMatchObject({ kind: "audit_tampered", what: row["eventId"] });
    expect(wantedBy({ name: "REMOVE", before: image(row), after: undefined, isExpiry: false, at: "" }).noticed?.kind).toBe("audit_tampered");
  });
});

describe("a check names", () => {
  test("an event's row that was changed", async () => {
    const day = "2026-05-01";
    await sealedDay(day);
    const row = one(await eventRows(day), 2);
    await put({ ...row, actor: { type: "admin", id: "somebody-else" } });

    expect((await check(day)).findings).toEqual([
      { kind: "changed", where: "row", position: expect.any(Number), eventId: row["eventId"], subjectId: row["subjectId"] },
    ]);
  });

  test("an event's row that was deleted", async () => {
    const day = "2026-05-02";
    await sealedDay(day);
    const row = one(await eventRows(day), 3);
    await remove(row);

    expect((await check(day)).findings).toEqual([
      { kind: "deleted", where: "row", position: expect.any(Number), eventId: row["eventId"], subjectId: row["subjectId"] },
    ]);
  });

  test("an event's row that was smuggled in past the sealer", async () => {
    const day = "2026-05-03";
    await sealedDay(day);
    const row: Row = { ...one(await eventRows(day), 0), eventId: idOf("evt", "forged"), sk: `$event_1#eventId_${idOf("evt", "forged")}` };
    await put(row);

    const { findings } = await Audit.checkDay(day, later(day), await eventRows(day));

    expect(findings).toEqual([{ kind: "inserted", where: "row", eventId: row["eventId"], subjectId: row["subjectId"] }]);
  });

  test("a sealed entry that was changed, even when its hash was made to fit", async () => {
    const day = "2026-05-04";
    await sealedDay(day);
    const row = byPosition(await entryRows(day), 3);
    const content = { ...Audit.ContentSchema.parse(row["content"]), type: "order.moved" };
    await put({ ...row, content, hash: Audit.contentHash(content) });

    const { findings } = await check(day);

    expect(findings).toContainEqual({ kind: "changed", where: "entry", position: 3, eventId: row["eventId"], subjectId: row["subjectId"] });
    expect(findings.filter(({ where }) => where === "entry")).toHaveLength(1);
  });

  test("a sealed entry that was deleted, first, last or between", async () => {
    for (const [day, position] of [
      ["2026-05-05", 1],
      ["2026-05-06", 5],
      ["2026-05-07", 3],
    ] as const) {
      await sealedDay(day);
      await remove(byPosition(await entryRows(day), position));

      expect((await check(day)).findings).toEqual([{ kind: "deleted", where: "entry", position }]);
    }
  });

  test("an entry that was inserted, beside another or behind the end", async () => {
    for (const [day, position] of [
      ["2026-05-08", 2],
      ["2026-05-09", 6],
    ] as const) {
      await sealedDay(day);
      const row = byPosition(await entryRows(day), 2);
      const eventId = idOf("evt", "planted");
      await put({
        ...row,
        eventId,
        position,
        sk: `$audit-entry_1#placedAt_${String(row["placedAt"])}#eventId_${eventId}`,
        content: { ...Object(row["content"]), eventId },
      });

      expect((await check(day)).findings).toContainEqual({ kind: "inserted", where: "entry", position, eventId, subjectId: row["subjectId"] });
    }
  });

  test("a head that was set back, and what was cut off with it", async () => {
    const day = "2026-05-10";
    await sealedDay(day);
    const head = one(
      (await allItems()).filter((item) => item["__edb_e__"] === "audit-head" && item["day"] === day),
      0,
    );
    const last = byPosition(await entryRows(day), 5);
    await remove(last);
    await put({ ...head, entries: 4, link: byPosition(await entryRows(day), 4)["link"] });

    // The chain is whole again; the locked copy is what knows better.
    expect((await check(day)).findings).toEqual([]);
    files.set(`${day}/head.json`, JSON.stringify({ day, entries: 5, link: last["link"] }));
    expect((await check(day)).findings).toEqual([{ kind: "changed", where: "export", position: 5 }]);
  });

  test("a row that was dated back", async () => {
    const day = "2026-05-11";
    await act(day, 0);
    await seal(placedOf(await eventRows(day)), new Date("2026-05-12T09:00:00.000Z"));

    expect((await check(day)).findings).toMatchObject([{ kind: "late", where: "entry", position: 1 }]);
  });
});

test("a row that has expired in its time is known by its entry, and is no fault; its going is sealed too", async () => {
  const day = "2026-05-13";
  await act(day, 0);
  const row = { ...one(await eventRows(day), 0), ttl: later(day).getTime() / 1000 - 60 };
  await seal(placedOf([row]), at(day, 30));
  await remove(row);

  expect(await check(day)).toMatchObject({ entries: 1, expired: 1, findings: [] });
  const going = wantedBy({ name: "REMOVE", before: image(row), after: undefined, isExpiry: true, at: "2026-05-14T01:00:00.000Z" });
  await seal(going.placed ? [going.placed] : [], at("2026-05-14", 30));
  expect(await check("2026-05-14")).toMatchObject({ entries: 1, findings: [] });
});

test("a day is exported once, again when it has grown, and its copy vouches for its beginning", async () => {
  const day = "2026-05-15";
  await sealedDay(day, 3);

  expect(await Audit.exportDay(day)).toMatchObject({ entries: 3, isNew: true });
  expect(await Audit.exportDay(day)).toMatchObject({ entries: 3, isNew: false });
  const lines =
    [...files]
      .find(([name]) => name.startsWith(`${day}/3-`))?.[1]
      .trim()
      .split("\n") ?? [];
  expect(lines.map((line) => JSON.parse(line).position)).toEqual([1, 2, 3]);
  await act(day, 40);
  await seal(placedOf(await eventRows(day)), at(day, 50));
  expect(await check(day)).toMatchObject({ entries: 4, exported: 3, findings: [] });
  expect(await Audit.exportDay(day)).toMatchObject({ entries: 4, isNew: true });
});

describe("the list", () => {
  const list = (query: Parameters<typeof Audit.list>[0], now = later("2026-06-01")) => as(actors.admin, () => Audit.list(query), { now });

  test("is by day, actor, record and action, newest first, page by page", async () => {
    const day = "2026-06-01";
    await sealedDay(day, 4);
    const orgId = idOf("org", "t2");

    const first = await list({ day, limit: 3 });
    const rest = await list({ day, limit: 3, cursor: first.nextCursor });
    const times = [...first.items, ...rest.items].map((entry) => entry.at);

    expect(times).toEqual(times.toSorted().toReversed());
    expect(times).toHaveLength(4);
    expect((await list({ subjectId: orgId, day })).items).toMatchObject([{ action: "audit_test.verified", subjectId: orgId }]);
    expect((await list({ actorId: "user-admin", day, action: "audit_test.verified" })).items).toHaveLength(4);
    expect((await list({ action: "audit_test.verified", day: "2026-06-02" })).items).toEqual([]);
    expect((await list({ actorId: "nobody" })).items).toEqual([]);
  });

  test("is for admins alone", async () => {
    for (const who of ["visitor", "guest", "buyerOwner", "supplierOwner", "system"] as const)
      await expect(as(actors[who], () => Audit.list({}))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("does not depend on the actor still being somebody", async () => {
    const { items } = await list({ actorId: "user-admin", day: "2026-06-01", limit: 1 }, new Date(clock.now()));
    expect(items[0]?.actor).toEqual({ type: "admin", id: "user-admin" });
  });
});

test("the audit's rows, and no others, are where only the sealer may write", async () => {
  const day = "2026-03-09";
  await sealedDay(day, 2);
  const isOfAudit = (row: Row) => String(row["__edb_e__"]).startsWith("audit-");
  const isDenied = (row: Row) => String(row["pk"]).startsWith(auditPartitions.slice(0, -1));

  const rows = await allItems();

  expect(rows.filter(isOfAudit).length).toBeGreaterThan(1);
  expect(rows.filter((row) => isDenied(row) !== isOfAudit(row))).toEqual([]);
});
