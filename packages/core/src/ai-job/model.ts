import * as z from "zod";
import { Source } from "../ai/model.ts";
import { DesignAnalysis } from "../design/model.ts";
import { Origin } from "../upload/model.ts";

/** What a job has done by a model. */
export const Task = z.enum(["design-image", "product-image", "picture-words", "design-analysis"]);
export type Task = z.infer<typeof Task>;

/** `queued` also between two tries, while the model has no room. */
export const Status = z.enum(["queued", "running", "done", "failed", "cancelled"]);
export type Status = z.infer<typeof Status>;

/**
 * Why there is no result: the model had no room or was not there, did not answer in time, would not do it, sent nothing that can be used; the
 * day's share of it is used up; it is left alone after many failures; the picture cannot be shown; something of ours ended.
 */
export const Reason = z.enum(["busy", "unavailable", "timeout", "refused", "garbled", "limit", "paused", "unfit", "fault"]);
export type Reason = z.infer<typeof Reason>;

/** How far a job is, in percent, at the steps there are: it waits, it has been begun, its picture is looked at, it is done. */
export const percentOf = { queued: 0, begun: 10, drawn: 70, done: 100 } as const;

/** What came of it, by what it is. */
export const Result = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("design"), designId: z.string() }),
  /** A picture for a listing, to be taken up to an instant. */
  z.strictObject({
    kind: z.literal("picture"),
    uploadId: z.string(),
    until: z.string(),
    alt: z.string(),
    width: z.int(),
    height: z.int(),
    base: z.string(),
    widths: z.array(z.int()),
    placeholder: z.string().optional(),
    origin: Origin.optional(),
  }),
  /** What pictures of a listing may show, in words. */
  z.strictObject({ kind: z.literal("words"), words: z.array(z.strictObject({ uploadId: z.string(), alt: z.string() })) }),
  /** What the picture of a design shows. */
  z.strictObject({ kind: z.literal("analysis"), analysis: DesignAnalysis }),
]);
export type Result = z.infer<typeof Result>;

/** A job as its owner sees it. */
export const JobView = z.strictObject({
  jobId: z.string(),
  task: Task,
  /** The record it is for. */
  subjectId: z.string(),
  status: Status,
  percent: z.int().min(0).max(100),
  /** Tries of this start that found no room at the model. */
  attempts: z.int(),
  /** Who made the result: a model, or our own rules in its place. */
  source: Source.optional(),
  reason: Reason.optional(),
  result: Result.optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type JobView = z.infer<typeof JobView>;
