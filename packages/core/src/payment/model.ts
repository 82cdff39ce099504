import * as z from "zod";
import { Money } from "../kernel/money.ts";

export const Purpose = z.enum(["deposit", "balance"]);
export type Purpose = z.infer<typeof Purpose>;

export const PaymentStatus = z.enum(["initiating", "open", "requires_action", "processing", "succeeded", "failed", "canceled"]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** A payment as the buyer sees it. */
export const PaymentView = z.strictObject({
  paymentId: z.string(),
  purpose: Purpose,
  amount: Money,
  status: PaymentStatus,
  failure: z.string().optional(),
  /** What has gone back of it or is on its way back. */
  refunded: Money.optional(),
});
export type PaymentView = z.infer<typeof PaymentView>;

/** What the pay page needs: the amount, where it stands, and what the provider's form is opened with. */
export const PaymentSession = PaymentView.extend({ clientSecret: z.string().optional() });
export type PaymentSession = z.infer<typeof PaymentSession>;
