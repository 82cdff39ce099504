import { beforeAll, expect, test } from "vitest";
import { newMember } from "../../../../test/support/account.ts";
import { actors } from "../../../../test/support/actors.ts";
import { acceptance } from "../../../../test/support/orders.ts";
import { as, startTable } from "../../../../test/support/table.ts";
import * as Account from "../account/index.ts";
import * as Quote from "../quote/index.ts";
import { InvoiceDocument } from "./document.ts";
import * as Invoice from "./index.ts";

beforeAll(startTable);

async function billedTo(userId: string, taxId?: string): Promise<InvoiceDocument> {
  const buyer = await newMember(userId);
  await as(buyer, () => Account.updateOrganisation({ name: "North Mill Ltd", ...(taxId ? { taxId } : {}), version: 1 }));
  const { quote } = await as(buyer, () => Quote.create({ brief: { garmentType: "t-shirt", quantity: 300, fabric: "cotton" } }));
  const { orderId } = await as(buyer, () => Quote.accept(acceptance(quote.quoteId)));
  await as(actors.system, () => Invoice.issue({ orderId, purpose: "deposit" }));
  return InvoiceDocument.parse((await Invoice.find(orderId, "deposit"))?.document);
}

test("an invoice names the buyer's organisation with its tax number as it is when it is issued, beside where the goods go", async () => {
  const { buyer, shipTo } = await billedTo("billed-1", "GB 123 4567 89");

  expect(buyer).toMatchObject({ name: "North Mill Ltd", registration: "VAT / tax number GB123456789", address: shipTo?.address });
  expect(shipTo).not.toHaveProperty("registration");
});

test("an invoice for an organisation without a tax number has no line for one", async () => {
  expect((await billedTo("billed-2")).buyer).not.toHaveProperty("registration");
});
