import * as z from "zod";
import { addDays, type CalendarDate, dateOf, daysBetween, workingDayFrom } from "../kernel/days.ts";
import type { Stage } from "../production/model.ts";
import { isLate } from "../production/plan.ts";
import type { Status } from "./model.ts";

/** What is wrong with an order that somebody has paid for. */
export const AlarmCause = z.enum([
  "unassigned",
  "unanswered",
  "unplanned",
  "silent",
  "late",
  "uninspected",
  "undecided",
  "uninvoiced",
  "unshipped",
  "held",
]);
export type AlarmCause = z.infer<typeof AlarmCause>;

/** Who has to do something about it. */
export const AlarmOwner = z.enum(["supplier", "admin", "buyer"]);
export type AlarmOwner = z.infer<typeof AlarmOwner>;

/** An alarm with its owner; it goes up from a reminder (1) to the platform (2) and to a word to the buyer (3). */
export const Alarm = z.strictObject({ cause: AlarmCause, owner: AlarmOwner, level: z.int().min(1).max(3), since: z.iso.date() });
export type Alarm = z.infer<typeof Alarm>;

type Rule = { readonly owner: AlarmOwner; readonly cause: AlarmCause; readonly afterDays: number };

/**
 * The longest that an order may stand in a status before somebody is told, in calendar days; the supplier has three days to answer an
 * offer (`change.ts`), the others are the platform's own rule.
 */
const patience: Readonly<Partial<Record<Status, Rule>>> = {
  deposit_paid: { owner: "admin", cause: "unassigned", afterDays: 1 },
  offered: { owner: "admin", cause: "unanswered", afterDays: 4 },
  inspection: { owner: "supplier", cause: "uninspected", afterDays: 3 },
  ready: { owner: "admin", cause: "uninvoiced", afterDays: 1 },
  on_hold: { owner: "admin", cause: "held", afterDays: 7 },
};

/** Statuses in which something is owed to a buyer who has paid. */
export const watched: readonly Status[] = [
  "deposit_paid",
  "offered",
  "accepted",
  "sampling",
  "in_production",
  "inspection",
  "ready",
  "awaiting_balance",
  "on_hold",
];

/** Working days without a report after which a floor is reminded. */
const SILENT_DAYS = 4;

export type Watched = {
  readonly status: Status;
  /** When the order was last moved on or reported. */
  readonly movedAt: string;
  readonly guardMet?: boolean | undefined;
  readonly stages: readonly Stage[];
};

/** The last day on which the factory may be silent, counted from the last word of it. */
function silentAfter(movedOn: CalendarDate): CalendarDate {
  let day = movedOn;
  for (let days = 0; days < SILENT_DAYS; days += 1) day = workingDayFrom(addDays(day, 1));
  return day;
}

function ofMaking({ stages, movedAt, guardMet, status }: Watched, today: CalendarDate): Omit<Rule, "afterDays"> | undefined {
  if (stages.length === 0) return status === "in_production" ? ofStock(movedAt, today) : { owner: "admin", cause: "unplanned" };
  // The sample is made: it is the buyer who looks at it.
  if (status === "sampling" && guardMet) return daysBetween(dateOf(movedAt), today) > 4 ? { owner: "buyer", cause: "undecided" } : undefined;
  if (stages.some((stage) => stage.state === "active" && isLate(stage, today))) return { owner: "supplier", cause: "late" };
  return today > silentAfter(dateOf(movedAt)) ? { owner: "supplier", cause: "silent" } : undefined;
}

/** Pieces from stock have no plan: after a failed inspection they are only put right. */
const ofStock = (movedAt: string, today: CalendarDate): Omit<Rule, "afterDays"> | undefined =>
  today > silentAfter(dateOf(movedAt)) ? { owner: "supplier", cause: "silent" } : undefined;

function ofWaiting({ status, movedAt, guardMet }: Watched, today: CalendarDate): Omit<Rule, "afterDays"> | undefined {
  const waited = daysBetween(dateOf(movedAt), today);
  if (status === "awaiting_balance") return guardMet && waited > 3 ? { owner: "supplier", cause: "unshipped" } : undefined;
  if (status === "inspection" && guardMet) return waited > 3 ? { owner: "buyer", cause: "undecided" } : undefined;
  const rule = patience[status];
  return rule && waited > rule.afterDays ? rule : undefined;
}

/** The statuses in which a plan is carried out. */
export const made: readonly Status[] = ["accepted", "sampling", "in_production"];

/** Days after which an alarm that is still up goes to the platform, and to the buyer. */
const LEVELS = [2, 4] as const;

/**
 * The alarm of a paid order today: none while it has a live plan and somebody says how it goes. One that lasts goes up with the days; what
 * is the buyer's own to do stays a reminder.
 */
export function alarmOf(order: Watched, before: Alarm | undefined, today: CalendarDate): Alarm | undefined {
  const found = made.includes(order.status) ? ofMaking(order, today) : ofWaiting(order, today);
  if (!found) return undefined;
  const { owner, cause } = found;
  const since = before?.cause === cause ? before.since : today;
  const days = daysBetween(since, today);
  const level = owner === "buyer" ? 1 : 1 + LEVELS.filter((after) => days >= after).length;
  return { cause, owner, level, since };
}
