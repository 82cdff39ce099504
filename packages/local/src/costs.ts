import type { LogLine } from "./lambda.ts";
import * as z from "zod";

/** What one answer, or one message of a queue, took from the table; attempts that met another transaction are not among it. */
export type Cost = { readonly requests: number; readonly hops: number; readonly readUnits: number; readonly writeUnits: number };

const Database = z.object({ refused: z.int().default(0), requests: z.int(), hops: z.int(), rru: z.number(), wru: z.number(), iwru: z.number() });
const Line = z.object({
  data: z.union([
    z.object({ op: z.string(), status: z.int(), db: Database }),
    z.object({ queue: z.string(), outcome: z.literal("done"), db: Database }),
  ]),
});

/** DynamoDB Local doubles index units inside transactions; an index is written once, after the transaction. */
const INDEX_SHARE = 0.5;

function parse(line: string): z.output<typeof Line>["data"] | undefined {
  if (!line.includes('"db":')) return undefined;
  const parsed = Line.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.data : undefined;
}

/**
 * What a line says that somebody took who did their work, by operation id or queue. A call whose transaction was refused found the
 * work done, by itself before or by a faster one: what it took then is another story.
 */
export function costIn({ line }: LogLine): { readonly name: string; readonly cost: Cost } | undefined {
  const data = parse(line);
  if (!data || data.db.refused > 0 || ("status" in data && data.status >= 400)) return undefined;
  const { requests, hops, rru, wru, iwru } = data.db;
  return { name: "op" in data ? data.op : data.queue, cost: { requests, hops, readUnits: rru, writeUnits: wru + iwru * INDEX_SHARE } };
}

/** Costs of everything that did its work, by operation id or queue, from what the functions logged. */
export function costsIn(lines: readonly LogLine[]): ReadonlyMap<string, readonly Cost[]> {
  const costs = new Map<string, Cost[]>();
  for (const line of lines) {
    const found = costIn(line);
    if (found) costs.set(found.name, [...(costs.get(found.name) ?? []), found.cost]);
  }
  return costs;
}

const Scanning = z.object({ data: z.object({ op: z.string().optional(), queue: z.string().optional(), db: z.object({ scans: z.int() }) }) });

/** Operation ids and queues of everything, also of what was refused, that read the whole table. */
export const scansIn = (lines: readonly LogLine[]): readonly string[] =>
  lines
    .filter(({ line }) => line.includes('"scans":'))
    .flatMap(({ line }) => {
      const { success, data } = Scanning.safeParse(JSON.parse(line));
      return success ? [data.data.op ?? data.data.queue ?? "unknown"] : [];
    });

/** The middle one of some figures, the lower of two. */
export const median = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? 0;

const reduce = (costs: readonly Cost[], pick: (figures: readonly number[]) => number): Cost => ({
  requests: pick(costs.map(({ requests }) => requests)),
  hops: pick(costs.map(({ hops }) => hops)),
  readUnits: pick(costs.map(({ readUnits }) => readUnits)),
  writeUnits: pick(costs.map(({ writeUnits }) => writeUnits)),
});

/** What an operation takes as a rule. */
export const typical = (costs: readonly Cost[]): Cost => reduce(costs, median);

/** The most of each that any one took. */
export const largest = (costs: readonly Cost[]): Cost => reduce(costs, (figures) => Math.max(...figures));
