import type { getAiDay, getAiSpend } from "../../../../packages/contracts/src/ai.ts";
import type * as z from "zod";

const day = "2026-11-26";
const modelId = "amazon.nova-lite-v1:0";
const task = (name: string, more: { readonly failures?: number } = {}) => ({
  task: name,
  hourCalls: 12,
  hourMost: 600,
  hourMicros: 4_100,
  hourBudgetMicros: 125_000,
  failures: more.failures ?? 0,
  isPaused: (more.failures ?? 0) >= 5,
});
const total = (name: string, costMicros: number) => ({
  day,
  task: name,
  modelId,
  calls: 41,
  byRule: 3,
  inputTokens: 51_200,
  outputTokens: 9_020,
  images: 0,
  costMicros,
});

/** What models cost in a month in which one task is left alone and the day's money nears its end. */
export const spending: z.output<typeof getAiSpend.response> = {
  month: "2026-11",
  modelId,
  imageModelId: "amazon.nova-canvas-v1:0",
  totals: [
    total("quote-analysis", 5_237),
    total("brief-reading", 3_910),
    { ...total("design-image", 80_000), modelId: "amazon.nova-canvas-v1:0", calls: 2, byRule: 0, inputTokens: 0, outputTokens: 0, images: 2 },
  ],
  monthMicros: 89_147,
  today: { usedMicros: 431_000, budgetMicros: 500_000 },
  tasks: [task("brief-reading"), task("product-copy", { failures: 5 }), task("quote-analysis", { failures: 1 })],
  perQuote: { quotes: 41, micros: 223 },
  budgets: {
    version: 2,
    at: "2026-11-20T09:00:00.000Z",
    dayMicros: 500_000,
    ownerDayMicros: 50_000,
    hours: [{ task: "brief-reading", micros: 125_000 }],
  },
  earlierBudgets: [{ version: 1, at: "2026-11-02T09:00:00.000Z", dayMicros: 400_000, ownerDayMicros: 50_000, hours: [] }],
  prices: [
    { modelId: "amazon.nova-canvas-v1:0", from: "2024-12-03", input: 0, output: 0, image: 40_000 },
    { modelId, from: "2024-12-03", input: 60_000, output: 240_000 },
  ],
};

export const spendingDay: z.output<typeof getAiDay.response> = {
  day,
  owners: [{ ownerId: "org_01k00000000000000000000071", calls: 30, costMicros: 5_100 }],
  outcomes: [
    { task: "quote-analysis", outcome: "answered", calls: 38 },
    { task: "quote-analysis", outcome: "timeout", calls: 3 },
  ],
  isWhole: true,
};
