import { entity, keys, SERVICE } from "../table/table.ts";
import { add } from "../table/tally-row.ts";
import type { DayTotal, Source, Spent } from "./model.ts";

const DayRow = entity({
  model: { entity: "ai-day", version: "1", service: SERVICE },
  attributes: {
    month: { type: "string", required: true },
    day: { type: "string", required: true },
    task: { type: "string", required: true },
    modelId: { type: "string", required: true },
    calls: { type: "number", required: true },
    byRule: { type: "number", required: true },
    inputTokens: { type: "number", required: true },
    outputTokens: { type: "number", required: true },
    images: { type: "number" },
    costMicros: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["month"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["day", "task", "modelId"], casing: "none" },
    },
  },
} as const);

export type Told = { readonly at: string; readonly task: string; readonly modelId: string; readonly source: Source; readonly spent: Spent };

/** Adds an asking to the totals of its day; a sum beside the rows of usage, for the page that shows a month, in one write of its own. */
export async function count({ at, task, modelId, source, spent }: Told): Promise<void> {
  const day = at.slice(0, 10);
  const [partition, sort] = [{ month: day.slice(0, 7) }, { day, task, modelId }];
  const { images, ...rest } = spent;
  const by = { calls: 1, byRule: source === "fallback" ? 1 : 0, ...rest, ...(images ? { images } : {}) };
  await add({ entity: "ai-day", partition, sort }, by, { ...partition, ...sort });
}

const shown = (row: Omit<DayTotal, "images"> & { readonly images?: number | undefined }): DayTotal => {
  const { day, task, modelId, calls, byRule, inputTokens, outputTokens, images = 0, costMicros } = row;
  return { day, task, modelId, calls, byRule, inputTokens, outputTokens, images, costMicros };
};

/** A month's totals by day, task and model, oldest first. */
export async function totalsOf(month: string): Promise<readonly DayTotal[]> {
  const { data } = await DayRow.query.primary({ month }).go({ limit: 2_000 });
  return data.map(shown);
}
