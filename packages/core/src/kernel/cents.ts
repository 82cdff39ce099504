import { invalid } from "./error.ts";

/** An amount in minor units (cents); `money.ts` has its schema. */
type Money = { amount: number; currency: "USD" };

/** One whole in basis points. */
export const WHOLE_BPS = 10_000;

const checked = (amount: number): number => {
  if (!Number.isSafeInteger(amount)) throw invalid("money.range", "The amount is outside what can be counted exactly");
  // Zero has one form: a negative zero would be equal in value and differ in every comparison of records.
  return amount + 0;
};

/** Cents of US dollars; throws `money.range` for fractions and for amounts past 2^53. */
export const usd = (amount: number): Money => ({ amount: checked(amount), currency: "USD" });

export const zero: Money = usd(0);

export const add = (a: Money, b: Money): Money => usd(a.amount + b.amount);
export const subtract = (a: Money, b: Money): Money => usd(a.amount - b.amount);
export const negate = (money: Money): Money => usd(0 - money.amount);

/** The exact sum; an empty list is zero. */
export const sum = (amounts: readonly Money[]): Money => amounts.reduce(add, zero);

/** A whole number of the same amount. */
export function times(money: Money, count: number): Money {
  checked(count);
  return usd(checked(money.amount * count));
}

/**
 * A share in basis points, rounded half up (away from zero for credits) to the cent, as an invoice would print it.
 * Counted in big integers, so that no product leaves the exact range on its way.
 */
export function applyBps(money: Money, bps: number): Money {
  const product = BigInt(money.amount) * BigInt(checked(bps));
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude + 5_000n) / 10_000n;
  return usd(Number(product < 0n ? -rounded : rounded));
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export const compare = (a: Money, b: Money): number => a.amount - b.amount;

/** US dollars with sign, grouping and cents, for mails and documents: `US$1,240.00`. */
export const formatMoney = (money: Money): string => {
  const absolute = Math.abs(money.amount);
  const units = Math.trunc(absolute / 100).toLocaleString("en-US");
  return `${money.amount < 0 ? "−" : ""}US$${units}.${String(absolute % 100).padStart(2, "0")}`;
};
