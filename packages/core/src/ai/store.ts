import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating } from "../table/write.ts";
import { Outcome, type Spent } from "./model.ts";

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

export const usageWrite = ({ spent, reason, subjectId, ...usage }: NewUsage): TransactWriteItem =>
  creating(UsageRow.create({ ...usage, ...spent, ...(reason ? { reason } : {}), ...(subjectId ? { subjectId } : {}), day: usage.at.slice(0, 10) }));

/** Up to a thousand askings of a day (UTC), oldest first. */
export async function usageOn(day: string): Promise<readonly Info[]> {
  const { data } = await UsageRow.query.byDay({ day }).go({ limit: 1_000 });
  return data.map((row) => Stored.parse(row));
}
