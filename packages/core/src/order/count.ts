import type { Stage } from "../production/model.ts";
import { bookingsOf } from "../supplier/rules.ts";

const MINUTE = 60_000;

/** One more answer to an offer, after so many whole minutes; what a scorecard's response time is made of. */
export const answered = ({ offeredAt }: { readonly offeredAt: string }, now: string) => ({
  answers: 1,
  answerMinutes: Math.max(0, Math.floor((Date.parse(now) - Date.parse(offeredAt)) / MINUTE)),
});

/** The pieces an accepted order books, by week: on the days of making in its plan; pieces from stock, which have no plan, book nothing. */
export function bookedBy(quantity: number, stages: readonly Stage[]): Readonly<Record<string, number>> {
  const making = stages.filter(({ milestone }) => milestone === "making");
  const taken = making.length > 0 ? making : stages;
  const [first, last] = [taken[0], taken.at(-1)];
  return first && last ? bookingsOf(quantity, { startOn: first.plannedStartOn, dueOn: last.plannedDueOn }) : {};
}
