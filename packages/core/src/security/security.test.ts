import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { allItems, as, cost, startTable } from "../../../../test/support/table.ts";
import * as Security from "./index.ts";
import { notice, record } from "./note.ts";

beforeAll(startTable);

const now = new Date("2026-03-02T09:10:00.000Z");
const list = (query: Parameters<typeof Security.events>[0]) => as(actors.admin, () => Security.events(query), { now });

test("whoever tries four hundred ids costs a dozen or so writes and one row, and is critical once", async () => {
  const told: unknown[] = [];
  const { requests } = await cost(async () => {
    for (let index = 0; index < 400; index += 1) told.push(await notice({ kind: "probing", who: "user-a", what: "getOrder" }, now));
  });

  expect(requests).toBeLessThan(16);
  expect((await allItems()).filter((item) => item["who"] === "user-a")).toHaveLength(1);
  expect(told.filter(Boolean)).toEqual([
    { kind: "probing", severity: "info" },
    { kind: "probing", severity: "medium" },
    { kind: "probing", severity: "high" },
    { kind: "probing", severity: "critical" },
  ]);
  expect((await list({ day: "2026-03-02" })).items).toMatchObject([
    { kind: "probing", who: "user-a", what: "getOrder", count: 384, severity: "critical" },
  ]);
});

test("what many containers count at once is summed exactly, and only one of them says that it has become worse", async () => {
  const told = await Promise.all(Array.from({ length: 30 }, () => record({ kind: "locked_out", who: "user-b", what: "s", by: 1 }, now)));

  expect(told.filter((one) => one?.severity === "high")).toHaveLength(1);
  expect((await list({ severity: "high" })).items).toMatchObject([{ kind: "locked_out", who: "user-b", count: 30 }]);
});

test("an hour later it is another row", async () => {
  const late = new Date("2026-03-02T10:10:00.000Z");
  await record({ kind: "locked_out", who: "user-b", what: "s", by: 1 }, late);

  expect((await list({ severity: "low" })).items).toMatchObject([{ who: "user-b", count: 1, firstAt: late.toISOString() }]);
});

test("events are for admins alone", async () => {
  await expect(as(actors.buyerOwner, () => Security.events({}))).rejects.toMatchObject({ kind: "forbidden" });
});
