import { AsyncLocalStorage } from "node:async_hooks";
import type { Units } from "./units.ts";

/** What one request cost at the table: counted, not estimated, so that a rise fails a test. */
export type Tally = {
  requests: number;
  /** Attempts that met another transaction and were made again; they stand by themselves, since they are the others' doing. */
  contended: number;
  /** Transactions whose guard did not hold; what follows one is not the work, but finding out who did it. */
  refused: number;
  /** Requests that read the whole table; nothing of ours may. */
  scans: number;
  /** Requests that had to wait for an earlier one: the length of the longest chain. */
  hops: number;
  /** Read units as the service reports them. */
  readUnits: number;
  /** Write units of items; those of transactions are `units.ts`'s. */
  writeUnits: number;
  /** Write units of indexes, as the service reports them. */
  indexUnits: number;
  bytes: number;
  commands: string[];
  open: number;
};

const storage = new AsyncLocalStorage<Tally>();

const fresh = (): Tally => ({
  requests: 0,
  contended: 0,
  refused: 0,
  scans: 0,
  hops: 0,
  readUnits: 0,
  writeUnits: 0,
  indexUnits: 0,
  bytes: 0,
  commands: [],
  open: 0,
});

/** Runs the work and counts every request it makes to the table. */
export async function metered<T>(run: (tally: Tally) => Promise<T>): Promise<{ readonly result: T; readonly tally: Tally }> {
  const tally = fresh();
  const result = await storage.run(tally, run, tally);
  return { result, tally };
}

/** The tally as a log line states it; what hardly ever happens only when it has. */
export const costOf = ({ requests, hops, readUnits, writeUnits, indexUnits, contended, refused, scans }: Tally) => ({
  requests,
  hops,
  rru: readUnits,
  wru: writeUnits,
  iwru: indexUnits,
  ...(contended > 0 ? { contended } : {}),
  ...(refused > 0 ? { refused } : {}),
  ...(scans > 0 ? { scans } : {}),
});

/** Counts without a callback: every later await of this async context is tallied. */
export function startTally(): Tally {
  const tally = fresh();
  storage.enterWith(tally);
  return tally;
}

/** A request that has left; `isHop` when it was the first of a hop. */
export type Sent = { readonly tally: Tally; readonly isHop: boolean };

/** Notes that a request leaves; requests that leave while another is open belong to the same hop. */
export function sent(command: string, bytes: number): Sent | undefined {
  const tally = storage.getStore();
  if (!tally) return undefined;
  const isHop = tally.open === 0;
  tally.requests += 1;
  tally.bytes += bytes;
  tally.commands.push(command);
  if (command === "ScanCommand") tally.scans += 1;
  if (isHop) tally.hops += 1;
  tally.open += 1;
  return { tally, isHop };
}

/** Notes that an answer came back, with the units it cost. */
export function answered(request: Sent | undefined, bytes: number, units: Units): void {
  if (!request) return;
  const { tally } = request;
  tally.open -= 1;
  tally.bytes += bytes;
  tally.readUnits += units.read;
  tally.writeUnits += units.write;
  tally.indexUnits += units.index;
}

/** Notes that the guard of a transaction did not hold. */
export function refused(request: Sent | undefined, units: Units): void {
  answered(request, 0, units);
  if (request) request.tally.refused += 1;
}

/** Notes that a request met another transaction and did nothing: it counts as an attempt, and as no request of the work. */
export function contended(request: Sent | undefined): void {
  if (!request) return;
  const { tally, isHop } = request;
  tally.open -= 1;
  tally.contended += 1;
  tally.requests -= 1;
  if (isHop) tally.hops -= 1;
}
