import * as z from "zod";

/** An absolute web address; any other scheme is refused before it can become a link. */
export const Link = z.url({ protocol: /^https?$/ }).max(2_000);

/** A calendar date, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A name, title or number that somebody typed: one line, never empty. */
export const Line = z.string().min(1).max(200);

/** Longer text that somebody typed; its line breaks are kept. */
export const Text = z.string().min(1).max(4_000);

export const Count = z.int().min(0);

const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A calendar date as people write it: `Tue, 14 Oct 2025` without the comma. */
export const formatDay = (on: string): string => day.format(new Date(`${on}T00:00:00Z`)).replace(",", "");

const nearDay = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** A calendar date of the weeks around the mail, without its year: `Tue 14 Oct`. */
export const formatNearDay = (on: string): string => nearDay.format(new Date(`${on}T00:00:00Z`)).replace(",", "");

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A whole number with grouping: `1,200`. */
export const formatCount = (count: number): string => whole.format(count);

/** `1 piece`, `500 pieces`. */
export const pieces = (count: number): string => `${formatCount(count)} ${count === 1 ? "piece" : "pieces"}`;

/** `1 photo`, `3 photos`: a count with its noun, which takes an s. */
export const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;

/** RFC 5322 asks for lines under 78 characters, and mail lists cut there anyway. */
export const MAX_SUBJECT = 78;

/** One line of at most 78 characters: line breaks and control characters can not reach a mail header. */
export function fitSubject(subject: string): string {
  const line = subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const characters = Array.from(line);
  return characters.length <= MAX_SUBJECT
    ? line
    : `${characters
        .slice(0, MAX_SUBJECT - 1)
        .join("")
        .trimEnd()}…`;
}
