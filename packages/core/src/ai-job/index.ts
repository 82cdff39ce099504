import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { ownerIdOf } from "../kernel/actor.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import type { creating } from "../table/write.ts";
import { Asked, Ended } from "./event.ts";
import { type JobView, percentOf, Task } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";
import { isStalled, viewOf } from "./view.ts";

export { JobView, Task } from "./model.ts";
export { Asked, Ended } from "./event.ts";
export type { Info } from "./store.ts";
export { find } from "./store.ts";
export { begin, drawn, fails, finishes, isPassing, reasonOf, stillRunning, waits } from "./work.ts";

/** A new job's writes and events, for the action that has checked that its caller may have this done. */
export function opening(asked: Omit<store.NewJob, "jobId">): {
  readonly view: JobView;
  readonly writes: ReturnType<typeof creating>[];
  readonly events: DomainEvent[];
} {
  const job = store.newJob({ ...asked, jobId: newId("job") }, nowIso());
  const { jobId, task, run } = job;
  return { view: viewOf(job, nowIso()), writes: [store.createWrite(job)], events: [Asked({ jobId, task, run })] };
}

const ById = z.strictObject({ jobId: id("job") });

async function load({ jobId }: { readonly jobId: string }) {
  const job = await store.find(jobId);
  return job && { ...job, supplierId: job.ownerId };
}

/** How far a job is, and what came of it. */
export const get = action({ name: "ai_job.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) =>
  viewOf(record, nowIso()),
);

const Listing = PageQuery.extend({ task: Task.optional(), subjectId: z.string().max(60).optional() });

/** The jobs of the caller's organisation, of one task where it is said, newest first. */
export const list = action(
  { name: "ai_job.list", effect: "read", input: Listing, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<JobView>> => {
    const ownerId = ownerIdOf(actor);
    if (!ownerId) throw forbidden("ai_job.list.forbidden", "You are not allowed to list these");
    const page = await store.listOf(ownerId, input, input);
    return { ...page, items: page.items.map((job) => viewOf(job, nowIso())) };
  },
);

const moved = () => conflict("ai_job.moved", "This has gone on while you were looking at it; look again");

/** Stops a job that has not ended: what the model may still send of it is not kept. */
export const cancel = action({ name: "ai_job.cancel", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { jobId, task, run } = record;
  const status = process.next(record.status, "cancel");
  return commit({
    about: jobId,
    writes: [store.cancelWrite(record, nowIso())],
    events: [Ended({ jobId, task, run, status: "cancelled" })],
    changed: { before: { status: record.status }, after: { status } },
    reply: viewOf({ ...record, status }, nowIso()),
    refused: moved,
  });
});

/** Starts a job once more that failed, was stopped or stood still. */
export const again = action({ name: "ai_job.again", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { jobId, task } = record;
  const status = isStalled(record, nowIso()) ? "queued" : process.next(record.status, "again");
  const change = { status, percent: percentOf.queued, run: record.run + 1, attempts: 0 } as const;
  const { reason: _reason, ...rest } = record;
  return commit({
    about: jobId,
    writes: [store.changeWrite(record, { ...change, reason: null }, nowIso())],
    events: [Asked({ jobId, task, run: change.run })],
    changed: { before: { status: record.status }, after: { status } },
    reply: viewOf({ ...rest, ...change, updatedAt: nowIso() }, nowIso()),
    refused: moved,
  });
});
