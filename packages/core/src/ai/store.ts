import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating, removing } from "../table/write.ts";
import { Outcome, type Spent } from "./model.ts";
import { BudgetLine, type PriceLine } from "./rules.ts";

/** What each asking was and cost, by the day it happened on; ids and numbers only, no words. */
const UsageRow = entity({
  model: { entity: "ai-usage", version: "1", service: SERVICE },
  attributes: {
    key: { type: "string", required: true },
    task: { type: "string", required: true },
    /** Who asked and for which record, by id. */
    ownerId: { type: "string" },
    subjectId: { type: "string" },
    day: { type: "string", required: true },
    modelId: { type: "string", required: true },
    outcome: { type: "string", required: true },
    /** The name of the provider's error. */
    reason: { type: "string" },
    inputTokens: { type: "number", required: true },
    outputTokens: { type: "number", required: true },
    /** Pictures, where it was one that was asked for. */
    images: { type: "number" },
    costMicros: { type: "number", required: true },
    requestId: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["key"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["task"], casing: "none" },
    },
    byDay: {
      index: keys.feed.index,
      scope: "ai-usage",
      pk: { field: keys.feed.pk, composite: ["day"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["at"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  key: z.string(),
  task: z.string(),
  ownerId: z.string().optional(),
  subjectId: z.string().optional(),
  modelId: z.string(),
  outcome: Outcome,
  reason: z.string().optional(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  images: z.number().optional(),
  costMicros: z.number(),
  at: z.string(),
});
export type Info = z.infer<typeof Stored>;

export type NewUsage = Pick<Info, "key" | "task" | "modelId" | "outcome" | "at"> & {
  readonly spent: Spent;
  readonly reason: string | undefined;
  readonly requestId: string;
  readonly ownerId: string;
  readonly subjectId: string | undefined;
};

export const usageWrite = ({ spent: { images, ...spent }, reason, subjectId, ...usage }: NewUsage): TransactWriteItem =>
  creating(
    UsageRow.create({
      ...usage,
      ...spent,
      ...(images === undefined ? {} : { images }),
      ...(reason ? { reason } : {}),
      ...(subjectId ? { subjectId } : {}),
      day: usage.at.slice(0, 10),
    }),
  );

/** Up to a thousand askings of a day (UTC), oldest first. */
export async function usageOn(day: string): Promise<readonly Info[]> {
  const { data } = await UsageRow.query.byDay({ day }).go({ limit: 1_000 });
  return data.map((row) => Stored.parse(row));
}

/** A call that has been made and not yet settled: what it can cost is set aside, and what it did cost is not known yet. */
const HoldRow = entity({
  model: { entity: "ai-hold", version: "1", service: SERVICE },
  attributes: {
    holdId: { type: "string", required: true },
    key: { type: "string", required: true },
    task: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    subjectId: { type: "string" },
    modelId: { type: "string", required: true },
    worstMicros: { type: "number", required: true },
    requestId: { type: "string", required: true },
    at: { type: "string", required: true },
    watch: { type: ["open"] as const, required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["holdId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    open: {
      index: keys.feed.index,
      scope: "ai-hold",
      pk: { field: keys.feed.pk, composite: ["watch"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["at"], casing: "none" },
    },
  },
} as const);

const Hold = z.object({
  holdId: z.string(),
  key: z.string(),
  task: z.string(),
  ownerId: z.string(),
  subjectId: z.string().optional(),
  modelId: z.string(),
  worstMicros: z.number(),
  requestId: z.string(),
  at: z.string(),
});
export type Hold = z.infer<typeof Hold>;

export async function hold({ subjectId, ...one }: Hold): Promise<void> {
  await HoldRow.create({ ...one, ...(subjectId ? { subjectId } : {}), watch: "open" }).go();
}

export const releaseWrite = ({ holdId }: Pick<Hold, "holdId">): TransactWriteItem => removing(HoldRow.remove({ holdId }));

/** Calls that were made before the instant and have not been settled, the oldest first. */
export async function heldSince(before: string, limit = 20): Promise<readonly Hold[]> {
  const { data } = await HoldRow.query.open({ watch: "open" }).lt({ at: before }).go({ limit });
  return data.map((row) => Hold.parse(row));
}

/** What a model costs from a day on, as an administrator wrote it down; a mistake is mended by a later line. */
const PriceRow = entity({
  model: { entity: "ai-price", version: "1", service: SERVICE },
  attributes: {
    book: { type: ["models"] as const, required: true },
    modelId: { type: "string", required: true },
    from: { type: "string", required: true },
    input: { type: "number", required: true },
    output: { type: "number", required: true },
    /** Of one picture, where the model draws. */
    image: { type: "number" },
    at: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["book"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["modelId", "from"], casing: "none" },
    },
  },
} as const);

const Line = z.object({ modelId: z.string(), from: z.string(), input: z.number(), output: z.number(), image: z.number().optional() });

export const priceWrite = ({ image, ...line }: PriceLine, at: string): TransactWriteItem =>
  creating(PriceRow.create({ ...line, ...(image === undefined ? {} : { image }), book: "models", at }));

/** Up to two hundred lines; a stage has a handful of models. */
export async function priceLines(): Promise<readonly PriceLine[]> {
  const { data } = await PriceRow.query.primary({ book: "models" }).go({ limit: 200 });
  return data.map((row) => Line.parse(row));
}

/** What may be spent on models, as an administrator wrote it down; a version is never changed, the newest counts. */
const BudgetRow = entity({
  model: { entity: "ai-budget", version: "1", service: SERVICE },
  attributes: {
    book: { type: ["models"] as const, required: true },
    version: { type: "number", required: true, padding: { length: 6, char: "0" } },
    dayMicros: { type: "number", required: true },
    ownerDayMicros: { type: "number", required: true },
    hours: { type: "any", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["book"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["version"], casing: "none" },
    },
  },
} as const);

export const budgetWrite = (line: BudgetLine, at: string): TransactWriteItem => creating(BudgetRow.create({ ...line, at, book: "models" }));

/** Versions of the budgets, the newest first. */
export async function budgetLines(limit: number): Promise<readonly BudgetLine[]> {
  const { data } = await BudgetRow.query.primary({ book: "models" }).go({ limit, order: "desc" });
  return data.map(({ version, dayMicros, ownerDayMicros, hours, at }) => BudgetLine.parse({ version, dayMicros, ownerDayMicros, hours, at }));
}
