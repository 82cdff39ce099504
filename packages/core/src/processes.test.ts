import { globSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import * as aiJob from "./ai-job/model.ts";
import { process as aiJobProcess } from "./ai-job/process.ts";
import * as claim from "./claim/model.ts";
import { process as claimProcess } from "./claim/process.ts";
import * as inquiry from "./inquiry/model.ts";
import { process as inquiryProcess } from "./inquiry/process.ts";
import * as lead from "./lead/model.ts";
import { process as leadProcess } from "./lead/process.ts";
import * as order from "./order/model.ts";
import { process as orderProcess } from "./order/process.ts";
import * as product from "./product/model.ts";
import { process as productProcess } from "./product/process.ts";
import * as quote from "./quote/model.ts";
import { process as quoteProcess } from "./quote/process.ts";
import * as rfq from "./rfq/model.ts";
import { partyProcess, process as rfqProcess } from "./rfq/process.ts";
import * as stock from "./stock/model.ts";
import { process as stockProcess } from "./stock/process.ts";
import * as supplier from "./supplier/model.ts";
import { process as supplierProcess } from "./supplier/process.ts";

const faults = {
  "ai-job": aiJobProcess.validate(aiJob.Status.options),
  claim: claimProcess.validate(claim.State.options),
  inquiry: inquiryProcess.validate(inquiry.Status.options),
  lead: leadProcess.validate(lead.Stage.options),
  order: orderProcess.validate(order.Status.options),
  product: productProcess.validate(product.Status.options),
  quote: quoteProcess.validate(quote.Status.options),
  rfq: [...rfqProcess.validate(rfq.Status.options), ...partyProcess.validate(rfq.PartyState.options)],
  stock: stockProcess.validate(stock.State.options),
  supplier: supplierProcess.validate(supplier.Verification.options),
};

test("every process there is can be walked to its end", () => {
  const domains = globSync("*/process.ts", { cwd: import.meta.dirname }).map((file) => dirname(file));

  expect(domains.filter((domain) => domain !== "kernel").toSorted()).toEqual(Object.keys(faults).toSorted());
  expect(faults).toEqual({ "ai-job": [], claim: [], inquiry: [], lead: [], order: [], product: [], quote: [], rfq: [], stock: [], supplier: [] });
});
