import { isKind } from "../kernel/error.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { Failed } from "./events.ts";
import * as store from "./store.ts";

const WHY = "Something went wrong on our side. What is done stays done; go on, and it begins where it stopped.";

/** Calls a job failed, unless it has gone on meanwhile. */
export async function failOne(job: store.Info, failure = WHY): Promise<void> {
  const { jobId, orgId, next } = job;
  const { idempotency: _inbox, ...own } = Request.use();
  const write = () =>
    commit({
      about: jobId,
      writes: [store.changeWrite(job, { state: "failed", failure, done: next, seen: job.counted }, nowIso())],
      events: [Failed({ jobId, orgId, next })],
      changed: { before: { state: job.state }, after: { state: "failed" } },
      reply: null,
    });
  await Request.with(own, write).catch((error: unknown) => {
    // It went on after all.
    if (!isKind(error, "conflict")) throw error;
  });
}

/** A job whose messages have all been lost stands still this long: longer than a message takes to be given up. */
const STILL_MS = 2 * 3_600_000;

/** Calls those failed that nobody works on any more, and reports how many. */
export async function failStill(): Promise<number> {
  const still = await store.stillSince(new Date(Request.use().now.getTime() - STILL_MS).toISOString());
  for (const job of still) await failOne(job);
  return still.length;
}
