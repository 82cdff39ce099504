import { AsyncLocalStorage } from "node:async_hooks";
import type { Units } from "./units.ts";

/** What one request cost at the table: counted, not estimated, so that a rise fails a test. */
export type Tally = {
  requests: number;
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

const fresh = (): Tally => ({ requests: 0, hops: 0, readUnits: 0, writeUnits: 0, indexUnits: 0, bytes: 0, commands: [], open: 0 });

/** Runs the work and counts every request it makes to the table. */
export async function metered<T>(run: (tally: Tally) => Promise<T>): Promise<{ readonly result: T; readonly tally: Tally }> {
  const tally = fresh();
  const result = await storage.run(tally, run, tally);
  return { result, tally };
}

/** The tally as a log line states it. */
export const costOf = ({ requests, hops, readUnits, writeUnits, indexUnits }: Tally) => ({
  requests,
  hops,
  rru: readUnits,
  wru: writeUnits,
  iwru: indexUnits,
});

/** Counts without a callback: every later await of this async context is tallied. */
export function startTally(): Tally {
  const tally = fresh();
  storage.enterWith(tally);
  return tally;
}

/** Notes that a request leaves; requests that leave while another is open belong to the same hop. */
export function sent(command: string, bytes: number): void {
  const tally = storage.getStore();
  if (!tally) return;
  tally.requests += 1;
  tally.bytes += bytes;
  tally.commands.push(command);
  if (tally.open === 0) tally.hops += 1;
  tally.open += 1;
}

/** Notes that an answer came back, with the units it cost. */
export function answered(bytes: number, units: Units): void {
  const tally = storage.getStore();
  if (!tally) return;
  tally.open -= 1;
  tally.bytes += bytes;
  tally.readUnits += units.read;
  tally.writeUnits += units.write;
  tally.indexUnits += units.index;
}
