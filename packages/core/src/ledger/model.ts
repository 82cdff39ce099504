import * as z from "zod";
import { Money } from "../kernel/money.ts";

/** The accounts of the books, in the trade's words. */
export const Account = z.enum([
  "cash.stripe",
  "cash.bank",
  "receivable",
  "customer_deposits",
  "revenue",
  "platform_fee",
  "cost_of_goods",
  "supplier_payable",
  "stripe_fees",
  "disputes",
]);
export type Account = z.infer<typeof Account>;

/** One line of a posting; amounts are positive, the side says which way. */
export const Line = z.strictObject({ account: Account, side: z.enum(["debit", "credit"]), amount: Money });
export type Line = z.infer<typeof Line>;

/** Why something was booked. */
export const Kind = z.enum(["payment", "refund", "refund_returned", "dispute", "chargeback", "retained", "fee", "transfer", "completion", "payout"]);
export type Kind = z.infer<typeof Kind>;

/** Lines that are booked together and never changed: their debits equal their credits. `key` names the reason, once per order. */
export const Posting = z.strictObject({ orderId: z.string(), key: z.string(), kind: Kind, lines: z.array(Line).min(2), at: z.string() });
export type Posting = z.infer<typeof Posting>;
