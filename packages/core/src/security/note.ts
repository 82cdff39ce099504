import { indexes } from "../table/keys.ts";
import { indexKeys, type Place } from "../table/plain-row.ts";
import { raise, tally } from "../table/tally-row.ts";
import { memoOf } from "./memo.ts";
import type { Kind, Severity } from "./model.ts";
import { firstTold, rankOf, severityOf } from "./rules.ts";

// Every function of the API writes these rows, also those that have no entities of their own, so they are made without ElectroDB.

/** Days for which what happened can be looked at. */
const KEPT_DAYS = 90;

type Noted = { readonly kind: Kind; readonly who: string; readonly what: string; readonly by: number };

const placeOf = (kind: Kind, who: string, window: string): Place => ({ entity: "security-event", partition: { kind, who }, sort: { window } });

const keysIn = (index: { readonly partition: string; readonly sort: string }, [partition, sort]: readonly [string, string]) => ({
  [index.partition]: partition,
  [index.sort]: sort,
});

/** Counts, and says how bad it is by now, and whether that is worse than before. */
async function add({ kind, who, what, by }: Noted, now: Date): Promise<{ readonly severity: Severity; readonly isWorse: boolean }> {
  const at = now.toISOString();
  const window = at.slice(0, 13);
  const day = at.slice(0, 10);
  const place = placeOf(kind, who, window);
  const ttl = Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400;
  const byDay = keysIn(indexes.feed, indexKeys("security", { ...place, partition: { day }, sort: { firstAt: at } }));
  const row = await tally(place, { by, set: { what, lastAt: at }, once: { kind, who, window, day, firstAt: at, ttl, ...byDay } });
  const severity = severityOf(kind, Number(row["count"]));
  if (row["severity"] === severity) return { severity, isWorse: false };
  const bySeverity = indexKeys("security", { ...place, partition: { severity }, sort: { firstAt: String(row["firstAt"]) } });
  return { severity, isWorse: await raise(place, { field: "rank", to: rankOf(severity) }, { severity, ...keysIn(indexes.queue, bySeverity) }) };
}

const memo = memoOf();

export type Sign = { readonly kind: Kind; readonly who: string; readonly what: string };
export type Told = { readonly kind: Kind; readonly severity: Severity };

/**
 * Notes what callers bring about. However often it happens a container writes only at every doubling, so that whoever attacks costs us
 * the logarithm of their effort. Gives what has become worse by it, if anything.
 */
export async function notice({ kind, who, what }: Sign, now: Date): Promise<Told | undefined> {
  const due = memo.add({ kind, who, window: now.toISOString().slice(0, 13), first: firstTold[kind] });
  return due.by === 0 ? undefined : record({ kind, who: due.who, what, by: due.by }, now);
}

/** Counts what was counted before it came here, event by event. */
export async function record(noted: Noted, now: Date): Promise<Told | undefined> {
  const { severity, isWorse } = await add(noted, now);
  return isWorse ? { kind: noted.kind, severity } : undefined;
}
