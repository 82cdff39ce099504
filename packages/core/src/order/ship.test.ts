import { beforeAll, expect, test } from "vitest";
import { actors, SUPPLIER } from "../../../../test/support/actors.ts";
import { orderThat } from "../../../../test/support/orders.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import { subtract, usd } from "../kernel/money.ts";
import * as Ledger from "../ledger/index.ts";
import { findTerms } from "./index.ts";
import { ship } from "./ship.ts";
import { commit } from "../table/commit.ts";

beforeAll(startTable);

/** An order that waits for its balance, of which this much short of the whole price has been paid. */
async function shortBy(cents: number) {
  const { orderId } = await orderThat({ status: "awaiting_balance", supplierId: SUPPLIER, percent: 100 });
  const terms = await findTerms(orderId);
  if (!terms) throw new Error("the order has no price");
  const paid = subtract(terms.total, usd(cents));
  await as(actors.system, () => commit({ about: orderId, writes: [Ledger.paymentWrite(orderId, "pay_1", paid)], events: [], reply: null }));
  return orderId;
}

const shipping = (orderId: string) => as(actors.supplierOwner, () => ship({ orderId, carrier: "Northstar", trackingNumber: "NS-0001" }));

test("nothing ships while a cent of the price is unpaid", async () => {
  await expect(shipping(await shortBy(1))).rejects.toMatchObject({ kind: "conflict", code: "order.unpaid" });
});

test("what is paid in full ships, once", async () => {
  const orderId = await shortBy(0);

  await shipping(orderId);

  await expect(shipping(orderId)).rejects.toMatchObject({ code: "order.transition" });
});
