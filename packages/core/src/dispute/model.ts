import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";

/** Where a dispute stands with the card holder's bank. */
export const DisputeStatus = z.enum(["open", "won", "lost"]);
export type DisputeStatus = z.infer<typeof DisputeStatus>;

/** A dispute as the platform sees it. */
export const DisputeView = z.strictObject({
  disputeId: z.string(),
  purpose: Purpose,
  amount: Money,
  status: DisputeStatus,
  reason: z.string(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
});
export type DisputeView = z.infer<typeof DisputeView>;
