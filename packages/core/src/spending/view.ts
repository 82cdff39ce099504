import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { ApprovalState, Limit, Settings, Subject } from "./model.ts";

/** An organisation's rules, and how the reader stands by those that hold for them: what they ordered in the window of each. */
export const SpendingView = Settings.extend({
  version: z.int(),
  own: z.array(z.strictObject({ limit: Limit, spent: Money })).readonly(),
});
export type SpendingView = z.infer<typeof SpendingView>;

/** What was asked for and what was said to it; people by their ids, whose names the list of members has. */
export const ApprovalView = z.strictObject({
  approvalId: z.string(),
  subject: Subject,
  title: z.string(),
  family: z.string(),
  amount: Money,
  state: ApprovalState,
  askedBy: z.string(),
  askedAt: z.string(),
  note: z.string().optional(),
  until: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: z.string().optional(),
  answer: z.string().optional(),
  orderId: z.string().optional(),
  /** Whether the reader can decide it now. */
  mayDecide: z.boolean(),
  version: z.int(),
});
export type ApprovalView = z.infer<typeof ApprovalView>;
