/*
 * How time is written; arithmetic with calendar dates is core's `kernel/calendar`.
 * Two kinds of time, never mixed: instants (`...At`, ISO with zone) and calendar dates (`...On`, `YYYY-MM-DD`).
 * A calendar date is formatted in UTC from its own parts, so it is the same day for every reader.
 */
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** The UTC midnight of a calendar date; only for arithmetic and formatting in this file. Throws on anything else. */
function utc(date: string): Date {
  if (!pattern.test(date)) throw new RangeError(`${date} is not a calendar date`);
  return new Date(`${date}T00:00:00Z`);
}

const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", options);
const dayFormat = intl({ timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
const dayYearFormat = intl({ timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const shortFormat = intl({ timeZone: "UTC", day: "numeric", month: "short" });
const instantFormat = intl({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const zonedFormat = intl({ dateStyle: "full", timeStyle: "long" });

/** `14 Oct 2026` */
export const formatDate = (date: string): string => dayYearFormat.format(utc(date));
/** `14 Oct`, where the year is plain from its surroundings */
export const formatShortDate = (date: string): string => shortFormat.format(utc(date));
/** `Wed 14 Oct` */
export const formatWeekday = (date: string): string => dayFormat.format(utc(date));
/** `14 Oct 2026, 09:30` in the reader's zone */
export const formatInstant = (at: string): string => instantFormat.format(new Date(at));
/** The full instant with its zone, for the title of a `<time>`. */
export const formatInstantLong = (at: string): string => zonedFormat.format(new Date(at));

/** The calendar date of an instant in the reader's own zone. */
export function dateOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** How long ago, in the largest unit that fits: `12 seconds ago`, `3 days ago`, `in 2 hours`. */
export function formatAgo(at: string, now: Date): string {
  const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
  if (size < 60) return relative.format(seconds, "second");
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), "hour");
  return relative.format(Math.trunc(seconds / 86_400), "day");
}
