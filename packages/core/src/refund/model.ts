import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";

/** Where a refund stands: `asked` until the provider has it, `sent` while it is on its way, then one of the last two. */
export const RefundStatus = z.enum(["asked", "sent", "succeeded", "failed"]);
export type RefundStatus = z.infer<typeof RefundStatus>;

/** Why money goes back; what the buyer reads is in `reasonNames`. */
export const RefundReason = z.enum(["called_off", "short", "damaged", "late", "overpaid", "goodwill", "provider"]);
export type RefundReason = z.infer<typeof RefundReason>;

export const reasonNames: Readonly<Record<RefundReason, string>> = {
  called_off: "The order was called off",
  short: "Fewer pieces than were ordered",
  damaged: "Pieces that were not as agreed",
  late: "The order was late",
  overpaid: "More was paid than was owed",
  goodwill: "An allowance",
  provider: "Given back at the payment provider",
};

/** The reasons an admin may give; the other two come from what happened. */
export const GivenReason = RefundReason.exclude(["called_off", "provider"]);

/** A refund as buyer and platform see it. */
export const RefundView = z.strictObject({
  refundId: z.string(),
  purpose: Purpose,
  amount: Money,
  status: RefundStatus,
  reason: RefundReason,
  /** What the buyer is told beside the reason. */
  note: z.string().optional(),
  askedAt: z.string(),
  settledAt: z.string().optional(),
});
export type RefundView = z.infer<typeof RefundView>;
