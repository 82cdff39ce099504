import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";

/** An invoice in a list; whether it is settled is the ledger's sum, so it is not stored. */
export const InvoiceCard = z.strictObject({
  invoiceId: z.string(),
  orderId: z.string(),
  number: z.string(),
  purpose: Purpose,
  amount: Money,
  issuedOn: z.string(),
  dueOn: z.string(),
  hasDocument: z.boolean(),
});
export type InvoiceCard = z.infer<typeof InvoiceCard>;
