import { beforeAll, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { dateOf } from "../kernel/calendar.ts";
import { planStages } from "../production/plan.ts";
import { logOf } from "../table/outbox.ts";
import { creating } from "../table/write.ts";
import { StageRow } from "./entities.ts";
import { report } from "./progress.ts";
import * as store from "./store.ts";
import { sweepOrders } from "./watch.ts";

beforeAll(startTable);

const plan = planStages("casualwear", { quantity: 300 }, { startOn: dateOf(NOW) });
const hour = (days: number): Date => new Date(Math.ceil(NOW.getTime() / 3_600_000) * 3_600_000 + days * 86_400_000);
const sweep = (days: number) => as(actors.system, sweepOrders, { now: hour(days) });

test("an order that nobody speaks of is raised to its factory, the platform and the buyer, each once, until the floor reports", async () => {
  const { orderId } = await orderThat({ status: "in_production", supplierId: SUPPLIER, supplierName: "Meghna Knit" }, (id) =>
    plan.map((stage) => creating(StageRow.create({ orderId: id, position: stage.position, stage, version: 1 }))),
  );
  const raised = async () => (await logOf(orderId)).flatMap(({ type, data }) => (type === "order.escalated" ? [Object(data)] : []));

  await sweep(2);
  expect(await raised()).toEqual([]);
  for (const day of [8, 8, 9, 10, 12, 13]) await sweep(day);

  expect((await raised()).map(({ cause, owner, level }) => [cause, owner, level])).toEqual([
    ["silent", "supplier", 1],
    ["silent", "supplier", 2],
    ["silent", "supplier", 3],
  ]);
  expect((await raised()).at(-1)).toMatchObject({ likelyOn: expect.any(String) });
  expect((await store.find(orderId))?.alarm).toMatchObject({ cause: "silent", level: 3 });

  await as(actors.supplierFactory, () => report({ orderId, position: 1, percent: 100 }), { now: hour(13) });
  await sweep(14);
  expect((await store.find(orderId))?.alarm).toBeUndefined();
});

test("the sweep looks at orders only at the full hour", async () => {
  expect(await as(actors.system, sweepOrders, { now: new Date(hour(30).getTime() + 60_000) })).toBe(0);
});
