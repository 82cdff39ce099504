import { invalid } from "./error.ts";

const DAY = 86_400_000;

/** A calendar date without time or zone, `YYYY-MM-DD`; `calendar.ts` has its schema. */
export type CalendarDate = string;

/** Whether a text is a calendar date: 30 February, which JavaScript reads as a day in March, is none. */
export function isDate(on: string): on is CalendarDate {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(on) ? Date.parse(on) : NaN;
  return !Number.isNaN(at) && dateOf(new Date(at)) === on;
}

function toDay(on: CalendarDate): number {
  if (!isDate(on)) throw invalid("calendar.date", "That is not a calendar date", { on });
  return Date.parse(on) / DAY;
}

const fromDay = (day: number): CalendarDate => new Date(day * DAY).toISOString().slice(0, 10);

/** The date so many calendar days later, or earlier when negative; throws `calendar.date`. */
export const addDays = (on: CalendarDate, days: number): CalendarDate => fromDay(toDay(on) + days);

/** Calendar days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDay(to) - toDay(from);

/** The UTC calendar date of an instant. */
export const dateOf = (instant: Date | string): CalendarDate => new Date(instant).toISOString().slice(0, 10);

/** The last instant of a day. */
export const endOfDay = (on: CalendarDate): string => `${on}T23:59:59.999Z`;

/** Day of the week, 0 is Sunday; 1 January 1970 was a Thursday. */
export const weekday = (on: CalendarDate): number => (((toDay(on) + 4) % 7) + 7) % 7;

const FRIDAY = 5;

/**
 * True on the six working days of a garment factory in Bangladesh: every day but Friday, the weekly holiday that
 * section 103 of the Labour Act 2006 grants, which the trade takes on Fridays. Festival days differ from year to year
 * and are passed in as holidays.
 */
export const isWorkingDay = (on: CalendarDate, holidays: readonly CalendarDate[] = []): boolean => weekday(on) !== FRIDAY && !holidays.includes(on);

/** The date itself when it is a working day, else the next one. */
export function workingDayFrom(on: CalendarDate, holidays: readonly CalendarDate[] = []): CalendarDate {
  let day = on;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The last of so many working days when work starts on that date: one day of work started on a Saturday ends that Saturday. */
export function endOfWork(startOn: CalendarDate, days: number, holidays: readonly CalendarDate[] = []): CalendarDate {
  let day = workingDayFrom(startOn, holidays);
  for (let done = 1; done < days; done += 1) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}
