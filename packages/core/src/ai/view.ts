import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { BudgetLine, Budgets } from "./rules.ts";
import { DayTotal, Outcome } from "./model.ts";

/** What a model costs from a day on: millionths of a US dollar for a million tokens, and for a picture where it draws. */
export const PriceView = z.strictObject({ modelId: z.string(), from: z.string(), input: z.int(), output: z.int(), image: z.int().optional() });
export type PriceView = z.infer<typeof PriceView>;

/** A price as it is written down; a model is named as the provider names it. */
export const NewPrice = z.strictObject({
  modelId: z.string().regex(/^[a-z0-9][a-z0-9.:-]{3,80}$/, "a model id of the provider"),
  from: CalendarDate,
  input: z.int().min(0).max(1_000_000_000),
  output: z.int().min(0).max(1_000_000_000),
  image: z.int().min(0).max(1_000_000_000).optional(),
});

const isOnce = (hours: readonly { readonly task: string }[]): boolean => new Set(hours.map(({ task }) => task)).size === hours.length;

/**
 * Budgets as they are written down after the version that was read: no part may be over the stage's day, since it could never be used up,
 * and each task is named once.
 */
export const NewBudgets = Budgets.extend({ version: z.int().min(0) })
  .refine(({ dayMicros, ownerDayMicros }) => ownerDayMicros <= dayMicros, { path: ["ownerDayMicros"], message: "not more than the stage's day" })
  .refine(({ dayMicros, hours }) => hours.every(({ micros }) => micros <= dayMicros), { path: ["hours"], message: "not more than the stage's day" })
  .refine(({ hours }) => isOnce(hours), { path: ["hours"], message: "each task once" });

/** A task's hour and whether it is left alone after failures. */
const TaskState = z.strictObject({
  task: z.string(),
  hourCalls: z.int(),
  hourMost: z.int(),
  hourMicros: z.int(),
  hourBudgetMicros: z.int(),
  failures: z.int(),
  isPaused: z.boolean(),
});

/** What models cost in a month, and what is left of today; all amounts in millionths of a US dollar. */
export const SpendView = z.strictObject({
  month: z.string(),
  modelId: z.string(),
  /** The model that draws. */
  imageModelId: z.string(),
  totals: z.array(DayTotal),
  monthMicros: z.int(),
  /** Includes what is set aside for calls that are under way. */
  today: z.strictObject({ usedMicros: z.int(), budgetMicros: z.int() }),
  tasks: z.array(TaskState),
  /** What quotes cost: their commentary and the reading of briefs, for each quote that was priced; nothing where none was. */
  perQuote: z.strictObject({ quotes: z.int(), micros: z.int() }).optional(),
  prices: z.array(PriceView),
  /** What may be spent, and the ten versions before it, newest first. */
  budgets: BudgetLine,
  earlierBudgets: z.array(BudgetLine),
});
export type SpendView = z.infer<typeof SpendView>;

/** A day's askings, added up by whom they were for, dearest first. */
export const DayView = z.strictObject({
  day: z.string(),
  owners: z.array(z.strictObject({ ownerId: z.string(), calls: z.int(), costMicros: z.int() })),
  outcomes: z.array(z.strictObject({ task: z.string(), outcome: Outcome, calls: z.int() })),
  /** Only the first thousand of a day are added up. */
  isWhole: z.boolean(),
});
export type DayView = z.infer<typeof DayView>;
