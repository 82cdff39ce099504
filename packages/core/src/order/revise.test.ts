import { beforeAll, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { dateOf } from "../kernel/calendar.ts";
import { planStages, promisedOn } from "../production/plan.ts";
import { readFigures } from "../supplier/figures.ts";
import { creating } from "../table/write.ts";
import { StageRow } from "./entities.ts";
import { expected } from "./forecast.ts";
import { report } from "./progress.ts";
import { reviseStage } from "./revise.ts";
import * as store from "./store.ts";

beforeAll(startTable);

const plan = planStages("casualwear", { quantity: 300 }, { startOn: dateOf(NOW) });
const first = plan[0];

const making = () =>
  orderThat({ status: "in_production", supplierId: SUPPLIER, supplierName: "Meghna Knit", promisedOn: promisedOn(plan) }, (orderId) =>
    plan.map((stage) => creating(StageRow.create({ orderId, position: stage.position, stage, version: 1 }))),
  );

test("the office moves a stage with a reason: the plan, the promise and the reports say so; the floor and the buyer cannot", async () => {
  const { orderId } = await making();
  const move = { orderId, position: 2, dueOn: "2026-03-28", reason: "The dye house lost two days" };

  for (const actor of [actors.supplierFactory, actors.buyerOwner])
    await expect(as(actor, () => reviseStage(move))).rejects.toMatchObject({ kind: "forbidden" });
  const reply = await as(actors.supplierOwner, () => reviseStage(move));

  const [core, { updates }] = await Promise.all([store.findCore(orderId), store.findProgress(orderId)]);
  expect(reply.promisedOn > promisedOn(plan)).toBe(true);
  expect(core?.order.promisedOn).toBe(reply.promisedOn);
  expect(core?.stages[0]?.stage.revisedDueOn).toBeUndefined();
  expect(core?.stages[1]?.stage).toMatchObject({ revisedDueOn: "2026-03-28", revisionReason: move.reason, plannedDueOn: plan[1]?.plannedDueOn });
  expect(updates).toMatchObject([{ movedTo: "2026-03-28", note: move.reason }]);
  await expect(as(actors.supplierOwner, () => reviseStage(move))).rejects.toMatchObject({ code: "stage.same" });
});

test("a report carries the forecast that followed from it, and a finished stage is counted of its supplier", async () => {
  const { orderId } = await making();
  const [before] = await readFigures([SUPPLIER]);

  await as(actors.supplierFactory, () => report({ orderId, position: 1, percent: 100 }));
  const seen = await as(actors.buyerOwner, () => expected({ orderId }));

  const [after] = await readFigures([SUPPLIER]);
  const key = first?.key ?? "materials";
  expect((after?.history[key]?.count ?? 0) - (before?.history[key]?.count ?? 0)).toBe(1);
  expect(seen.forecast).toMatchObject({ model: 1, promisedOn: promisedOn(plan) });
  expect((await store.findProgress(orderId)).updates[0]).toMatchObject({ percent: 100, forecast: { model: 1 } });
});
