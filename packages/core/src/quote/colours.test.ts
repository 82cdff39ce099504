import { beforeAll, expect, test } from "vitest";
import { actors } from "../../../../test/support/actors.ts";
import { newSupplier } from "../../../../test/support/listing.ts";
import { acceptance } from "../../../../test/support/orders.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import type { Member } from "../kernel/actor.ts";
import * as Order from "../order/index.ts";
import * as Rfq from "../rfq/index.ts";
import * as Quote from "./index.ts";

const { buyerOwner } = actors;
const colours = [
  { name: "Navy", sizes: { S: 100, M: 50 } },
  { name: "write to rina@buyer.example", sizes: { M: 150 } },
];
const brief = { garmentType: "pullover", quantity: 300, fabric: "wool-blend", sizes: { S: 100, M: 200 }, colours } as const;

let supplier: Member;
beforeAll(async () => {
  await startTable();
  supplier = await newSupplier("colours");
});

test("the colours of a quote are those of its order, at the price of the sizes alone", async () => {
  const { colours: _colours, ...plain } = brief;
  const { quote } = await as(buyerOwner, () => Quote.create({ brief }));
  const other = await as(buyerOwner, () => Quote.create({ brief: plain }));
  const { orderId } = await as(buyerOwner, () => Quote.accept(acceptance(quote.quoteId)));

  expect(quote.total).toEqual(other.quote.total);
  expect((await as(buyerOwner, () => Order.get({ orderId }))).brief).toMatchObject({ colours });
});

test("a supplier that is asked for a bid reads the colours, but no way to reach the buyer in what they are called", async () => {
  const { rfqId } = await as(buyerOwner, () => Rfq.open({ brief }));

  const { brief: theirs } = await as(supplier, () => Rfq.getRequest({ rfqId }));

  expect(theirs.colours?.map(({ name }) => name)).toEqual(["Navy", "No. 2 of the split"]);
  expect(theirs.colours?.map(({ sizes }) => sizes)).toEqual(colours.map(({ sizes }) => sizes));
});
