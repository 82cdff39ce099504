import { addDays, type CalendarDate, daysBetween, isWorkingDay, weekday } from "../kernel/calendar.ts";
import { WHOLE_BPS } from "../kernel/money.ts";

/** A name for the address bar: what of the company's name is Latin letters and figures, with the end of the id so that two alike never meet. */
export function slugFor(name: string, orgId: string): string {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return `${words || "supplier"}-${orgId.slice(-6)}`;
}

/** What is counted of a supplier's work; every number moves in the transaction of the deed it counts. */
export type Counts = {
  /** Orders whose goods passed inspection, and how many of them on or before the promised day. */
  readonly passed: number;
  readonly onTime: number;
  /** Inspections, passed or not. */
  readonly inspected: number;
  /** Offers that were answered or lapsed, and the minutes they waited, added up. */
  readonly answers: number;
  readonly answerMinutes: number;
  /** Points of three questions, 1 to 5 each, added up over all ratings. */
  readonly ratingSum: number;
  readonly ratingCount: number;
};

export const noCounts: Counts = { passed: 0, onTime: 0, inspected: 0, answers: 0, answerMinutes: 0, ratingSum: 0, ratingCount: 0 };

/** How each figure of the scorecard comes about, in the words that stand beside it. */
export const formulas = {
  onTime: "Orders whose goods passed inspection on or before the promised day, out of all orders whose goods passed.",
  quality: "Inspections that were passed, out of all inspections.",
  response: "The mean time from an offer to the answer; an offer that lapsed counts with all the time until it was taken back.",
  rating: "The mean of quality, communication and delivery, 1 to 5 each, over all ratings by buyers of completed orders.",
} as const;

/** Questions of a rating. */
export const QUESTIONS = 3;

/** The mean of so many ratings in hundredths of a point, rounded down; undefined before the first. */
export const meanRating = ({ ratingSum, ratingCount }: Pick<Counts, "ratingSum" | "ratingCount">): number | undefined =>
  ratingCount === 0 ? undefined : Math.floor((ratingSum * 100) / (QUESTIONS * ratingCount));

const share = (part: number, of: number) => (of === 0 ? { of } : { bps: Math.floor((part * WHOLE_BPS) / of), of });

/**
 * The scorecard: each figure with how many deeds it is made of, and without the figure where there is none yet. Shares in basis
 * points, the response in minutes, the rating in hundredths of a point, all rounded down.
 */
export function scorecardOf(counts: Counts) {
  const { passed, onTime, inspected, answers, answerMinutes, ratingCount } = counts;
  const rating = meanRating(counts);
  return {
    onTime: share(onTime, passed),
    quality: share(passed, inspected),
    response: answers === 0 ? { of: 0 } : { minutes: Math.floor(answerMinutes / answers), of: answers },
    rating: rating === undefined ? { of: 0 } : { hundredths: rating, of: ratingCount },
  };
}

/** Deeds that every supplier is taken to have done before its first, and how well: one bad day at the start does not end it. */
const ASSUMED = 3;
const ASSUMED_BPS = 7_500;

/** A share as the ranking takes it: the counted deeds and three assumed ones of which three in four went well; basis points. */
export const rankedBps = (part: number, of: number): number => Math.floor((part * WHOLE_BPS + ASSUMED * ASSUMED_BPS) / (of + ASSUMED));

const SUNDAY = 7;

/** The Monday of the week of a date; a week of capacity is named by it. */
export const weekOf = (on: CalendarDate): CalendarDate => addDays(on, 1 - (weekday(on) || SUNDAY));

export type Span = { readonly startOn: CalendarDate; readonly dueOn: CalendarDate };

/**
 * The pieces of an order by week: spread evenly over the working days of its making, from the first making stage's start to the last
 * one's due day as planned at acceptance. Exactly the quantity in sum; whole pieces, the remainder in the later weeks.
 */
export function bookingsOf(quantity: number, { startOn, dueOn }: Span): Readonly<Record<string, number>> {
  const all = Array.from({ length: Math.max(1, daysBetween(startOn, dueOn) + 1) }, (_, at) => addDays(startOn, at));
  const working = all.filter((day) => isWorkingDay(day));
  const days = working.length > 0 ? working : [startOn];
  const made = (until: number) => Math.floor((quantity * until) / days.length);
  const weeks = new Map<string, number>();
  for (const [at, day] of days.entries()) weeks.set(weekOf(day), (weeks.get(weekOf(day)) ?? 0) + made(at + 1) - made(at));
  return Object.fromEntries([...weeks].filter(([, pieces]) => pieces > 0));
}

/** Weeks of capacity that are shown and can be set, this one first. */
export const WEEKS_SHOWN = 12;
/** Weeks over which the ranking takes the mean of what is booked: about the longest lead time. */
const WEEKS_RANKED = 8;

export const weeksFrom = (on: CalendarDate, count: number = WEEKS_SHOWN): readonly CalendarDate[] =>
  Array.from({ length: count }, (_, at) => addDays(weekOf(on), 7 * at));

type ByWeek = Readonly<Record<string, number>>;
type Capacity = { readonly weekly: number; readonly totals: ByWeek; readonly booked: ByWeek };

/** One week: the pieces it has room for, those booked by orders, and the rest; a week that was set keeps its own total. */
export function weekOfCapacity({ weekly, totals, booked }: Capacity, week: CalendarDate) {
  const total = totals[week] ?? weekly;
  const taken = booked[week] ?? 0;
  return { weekOn: week, total, booked: taken, free: Math.max(0, total - taken) };
}

/** Pieces booked in the mean week of the next eight, rounded up; what the ranking takes for a supplier's load. */
export function meanBooked(booked: ByWeek, today: CalendarDate): number {
  const sum = weeksFrom(today, WEEKS_RANKED).reduce((pieces, week) => pieces + (booked[week] ?? 0), 0);
  return Math.ceil(sum / WEEKS_RANKED);
}

const bands = [1_000, 2_500, 5_000, 10_000] as const;

/** How much a supplier can make in a week, as roughly as the public is told: the band's ends in pieces, the last one open. */
export function bandOf(weekly: number): { readonly from: number; readonly to?: number } {
  const to = bands.find((end) => weekly <= end);
  const from = bands.findLast((end) => weekly > end);
  return { from: from === undefined ? 1 : from + 1, ...(to === undefined ? {} : { to }) };
}

/** A certificate is good up to and with its last day. */
export const isExpired = (expiresOn: CalendarDate, today: CalendarDate): boolean => expiresOn < today;
