import { beforeAll, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, NOW, startTable } from "../../../../test/support/table.ts";
import { Links } from "../ports/blob.ts";
import type { Stage } from "../production/model.ts";
import { creating } from "../table/write.ts";
import { ShipmentRow, StageRow, UpdateRow } from "./entities.ts";
import { share, track } from "./track.ts";

beforeAll(startTable);
beforeAll(() => {
  Links.provide({
    presignGet: async ({ key }) => `https://files.example/${key}`,
    presignPost: () => {
      throw new Error("the tracking page takes no files");
    },
  });
});

const stage: Stage = {
  key: "cutting",
  name: "Cutting",
  position: 1,
  milestone: "making",
  days: 3,
  weightBps: 10_000,
  plannedStartOn: "2026-03-02",
  plannedDueOn: "2026-03-05",
  revisedDueOn: "2026-03-07",
  revisionReason: "The cutter asked for two more days",
  startedOn: "2026-03-02",
  percent: 60,
  state: "active",
  note: "Table 4, Rafiq's team",
};
const update = { updateId: "upd_1", position: 1, stageName: "Cutting", percent: 60, note: "Rafiq says two more days", photos: ["order/a.webp"] };
const parcel = { carrier: "Northstar", trackingNumber: "NS-0001", shippedOn: "2026-03-02" };

async function shared() {
  const order = await orderThat(
    { status: "shipped", supplierId: SUPPLIER, supplierName: "Meghna Knit", holdReason: "Waiting for cloth", promisedOn: "2026-03-20", percent: 60 },
    (orderId) => [
      creating(StageRow.create({ orderId, position: 1, stage, version: 1 })),
      creating(UpdateRow.create({ orderId, ...update, at: NOW.toISOString(), by: "user-floor" })),
      creating(ShipmentRow.create({ orderId, ...parcel })),
    ],
  );
  return { order, ...(await as(actors.buyerOwner, () => share({ orderId: order.orderId }))) };
}

test("the tracking link shows these fields and no others: no price, no party, no id, no reason, no note", async () => {
  const { order, orderNumber, token } = await shared();

  const view = await as(actors.visitor, () => track({ orderNumber, token }));

  const { note: _note, revisionReason: _reason, ...shownStage } = stage;
  expect(view).toEqual({
    orderNumber,
    title: order.title,
    quantity: 300,
    status: "shipped",
    percent: 60,
    promisedOn: "2026-03-20",
    isLate: false,
    stages: [{ ...shownStage, isLate: false, daysLate: 0 }],
    updates: [{ stageName: "Cutting", percent: 60, at: NOW.toISOString(), photos: ["https://files.example/order/a.webp"] }],
    shipment: parcel,
  });
});

test("a wrong secret, another order's number and an unknown order are answered alike", async () => {
  const [one, other] = [await shared(), await shared()];
  const wrong = [
    { orderNumber: one.orderNumber, token: `${one.token.slice(0, -4)}0000` },
    { orderNumber: other.orderNumber, token: one.token },
    { orderNumber: "SO-2020-000000", token: one.token },
  ];

  for (const holder of wrong)
    await expect(as(actors.visitor, () => track(holder))).rejects.toMatchObject({ kind: "not_found", code: "record.not_found" });
});
