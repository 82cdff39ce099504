import * as z from "zod";

/** Where an answer comes from: a model, or the task's own rule. */
export const Source = z.enum(["model", "fallback"]);
export type Source = z.infer<typeof Source>;

/**
 * How asking went. `answered` and `repaired` (at the second try) gave a usable answer. `garbled`, `cut` and `refused` did
 * not and cost money. `timeout` may have. `busy`, `unavailable`, `over_budget`, `over_quota`, `paused` (after many failures)
 * and `unpriced` cost nothing.
 * `lost` may have: something of ours ended between the call and its settlement.
 */
export const Outcome = z.enum([
  "answered",
  "repaired",
  "garbled",
  "cut",
  "refused",
  "timeout",
  "busy",
  "unavailable",
  "over_budget",
  "over_quota",
  "paused",
  "unpriced",
  "lost",
]);
export type Outcome = z.infer<typeof Outcome>;

/** What one task cost, in tokens or in pictures. `costMicros` is in millionths of a US dollar; after a time-out it is the worst case. */
export const Spent = z.strictObject({ inputTokens: z.int(), outputTokens: z.int(), images: z.int().optional(), costMicros: z.int() });
export type Spent = z.infer<typeof Spent>;

export const nothingSpent: Spent = { inputTokens: 0, outputTokens: 0, costMicros: 0 };

export const addSpent = (a: Spent, b: Spent): Spent => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  costMicros: a.costMicros + b.costMicros,
});

/** What a task and a model took in a day together. */
export const DayTotal = z.strictObject({
  day: z.string(),
  task: z.string(),
  modelId: z.string(),
  calls: z.int(),
  byRule: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  images: z.int(),
  costMicros: z.int(),
});
export type DayTotal = z.infer<typeof DayTotal>;
