import * as z from "zod";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { History } from "../production/forecast.ts";
import { StageKey } from "../production/model.ts";
import { keyOf, type Place } from "../table/plain-row.ts";
import { adding } from "../table/sum-row.ts";
import { readTogether } from "../table/together.ts";
import { type Counts, noCounts } from "./rules.ts";

/**
 * The row of a supplier's numbers, beside its record, which people change: it is written by the transactions of orders and ratings,
 * and by the supplier only where it sets the total of a week.
 */
export type Figures = {
  readonly counts: Counts;
  /** Pieces booked by accepted orders, and totals the supplier has set, by the Monday of the week. */
  readonly booked: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, number>>;
  /** What finished stages took of their planned days, as `production/forecast.ts` reckons it. */
  readonly history: History;
};

export const noFigures: Figures = { counts: noCounts, booked: {}, totals: {}, history: {} };

const placeOf = (orgId: string): Place => ({ entity: "supplier-figures", partition: { orgId }, sort: {} });

/** The read of the row, to go with others in one request. */
export const figuresGet = (orgId: string) => ({ params: () => ({ Key: keyOf(placeOf(orgId)) }) });

const count = z.number().default(0);
const CountsIn = z.object({
  passed: count,
  onTime: count,
  inspected: count,
  answers: count,
  answerMinutes: count,
  ratingSum: count,
  ratingCount: count,
});

const BOOKED = "booked.";
const TOTAL = "total.";
const TOOK = "took.";
const TOOK_SUM = "took-sum.";
/** Sums are kept whole, in thousandths. */
const SCALE = 1_000;

type Row = Readonly<Record<string, unknown>>;

const under = (row: Row, prefix: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), Number(value)]] : [])));

function historyIn(row: Row): History {
  const sums = under(row, TOOK_SUM);
  return Object.fromEntries(
    Object.entries(under(row, TOOK)).flatMap(([name, many]) => {
      const key = StageKey.safeParse(name).data;
      return key ? [[key, { count: many, sum: (sums[name] ?? 0) / SCALE }] as const] : [];
    }),
  );
}

/** The numbers in a row, all nought where there is none yet. */
export function figuresIn(row: Row | undefined): Figures {
  if (!row) return noFigures;
  return {
    counts: CountsIn.parse(row),
    booked: under(row, BOOKED),
    totals: under(row, TOTAL),
    history: historyIn(row),
  };
}

/** The numbers of these suppliers, at their places, in one request; at most a hundred. */
export async function readFigures(orgIds: readonly string[]): Promise<readonly Figures[]> {
  if (orgIds.length === 0) return [];
  return (await readTogether(orgIds.map(figuresGet), { isStrong: false })).map(figuresIn);
}

/** Counts a deed, and books pieces by week, in the transaction of the deed. One for each supplier and transaction. */
export const countWrite = (orgId: string, counts: Partial<Counts>, booked: Figures["booked"] = {}): TransactWriteItem =>
  adding(placeOf(orgId), {
    ...Object.fromEntries(Object.entries(counts).filter(([, by]) => by !== 0)),
    ...Object.fromEntries(Object.entries(booked).map(([week, pieces]) => [`${BOOKED}${week}`, pieces])),
  });

/** Counts what a finished stage took of its planned days, as a logarithm, in the transaction of the report. */
export const tookWrite = (orgId: string, { key, took }: { readonly key: StageKey; readonly took: number }): TransactWriteItem =>
  adding(placeOf(orgId), { [`${TOOK}${key}`]: 1, [`${TOOK_SUM}${key}`]: Math.round(took * SCALE) });

/** Sets how many pieces a week has room for. */
export const totalWrite = (orgId: string, week: string, pieces: number): TransactWriteItem =>
  adding(placeOf(orgId), {}, { [`${TOTAL}${week}`]: pieces });
