import { addDays, dateOf } from "../kernel/calendar.ts";
import { answerDay } from "./change.ts";
import { CLAIM_DAYS, type Status } from "./model.ts";
import type { Info } from "./store.ts";

/**
 * Days until a buyer is reminded of what is to be paid, and until the waiting ends: for the deposit the order is given up, which frees
 * what it counted for; for the balance it is held, because the goods are there. The platform's own rules; nothing in the seed ever
 * became due.
 */
export const PAYMENT_DAYS = {
  deposit: { remind: [3, 7], end: 14 },
  balance: { remind: [7, 14], end: 30 },
} as const;

/** What the time asks for, of an order as it stands. */
export type Due =
  | { readonly what: "remind"; readonly purpose: "deposit" | "balance"; readonly times: number }
  | { readonly what: "expire" | "lapse" | "hold" | "complete" };

/** The statuses in which something becomes due because of the time. */
export const timed = ["awaiting_deposit", "offered", "awaiting_balance", "delivered"] as const satisfies readonly Status[];

/** When the order came to the status it has. */
export const sinceOf = ({ since, createdAt }: Pick<Info, "since" | "createdAt">): string => since ?? createdAt;

/** The day until which a buyer may say that something is wrong with the goods. */
export const claimableUntil = (order: Pick<Info, "since" | "createdAt">): string => addDays(dateOf(sinceOf(order)), CLAIM_DAYS);

function paymentDue(order: Info, purpose: "deposit" | "balance", today: string): Due | undefined {
  const { remind, end } = PAYMENT_DAYS[purpose];
  const passed = (days: number): boolean => addDays(dateOf(sinceOf(order)), days) <= today;
  if (passed(end)) return { what: purpose === "deposit" ? "expire" : "hold" };
  const times = remind.filter(passed).length;
  return times > (order.reminders ?? 0) ? { what: "remind", purpose, times } : undefined;
}

/**
 * What is due of this order at this instant, if anything is; said of the record and the clock alone, so that nothing has to have
 * happened in time for it to be true. Pieces from stock are held by minutes and end by their own clock; an offer whose supplier asks
 * another price waits for the platform, which only the offer knows. An order that is shown as a demonstration stays as it is shown.
 */
export function dueOf(order: Info, now: string): Due | undefined {
  if (order.isDemo) return undefined;
  const today = dateOf(now);
  if (order.status === "awaiting_deposit") return order.productId ? undefined : paymentDue(order, "deposit", today);
  if (order.status === "awaiting_balance") return order.guardMet ? undefined : paymentDue(order, "balance", today);
  if (order.status === "offered") return answerDay(sinceOf(order)) < today ? { what: "lapse" } : undefined;
  if (order.status === "delivered") return claimableUntil(order) < today ? { what: "complete" } : undefined;
  return undefined;
}
