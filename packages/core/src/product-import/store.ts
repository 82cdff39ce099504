import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { State } from "./model.ts";

const JobRow = entity({
  model: { entity: "import", version: "1", service: SERVICE },
  attributes: {
    jobId: { type: "string", required: true },
    orgId: { type: "string", required: true },
    state: { type: "string", required: true },
    key: { type: "string", required: true },
    answers: { type: "any" },
    total: { type: "number", required: true },
    done: { type: "number", required: true },
    created: { type: "number", required: true },
    skipped: { type: "number", required: true },
    picturesFetched: { type: "number", required: true },
    picturesMissed: { type: "number", required: true },
    rejected: { type: "any", required: true },
    failure: { type: "string" },
    at: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["jobId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  jobId: z.string(),
  orgId: z.string(),
  state: State,
  key: z.string(),
  /** None until the import is started. */
  answers: z.unknown().optional(),
  total: z.number(),
  done: z.number(),
  created: z.number(),
  skipped: z.number(),
  picturesFetched: z.number(),
  picturesMissed: z.number(),
  rejected: z.array(z.strictObject({ line: z.int(), handle: z.string().optional(), code: z.string(), message: z.string() })),
  failure: z.string().optional(),
});
export type Info = z.infer<typeof Stored>;

export async function find(jobId: string): Promise<Info | undefined> {
  const { data } = await JobRow.get({ jobId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

const none = { total: 0, done: 0, created: 0, skipped: 0, picturesFetched: 0, picturesMissed: 0, rejected: [] };

/** Days an import and its file are kept; the products it made stay. */
export const KEPT_DAYS = 30;

export const createWrite = (job: Pick<Info, "jobId" | "orgId" | "key">, now: string): TransactWriteItem =>
  creating(JobRow.create({ ...job, ...none, state: "uploading", at: now, ttl: Math.floor(Date.parse(now) / 1000) + KEPT_DAYS * 86_400 }));

/** Starts a job that was not started before. */
export const startWrite = (job: Info, answers: unknown): TransactWriteItem =>
  changing(
    JobRow.patch({ jobId: job.jobId })
      .set({ state: "running", answers })
      .where(({ state }, { eq }) => eq(state, "uploading")),
  );

export type Progress = Partial<
  Pick<Info, "state" | "total" | "done" | "created" | "skipped" | "picturesFetched" | "picturesMissed" | "rejected" | "failure">
>;

/** Notes how far the job is; people watch it, nothing is decided by it. */
export async function note(jobId: string, progress: Progress): Promise<void> {
  await JobRow.patch({ jobId })
    .set(Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined)))
    .go();
}
