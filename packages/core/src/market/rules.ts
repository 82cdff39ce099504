import { type Money, usd } from "../kernel/money.ts";
import { type Band, bands, type Figure, MIN_CASES, MIN_OTHERS, MONTHS, MOST_OF_ONE_BPS, type Span } from "./model.ts";

/** The lowest amount of each step: a twentieth above the one before, at least a cent. */
const steps: readonly number[] = (() => {
  const made = [1];
  for (let last = 1; last < 1_000_000;) made.push((last = Math.max(last + 1, Math.ceil((last * 105) / 100))));
  return made;
})();

/** The step of an amount a piece, in cents. */
export const stepOf = (amount: number): number =>
  Math.max(
    0,
    steps.findLastIndex((from) => from <= amount),
  );

/** What a step is told as: its middle. */
export const middleOf = (step: number): Money => {
  const from = steps[step] ?? 1;
  const to = steps[step + 1] ?? from + 1;
  return usd(Math.floor((from + to - 1) / 2));
};

/** The band of a run. */
export function bandOf(quantity: number): Band {
  const place = bands.findLastIndex((from) => from <= quantity);
  return place === 3 ? 3 : place === 2 ? 2 : place === 1 ? 1 : 0;
}

/** A row of counters as it is stored: `p<band>_<step>` cases at a price, `w<band>_<mark>` cases of somebody. */
type Counted = Readonly<Record<string, unknown>>;

/** The counters that one case adds to. */
export const countersOf = ({ amount, quantity, mark }: { readonly amount: number; readonly quantity: number; readonly mark: string }) => {
  const band = bandOf(quantity);
  return { [`p${band}_${stepOf(amount)}`]: 1, [`w${band}_${mark}`]: 1 };
};

const COUNTER = /^([pw])([0-3])_(\w+)$/;

/** Adds up the counters of a kind by their last part, of one band or of all. */
function summed(rows: readonly Counted[], kind: "p" | "w", band: Band | undefined): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, value] of rows.flatMap((row) => Object.entries(row))) {
    const [, which, of, key = ""] = COUNTER.exec(name) ?? [];
    if (which === kind && (band === undefined || Number(of) === band)) sums.set(key, (sums.get(key) ?? 0) + Number(value));
  }
  return sums;
}

/** The step below which so many of a hundred cases are. */
function quantile(cases: readonly (readonly [step: number, many: number])[], total: number, percent: number): Money {
  let seen = 0;
  for (const [step, many] of cases) {
    seen += many;
    if (seen * 100 >= total * percent) return middleOf(step);
  }
  return middleOf(cases.at(-1)?.[0] ?? 0);
}

/**
 * The figure over some rows, of one band or of all; undefined where it would tell of somebody: fewer than five cases, of fewer than
 * five different ones, or with one of them more than half of it.
 */
export function figureOf(rows: readonly Counted[], band?: Band): Figure | undefined {
  const whose = [...summed(rows, "w", band).values()];
  const prices = [...summed(rows, "p", band)].map(([step, many]) => [Number(step), many] as const).toSorted(([a], [b]) => a - b);
  const cases = prices.reduce((all, [, many]) => all + many, 0);
  const isOfMany = cases >= MIN_CASES && whose.length >= MIN_OTHERS && Math.max(...whose) * 10_000 <= cases * MOST_OF_ONE_BPS;
  if (!isOfMany) return undefined;
  return { cases, low: quantile(prices, cases, 25), median: quantile(prices, cases, 50), high: quantile(prices, cases, 75) };
}

/** One's own cases, which nothing is withheld of. */
export function ownOf(rows: readonly Counted[]): { readonly cases: number; readonly median: Money } | undefined {
  const prices = [...summed(rows, "p", undefined)].map(([step, many]) => [Number(step), many] as const).toSorted(([a], [b]) => a - b);
  const cases = prices.reduce((all, [, many]) => all + many, 0);
  return cases === 0 ? undefined : { cases, median: quantile(prices, cases, 50) };
}

const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

/** The last twelve months that are over: one that still runs would tell of each case as it comes. */
export function spanAt(today: string): Span {
  const current = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return { from: monthAt(current - MONTHS), to: monthAt(current - 1) };
}

/** The months of a span, first to last. */
export function monthsOf({ from, to }: Span): readonly string[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: index(to) - index(from) + 1 }, (_, at) => monthAt(index(from) + at));
}
