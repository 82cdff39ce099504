import type { Outcome, Source } from "../ai/model.ts";
import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import type { creating } from "../table/write.ts";
import { Ended } from "./event.ts";
import { percentOf, type Reason, type Result } from "./model.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";

const over = () => conflict("ai_job.over", "This has been stopped or started again meanwhile");

/** Writes a step in between: the message that brought it is not done with it. */
async function step(job: store.Info, change: store.Change): Promise<store.Info> {
  const { idempotency: _inbox, ...own } = Request.use();
  const updatedAt = nowIso();
  await Request.with(own, () =>
    commit({ about: job.jobId, writes: [store.changeWrite(job, change, updatedAt)], events: [], reply: null, refused: over }),
  );
  const { reason: _reason, ...rest } = change;
  return { ...job, ...rest, updatedAt };
}

/** Takes a job in hand; throws `ai_job.over` for one that has ended, was stopped or was started again meanwhile. */
export async function begin({ jobId, run }: { readonly jobId: string; readonly run: number }): Promise<store.Info> {
  const job = await store.find(jobId);
  if (!job || job.run !== run || !process.can(job.status, "begin")) throw over();
  // A message that comes again goes on where the first one was.
  if (job.status === "running") return job;
  return step(job, { status: process.next(job.status, "begin"), percent: percentOf.begun, reason: null });
}

/** The same job as it stands now; throws `ai_job.over` when it is not to be gone on with. */
export async function stillRunning({ jobId, run }: store.Info): Promise<store.Info> {
  const job = await store.find(jobId);
  if (job?.status !== "running" || job.run !== run) throw over();
  return job;
}

/** The model has no room: the job goes back to the queue, to be tried under another key. */
export const waits = (job: store.Info): Promise<store.Info> =>
  step(job, { status: process.next(job.status, "wait"), percent: percentOf.queued, attempts: job.attempts + 1 });

/** Notes that the picture is there and is being looked at; the last thing a message does. */
export const drawn = (job: store.Info): Promise<unknown> =>
  commit({
    about: job.jobId,
    writes: [store.changeWrite(job, { percent: percentOf.drawn }, nowIso())],
    events: [],
    reply: null,
    refused: over,
  });

const endedOf = ({ jobId, task, run }: store.Info, status: "done" | "failed"): DomainEvent => Ended({ jobId, task, run, status });

/** Ends a job without a result. */
export const fails = (job: store.Info, reason: Reason): Promise<unknown> =>
  commit({
    about: job.jobId,
    writes: [store.changeWrite(job, { status: process.next(job.status, "fail"), reason }, nowIso())],
    events: [endedOf(job, "failed")],
    reply: { reason },
    refused: over,
  });

type Finish = {
  readonly result: Result;
  readonly source: Source;
  readonly with?: readonly ReturnType<typeof creating>[];
  readonly events?: readonly DomainEvent[];
};

/** Ends a job with its result, together with what the result is; refused for one that was cancelled, so that nothing of it is kept. */
export const finishes = (job: store.Info, { result, source, with: more = [], events = [] }: Finish): Promise<unknown> =>
  commit({
    about: job.jobId,
    writes: [store.changeWrite(job, { status: process.next(job.status, "finish"), percent: percentOf.done, result, source }, nowIso()), ...more],
    events: [endedOf(job, "done"), ...events],
    reply: null,
    refused: over,
  });

const reasons: Readonly<Partial<Record<Outcome, Reason>>> = {
  busy: "busy",
  timeout: "timeout",
  refused: "refused",
  garbled: "garbled",
  over_budget: "limit",
  over_quota: "limit",
  paused: "paused",
};

/** Why there is nothing, in the words for the job's owner. */
export const reasonOf = (outcome: Outcome): Reason => reasons[outcome] ?? "unavailable";

/** What a later try may get after all, at no cost so far. */
export const isPassing = (outcome: Outcome): boolean => outcome === "busy" || outcome === "unavailable";
