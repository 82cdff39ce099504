import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { Source } from "../ai/model.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import { keptDays } from "../privacy/retention.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { percentOf, Reason, Result, Status, Task } from "./model.ts";

const JobRow = entity({
  model: { entity: "ai-job", version: "1", service: SERVICE },
  attributes: {
    jobId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    task: { type: Task.options, required: true },
    subjectId: { type: "string", required: true },
    status: { type: Status.options, required: true },
    percent: { type: "number", required: true },
    /** How often it was started by its owner, and how often in this start the model had no room. */
    run: { type: "number", required: true },
    attempts: { type: "number", required: true },
    /** What it was asked with, as the task takes it. */
    input: { type: "any", required: true },
    source: { type: Source.options },
    reason: { type: Reason.options },
    result: { type: "any" },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["jobId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byOwner: {
      index: keys.byOwner.index,
      scope: "ai-job",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["task", "subjectId", "createdAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  jobId: z.string(),
  ownerId: z.string(),
  task: Task,
  subjectId: z.string(),
  status: Status,
  percent: z.number(),
  run: z.number(),
  attempts: z.number(),
  input: z.unknown(),
  source: Source.optional(),
  reason: Reason.optional(),
  result: Result.optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Info = z.infer<typeof Stored>;

export async function find(jobId: string): Promise<Info | undefined> {
  const { data } = await JobRow.get({ jobId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

export type NewJob = Pick<Info, "jobId" | "ownerId" | "task" | "subjectId" | "input">;

export const newJob = (job: NewJob, now: string): Info => ({
  ...job,
  status: "queued",
  percent: percentOf.queued,
  run: 1,
  attempts: 0,
  createdAt: now,
  updatedAt: now,
});

export const createWrite = ({ source: _s, reason: _r, result: _e, ...job }: Info): TransactWriteItem =>
  creating(JobRow.create({ ...job, ttl: Math.floor(Date.parse(job.createdAt) / 1000) + keptDays.jobs * 86_400 }));

export type Change = {
  readonly status?: Status;
  readonly percent?: number;
  readonly run?: number;
  readonly attempts?: number;
  readonly source?: Source;
  readonly result?: Result;
  /** What stands in the way of a result; null takes it out. */
  readonly reason?: Reason | null;
};

/** Changes a job that still stands where it was read, in the same start: one that has ended, was stopped or was started again meanwhile is let be. */
export function changeWrite(job: Info, { reason, ...change }: Change, now: string): TransactWriteItem {
  const set = { ...change, ...(reason ? { reason } : {}), updatedAt: now };
  const patch = JobRow.patch({ jobId: job.jobId }).set(set);
  const changed = reason === null && job.reason !== undefined ? patch.remove(["reason"]) : patch;
  return changing(changed.where((row, { eq }) => `${eq(row.status, job.status)} AND ${eq(row.run, job.run)}`));
}

/** Stops a job of this start that waits or runs, whichever it does by now; refused for one that has ended. */
export const cancelWrite = ({ jobId, run }: Info, now: string): TransactWriteItem =>
  changing(
    JobRow.patch({ jobId })
      .set({ status: "cancelled", updatedAt: now })
      .where((row, { eq }) => `(${eq(row.status, "queued")} OR ${eq(row.status, "running")}) AND ${eq(row.run, run)}`),
  );

/** The jobs of an owner, of one task and for one record where that is said, newest record first. */
export async function listOf(
  ownerId: string,
  { task, subjectId }: { readonly task?: Task | undefined; readonly subjectId?: string | undefined },
  page: PageQuery,
): Promise<Page<Info>> {
  const place = { ownerId, ...(task ? { task, ...(subjectId ? { subjectId } : {}) } : {}) };
  const { data, cursor } = await JobRow.query.byOwner(place).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Stored.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
