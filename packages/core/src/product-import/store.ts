import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { keptDays } from "../privacy/retention.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { Answers, Counts, noCounts, State } from "./model.ts";

const JobRow = entity({
  model: { entity: "import", version: "1", service: SERVICE },
  attributes: {
    jobId: { type: "string", required: true },
    orgId: { type: "string", required: true },
    /** What is done: a file is read, or one is written. */
    kind: { type: ["import", "export"] as const, required: true },
    state: { type: State.options, required: true },
    key: { type: "string", required: true },
    answers: { type: "any" },
    isDryRun: { type: "boolean" },
    /** How often it was started; messages of an earlier start do nothing any more. */
    attempt: { type: "number", required: true },
    /** Products of the plan that are done for good: where the next message goes on. */
    next: { type: "number", required: true },
    /** What became of those. */
    counted: { type: "any", required: true },
    /** Where their report is, a piece for each message: from which product to which. */
    pieces: { type: "any", required: true },
    isPlanned: { type: "boolean", required: true },
    total: { type: "number", required: true },
    /** For whoever watches: a little ahead of `next` and `counted`. */
    done: { type: "number", required: true },
    seen: { type: "any", required: true },
    rejected: { type: "any", required: true },
    rejections: { type: "number", required: true },
    needs: { type: "any" },
    failure: { type: "string" },
    at: { type: "string", required: true },
    touchedAt: { type: "string", required: true },
    /** Only while it runs: what has stood still for long is looked for here. */
    watch: { type: ["running", "resting"] as const, required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["jobId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    underway: {
      index: keys.feed.index,
      scope: "import",
      condition: (attributes: { watch?: string }) => attributes.watch === "running",
      pk: { field: keys.feed.pk, composite: ["watch"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["touchedAt"], casing: "none" },
    },
  },
} as const);

const Piece = z.object({ from: z.int(), to: z.int() });

const Stored = z.object({
  jobId: z.string(),
  orgId: z.string(),
  kind: z.enum(["import", "export"]),
  state: State,
  key: z.string(),
  /** None until the import is started. */
  answers: Answers.optional(),
  isDryRun: z.boolean().default(false),
  attempt: z.number(),
  next: z.number(),
  counted: Counts,
  pieces: z.array(Piece),
  isPlanned: z.boolean(),
  total: z.number(),
  done: z.number(),
  seen: Counts,
  rejected: z.array(z.strictObject({ line: z.int(), handle: z.string().optional(), code: z.string(), message: z.string() })),
  rejections: z.number(),
  /** What the file asked when the plan was to be laid down. */
  needs: z.array(z.strictObject({ field: z.string(), products: z.int(), firstLine: z.int() })).default([]),
  failure: z.string().optional(),
  at: z.string(),
  touchedAt: z.string(),
});
export type Info = z.infer<typeof Stored>;

export async function find(jobId: string): Promise<Info | undefined> {
  const { data } = await JobRow.get({ jobId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

const nothing = {
  attempt: 0,
  next: 0,
  counted: noCounts,
  pieces: [],
  isPlanned: false,
  total: 0,
  done: 0,
  seen: noCounts,
  rejected: [],
  rejections: 0,
};

const ttl = (now: string): number => Math.floor(Date.parse(now) / 1000) + keptDays.imports * 86_400;

export const createWrite = (job: Pick<Info, "jobId" | "orgId" | "key">, now: string): TransactWriteItem =>
  creating(JobRow.create({ ...job, ...nothing, kind: "import", state: "uploading", watch: "resting", at: now, touchedAt: now, ttl: ttl(now) }));

/** An export begins at once. */
export const createExportWrite = (job: Pick<Info, "jobId" | "orgId" | "key">, now: string): TransactWriteItem =>
  creating(
    JobRow.create({ ...job, ...nothing, attempt: 1, kind: "export", state: "running", watch: "running", at: now, touchedAt: now, ttl: ttl(now) }),
  );

type Change = Partial<
  Pick<Info, "state" | "answers" | "isDryRun" | "attempt" | "next" | "counted" | "pieces" | "isPlanned" | "total" | "done" | "seen"> &
    Pick<Info, "rejected" | "rejections" | "failure" | "needs">
>;

const set = (change: Change) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** Changes a job that still is where it was read: started as often and as far. */
export function changeWrite(job: Info, change: Change, now: string): TransactWriteItem {
  const watch = (change.state ?? job.state) === "running" ? ("running" as const) : ("resting" as const);
  return changing(
    JobRow.patch({ jobId: job.jobId })
      .set({ ...set(change), watch, touchedAt: now })
      .where((row, { eq }) => `${eq(row.state, job.state)} AND ${eq(row.attempt, job.attempt)} AND ${eq(row.next, job.next)}`),
  );
}

/** Notes how far the job is; people watch it, nothing is decided by it. */
export async function note({ jobId }: Info, done: number, seen: Counts): Promise<void> {
  await JobRow.patch({ jobId }).set({ done, seen }).go();
}

/** Jobs that run and have not moved since the instant, the longest first. */
export async function stillSince(before: string, limit = 20): Promise<readonly Info[]> {
  const { data } = await JobRow.query.underway({ watch: "running" }).lt({ touchedAt: before }).go({ limit });
  return data.map((row) => Stored.parse(row));
}
