import { Request } from "../kernel/request.ts";
import { swept } from "../kernel/swept.ts";
import { commit } from "../table/commit.ts";
import { nothingSpent } from "./model.ts";
import { heldSince, type Hold, releaseWrite, usageWrite } from "./store.ts";

/** No call takes longer than a task's cap of a minute, twice. */
const GRACE_MS = 600_000;

/** Nobody knows what a call cost that was never settled: the worst case is what the budgets hold, so that is what is written down. */
async function writeDown({ holdId, key, worstMicros, ...lost }: Hold): Promise<void> {
  const usage = { ...lost, key: `${key}#${holdId}`, subjectId: lost.subjectId, outcome: "lost" as const, reason: undefined };
  const writes = [usageWrite({ ...usage, spent: { ...nothingSpent, costMicros: worstMicros } }), releaseWrite({ holdId })];
  await commit({ about: key, writes, events: [], reply: {} });
}

/**
 * Settles the calls during which something of ours ended: each becomes a row of usage with the worst it can have cost, which the budgets
 * have held all along. Gives how many there were.
 */
export async function settleLost(): Promise<number> {
  const { now } = Request.use();
  const lost = await heldSince(new Date(now.getTime() - GRACE_MS).toISOString());
  let settled = 0;
  for (const one of lost) settled += await swept(writeDown(one));
  return settled;
}
