import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";

/** How fast the work is wanted; faster schedules cost a surcharge of the price book. */
export const Rush = z.enum(["none", "fast", "express"]);
export type Rush = z.infer<typeof Rush>;

export const rushNames: Readonly<Record<Rush, string>> = { none: "Standard schedule", fast: "Fast schedule", express: "Express schedule" };

export const StageKey = z.enum([
  "sample",
  "materials",
  "pattern",
  "cutting",
  "knitting",
  "linking",
  "decoration",
  "sewing",
  "washing",
  "pressing",
  "quality",
  "packing",
  "handover",
]);
export type StageKey = z.infer<typeof StageKey>;

/** The buyer's view of the stages: five milestones, as in the seed's milestone tracker with the sample in front. */
export const MilestoneKey = z.enum(["sample", "materials", "making", "quality", "packing"]);
export type MilestoneKey = z.infer<typeof MilestoneKey>;

export const milestoneNames: Readonly<Record<MilestoneKey, string>> = {
  sample: "Sample made",
  materials: "Materials in",
  making: "Garments made",
  quality: "Quality checked",
  packing: "Packed and handed over",
};

/** `blocked` is waiting for something and says why; `skipped` does not count; late is derived from the dates, never stored. */
export const StageState = z.enum(["todo", "active", "done", "blocked", "skipped"]);
export type StageState = z.infer<typeof StageState>;

/** One stage of a lead time: whole working days, six a week. */
export const StageDays = z.strictObject({ key: StageKey, name: z.string(), days: z.int().min(1) });
export type StageDays = z.infer<typeof StageDays>;

/** Stages one after another; `totalDays` is exactly their sum, in working days. */
export const LeadTime = z.strictObject({ stages: z.array(StageDays), totalDays: z.int().min(1) });
export type LeadTime = z.infer<typeof LeadTime>;

/** A stage of an order's plan: planned dates stay as promised, a revision has a reason, actual dates are what happened. */
export const Stage = z.strictObject({
  key: StageKey,
  name: z.string(),
  position: z.int().min(1),
  milestone: MilestoneKey,
  days: z.int().min(1),
  weightBps: z.int().min(0).max(10_000),
  plannedStartOn: CalendarDate,
  plannedDueOn: CalendarDate,
  revisedDueOn: CalendarDate.optional(),
  revisionReason: z.string().min(3).max(500).optional(),
  startedOn: CalendarDate.optional(),
  finishedOn: CalendarDate.optional(),
  /** The last day on which somebody said how far it is. */
  reportedOn: CalendarDate.optional(),
  percent: z.int().min(0).max(100),
  state: StageState,
  note: z.string().max(1_000).optional(),
});
export type Stage = z.infer<typeof Stage>;

/** A buyer's milestone, summed up from its stages. */
export const Milestone = z.strictObject({
  key: MilestoneKey,
  name: z.string(),
  /** As it was promised at the start. */
  plannedOn: CalendarDate,
  /** As it is promised now. */
  dueOn: CalendarDate,
  /** The day its last stage was done. */
  finishedOn: CalendarDate.optional(),
  percent: z.int().min(0).max(100),
  state: StageState,
  isLate: z.boolean(),
});
export type Milestone = z.infer<typeof Milestone>;

/** What the length of production depends on; `startOn` is the day the supplier accepts. */
export type Schedule = {
  readonly quantity: number;
  readonly rush?: Rush | undefined;
  /** Whether anything is printed, embroidered or applied, which is a stage of its own. */
  readonly decorated?: boolean | undefined;
  /** Whether a sample is made and approved before the bulk. */
  readonly sample?: boolean | undefined;
};
