import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, cost, startTable } from "../../../../test/support/table.ts";
import type { Actor } from "../kernel/actor.ts";
import * as Supplier from "../supplier/index.ts";
import { contact } from "./contact.ts";

beforeAll(async () => {
  await startTable();
  await as(actors.supplierOwner, () => Supplier.save({ application: company }));
});

const reached = {
  companyName: "Meghna Knit Composite",
  contactName: "Farid Alam",
  phone: "+880 2 9999",
  address: "Plot 12, Konabari",
  city: "Gazipur",
  country: "BD",
};
const company = { ...reached, about: "Circular and flat knitting.", moq: 100 };

const supplierId = actors.supplierOwner.orgId;
const asked = (by: Actor, orderId: string) => as(by, () => contact({ orderId }));

test.each(["accepted", "in_production", "completed"] as const)(
  "a buyer of an order that is %s learns whom to ring, and nothing else",
  async (status) => {
    const { orderId } = await orderThat({ status, supplierId, supplierName: "Meghna" });

    expect(await asked(actors.buyerOwner, orderId)).toEqual({ contact: reached });
    expect(await asked(actors.admin, orderId)).toEqual({ contact: reached });
    expect(await cost(() => asked(actors.buyerOwner, orderId))).toMatchObject({ requests: 2 });
  },
);

test.each([
  ["not paid yet", { status: "awaiting_deposit" }],
  ["offered", { status: "offered" }],
  ["held before anybody took it", { status: "on_hold", heldFrom: "deposit_paid" }],
  ["cancelled", { status: "cancelled" }],
] as const)("nobody learns whom to ring of an order that is %s", async (_name, change) => {
  const { orderId } = await orderThat({ ...change, supplierId, supplierName: "Meghna" });

  expect(await asked(actors.buyerOwner, orderId)).toEqual({});
});

test.each([
  ["another buyer", "otherBuyer", "not_found"],
  ["another supplier", "otherSupplier", "not_found"],
  ["the supplier's floor", "supplierFactory", "forbidden"],
] as const)("%s is told nothing", async (_name, who, kind) => {
  const { orderId } = await orderThat({ status: "accepted", supplierId, supplierName: "Meghna" });

  await expect(asked(actors[who], orderId)).rejects.toMatchObject({ kind });
});
