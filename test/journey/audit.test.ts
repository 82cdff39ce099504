import { listAudit, checkAudit, listLimits, listSecurityEvents } from "@sleekapp/contracts/insight";
import { getMe } from "@sleekapp/contracts/identity";
import { getOrder } from "@sleekapp/contracts/order";
import { townOf, until } from "@sleekapp/local/people/person";
import { runAsOperator } from "@sleekapp/local/people/operator";
import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import { steps } from "@sleekapp/local/path/index";
import path from "node:path";
import * as z from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../support/actors.ts";
import { newWorld } from "../support/matrix/fixture.ts";
import { bootStage, type Stage } from "../support/stage.ts";
import { rowsOfStage } from "../support/stage-rows.ts";

const root = path.resolve(import.meta.dirname, "../..");
let stage: Stage;
let world: ReturnType<typeof newWorld>;

beforeAll(async () => {
  stage = await bootStage({ root, name: "audit", ephemeral: true, web: "none" });
  world = newWorld(townOf(stage), root);
  // As far as a verified supplier: the admin exists and has acted.
  for (const step of steps) {
    await step.run(world);
    if ((await rowsOfStage(stage)).some((row) => row["type"] === "supplier.verified")) break;
  }
}, 180_000);
afterAll(() => stage?.stop());

const today = () => new Date().toISOString().slice(0, 10);
const verify = () => runAsOperator(stage, root, ["tools/audit-verify.ts", "--day", today()]);

test("an admin's command appears with actor, target, before and after, within seconds of the act", async () => {
  const { admin } = world.people;
  const { supplierId } = world.made;

  const entry = await until("The entry of the verification", async () => {
    const { items } = await admin.ask(listAudit, { query: { subjectId: supplierId, action: "supplier.verified" } });
    return items[0];
  });

  expect(entry).toMatchObject({
    actor: { type: "admin" },
    subjectId: supplierId,
    action: "supplier.verified",
    changes: { verification: { before: "pending", after: "verified" } },
  });
  expect(entry.source).toMatch(/^(127\.0\.0\.0\/24|.*::\/48)$/);
});

test("nobody but an admin reads any of it", async () => {
  for (const who of [world.people.supplier, world.people.buyer]) {
    if (who === world.people.buyer) await who.signUp({ password: world.password, name: "Bea Buyer", as: "buyer", company: "Bea" });
    for (const route of [listAudit, listSecurityEvents, listLimits]) expect((await who.attempt(route, {})).status).toBe(403);
    expect((await who.attempt(checkAudit, { params: { day: today() } })).status).toBe(403);
  }
});

test("whoever asks for others' records in numbers is counted, and the reader of the events sees it", async () => {
  for (let index = 0; index < 24; index += 1) await world.people.buyer.attempt(getOrder, { params: { orderId: idOf("ord", `x${index}`) } });

  const { items } = await world.people.admin.ask(listSecurityEvents, {});
  expect(items).toContainEqual(expect.objectContaining({ kind: "probing", what: "getOrder", count: 24, severity: "medium" }));
});

describe("the day", () => {
  test("is whole, for its page and for the operator, and its copy in the bucket says the same", async () => {
    await stage.drain();
    const report = await world.people.admin.ask(checkAudit, { params: { day: today() } });

    expect(report.entries).toBeGreaterThan(5);
    expect(report.findings).toEqual([]);
    expect(await verify()).toContain("Nothing was touched.");
  });

  test("whose row was changed past us is named by both, and said at once as critical", async () => {
    await stage.drain();
    const row = (await rowsOfStage(stage)).find((one) => one["__edb_e__"] === "event" && one["type"] === "supplier.verified");
    await dynamo("UpdateItem", {
      TableName: tableName(),
      Key: { pk: { S: String(row?.["pk"]) }, sk: { S: String(row?.["sk"]) } },
      UpdateExpression: "SET #type = :type",
      ExpressionAttributeNames: { "#type": "type" },
      ExpressionAttributeValues: { ":type": { S: "supplier.rejected" } },
    });

    const { findings } = await world.people.admin.ask(checkAudit, { params: { day: today() } });
    expect(findings).toMatchObject([{ kind: "changed", where: "row", eventId: row?.["eventId"], subjectId: world.made.supplierId }]);
    await expect(verify()).rejects.toThrow(String(row?.["eventId"]));
    const told = await until("The event of the change", async () => {
      const { items } = await world.people.admin.ask(listSecurityEvents, { query: { severity: "critical" } });
      return items.find(({ kind }) => kind === "audit_tampered");
    });
    expect(told).toMatchObject({ who: world.made.supplierId, what: row?.["eventId"] });
    expect(stage.logs().some(({ line }) => line.includes('"CriticalSecurityEvents":1'))).toBe(true);
  });
});

test("limits are listed as the routes declare them", async () => {
  const { limits } = await world.people.admin.ask(listLimits, {});

  expect(limits.length).toBeGreaterThan(10);
  expect(limits).toContainEqual({ operationId: "checkAudit", per: "user", max: 10, seconds: 60 });
});

test("an actor's entries are listed by who acted", async () => {
  const { admin } = world.people;
  const { userId } = await admin.ask(getMe, {});

  const { items } = await admin.ask(listAudit, { query: { actorId: userId } });

  expect(items.map(({ action }) => action)).toContain("supplier.verified");
  expect(new Set(items.map(({ actor }) => actor.id))).toEqual(new Set([userId]));
});

describe("the night's copy", () => {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

  test("of yesterday is in locked storage, says what the chain says, and is not written twice", async () => {
    await happened(`${day}T10:00:00.000Z`);
    const copies = () => stage.logs("dev-sleekapp-export-audit").filter(({ line }) => line.includes(`"day":"${day}"`));

    for (let night = 0; night < 2; night += 1) await stage.fire("EveryNight");

    expect(copies()).toHaveLength(1);
    const report = await world.people.admin.ask(checkAudit, { params: { day } });
    // The row was dated back, which is told.
    expect(report).toMatchObject({ entries: 1, exported: 1, findings: [{ kind: "late", where: "entry" }] });
    expect(stage.failures()).toEqual([]);
  });

  test("shows that a whole day was taken out of the table, its chain too", async () => {
    for (const row of await rowsOfStage(stage)) {
      const isOfDay = String(row["__edb_e__"]).startsWith("audit-") && row["day"] === day;
      if (isOfDay) await dynamo("DeleteItem", { TableName: tableName(), Key: { pk: { S: String(row["pk"]) }, sk: { S: String(row["sk"]) } } });
    }

    const { findings } = await world.people.admin.ask(checkAudit, { params: { day } });
    expect(findings).not.toEqual([]);
  });

  /** Writes an event of another time, as the table had it then: the stream brings it to the sealer. */
  async function happened(at: string): Promise<void> {
    const { Items } = Found.parse(await dynamo("Scan", { TableName: tableName() }));
    const row = Items.find((item) => item["__edb_e__"]?.["S"] === "event" && item["type"]?.["S"] === "supplier.submitted");
    const sk = String(row?.["sk"]?.["S"]).replace(String(row?.["eventId"]?.["S"]), idOf("evt", "yesterday"));
    await dynamo("PutItem", { TableName: tableName(), Item: { ...row, sk: { S: sk }, eventId: { S: idOf("evt", "yesterday") }, at: { S: at } } });
    await until("The seal of yesterday", async () => {
      const rows = await rowsOfStage(stage);
      return rows.find((one) => one["__edb_e__"] === "audit-head" && one["day"] === day);
    });
  }
});

const Found = z.object({ Items: z.array(z.record(z.string(), z.record(z.string(), z.unknown()))) });
const tableName = () => stage.manifest.tables[0]?.name;
const dynamo = (operation: string, input: Record<string, unknown>) => createAwsCall(stage.endpoints["DYNAMODB"] ?? "", "dynamodb")(operation, input);
