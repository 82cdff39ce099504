import { type Money, usd, WHOLE_BPS } from "../kernel/money.ts";
import type { LineInputs, LineKey, QuoteLine } from "./model.ts";

/**
 * Amounts are exact until the end: one cent is 10^40, so that ten rates in basis points multiply without a remainder,
 * in whatever order.
 */
export const CENT = 10n ** 40n;

/** A part of a price before rounding. */
export type Part = {
  readonly key: LineKey;
  readonly label: string;
  readonly ruleId: string;
  readonly inputs: LineInputs;
  readonly exact: bigint;
};

export const cents = (amount: number): bigint => CENT * BigInt(amount);

export const factor = (exact: bigint, bps: number): bigint => (exact * BigInt(bps)) / BigInt(WHOLE_BPS);

export const total = (parts: readonly Part[]): bigint => parts.reduce((sum, { exact }) => sum + exact, 0n);

/** Half up to the cent; running totals of a quote are never negative. */
export const toCents = (exact: bigint): number => Number((exact + CENT / 2n) / CENT);

/** A quotient rounded half up, for showing an average. */
export const average = (money: Money, pieces: number): Money => usd(Number((BigInt(money.amount) * 2n + BigInt(pieces)) / (BigInt(pieces) * 2n)));

/**
 * The exact total is rounded half up to the cent, once. A line is the difference of two rounded running totals, so the
 * lines add up to the total by construction and none is a cent or more away from its exact value.
 */
export function linesOf(parts: readonly Part[], bookVersion: number): QuoteLine[] {
  let running = 0n;
  return parts.map(({ exact, ...line }) => {
    const before = toCents(running);
    running += exact;
    return { ...line, bookVersion, amount: usd(toCents(running) - before) };
  });
}
