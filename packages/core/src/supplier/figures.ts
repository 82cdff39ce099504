import * as z from "zod";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
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
};

export const noFigures: Figures = { counts: noCounts, booked: {}, totals: {} };

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

type Row = Readonly<Record<string, unknown>>;

const under = (row: Row, prefix: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), Number(value)]] : [])));

/** The numbers in a row, all nought where there is none yet. */
export function figuresIn(row: Row | undefined): Figures {
  if (!row) return noFigures;
  return {
    counts: CountsIn.parse(row),
    booked: under(row, BOOKED),
    totals: under(row, TOTAL),
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

/** Sets how many pieces a week has room for. */
export const totalWrite = (orgId: string, week: string, pieces: number): TransactWriteItem =>
  adding(placeOf(orgId), {}, { [`${TOTAL}${week}`]: pieces });
