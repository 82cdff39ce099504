import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { Kind, State } from "./model.ts";
import type { Info } from "./store.ts";

/** A claim as its reader may see it: `amount` is for the buyer and admins, links to photos last five minutes. */
export const ClaimView = z.strictObject({
  claimId: z.string(),
  kind: Kind,
  pieces: z.int(),
  words: z.string(),
  photos: z.array(z.string()),
  state: State,
  openedAt: z.string(),
  answer: z.string().optional(),
  answeredAt: z.string().optional(),
  untilOn: z.string().optional(),
  reason: z.string().optional(),
  closedAt: z.string().optional(),
  amount: Money.optional(),
});
export type ClaimView = z.infer<typeof ClaimView>;

/** Leaves out who claimed; a person's id is not for the other side. */
export function viewOf({ orderId: _orderId, openedBy: _openedBy, ...shown }: Info, amount: Money | undefined, photos: readonly string[]): ClaimView {
  return { ...shown, photos: [...photos], ...(amount ? { amount } : {}) };
}
