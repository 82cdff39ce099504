import { type CalendarDate, daysBetween } from "../kernel/days.ts";
import { invalid } from "../kernel/error.ts";
import type { Money } from "../kernel/money.ts";
import { banked, type DisplayCurrency, staleAfter } from "./facts.ts";
import type { Rate, RateView } from "./model.ts";

/** A decimal text as a whole number and how many digits stand behind its point. */
function scaled(text: string): { readonly units: bigint; readonly digits: number } {
  const [whole = "0", part = ""] = text.split(".");
  return { units: BigInt(`${whole}${part}`), digits: part.length };
}

/** Digits behind the point of a rate that is computed: the bank publishes five significant ones. */
const DIGITS = 6;

const pointed = (units: bigint, digits: number): string => {
  const text = units.toString().padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** One decimal text by another, rounded half up to six digits behind the point. */
export function divide(a: string, b: string): string {
  const [upper, lower] = [scaled(a), scaled(b)];
  if (lower.units === 0n) throw invalid("exchange.rate", "A rate is more than nothing");
  const top = upper.units * 10n ** BigInt(lower.digits + DIGITS);
  const bottom = lower.units * 10n ** BigInt(upper.digits);
  return pointed((top * 2n + bottom) / (bottom * 2n), DIGITS);
}

/** What the bank publishes: units of each currency for one euro, on a day, and who the file says that it is from. */
export type Published = { readonly on: CalendarDate; readonly source: string; readonly perEuro: Readonly<Record<string, string>> };

/** The bank's rates for one US dollar. Throws `exchange.incomplete` when a currency is missing in the file. */
export function ratesOf({ on, source, perEuro }: Published): Rate[] {
  const dollar = perEuro["USD"];
  return banked.map((currency) => {
    const units = currency === "EUR" ? "1" : perEuro[currency];
    if (dollar === undefined || units === undefined) throw invalid("exchange.incomplete", "The file lacks a currency", { currency });
    return { currency, rate: divide(units, dollar), on, source };
  });
}

/** How far a rate may move in a day's file before a person has to look at it: a fifth. */
const LEAP_PARTS = 5n;

/** Whether a rate is further from the one before than money moves: then the file is not believed. */
export function isLeap(before: Rate | undefined, after: Rate): boolean {
  if (!before) return false;
  const [was, is] = [scaled(before.rate), scaled(after.rate)];
  const [a, b] = [was.units * 10n ** BigInt(is.digits), is.units * 10n ** BigInt(was.digits)];
  return (a > b ? a - b : b - a) * LEAP_PARTS > a;
}

/** Stale by `staleAfter`, counted to the day on which it is looked at. */
export const isStale = ({ on, currency }: Pick<Rate, "on" | "currency">, today: CalendarDate): boolean =>
  daysBetween(on, today) > (banked.includes(currency) ? staleAfter.bank : staleAfter.kept);

export const shown = (rate: Rate, today: CalendarDate): RateView => ({ ...rate, isStale: isStale(rate, today) });

export type Shown = { readonly amount: number; readonly currency: DisplayCurrency };

/** US dollars in another currency's minor units, rounded half up once (away from zero for credits); a figure to read, never one to pay. */
export function convert({ amount }: Pick<Money, "amount">, { currency, rate }: Pick<Rate, "currency" | "rate">): Shown {
  const { units, digits } = scaled(rate);
  const product = BigInt(Math.abs(amount)) * units;
  const whole = 10n ** BigInt(digits);
  const rounded = Number((product * 2n + whole) / (whole * 2n));
  return { amount: amount < 0 ? 0 - rounded : rounded, currency };
}
