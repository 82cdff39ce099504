import * as z from "zod";
import { config } from "../config.ts";
import { action, nothing } from "../kernel/action.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { readParts } from "../table/counter.ts";
import { BREAKER, breakerOf, hourOf, stageOf } from "./budget.ts";
import type { DayTotal } from "./model.ts";
import * as policy from "./policy.ts";
import { pictureTasks, tasks } from "./registry.ts";
import { type Budgets, hourMicrosOf, knownPrices, ownBudgets, type PriceLine } from "./rules.ts";
import { budgetLines, priceLines, usageOn } from "./store.ts";
import { totalsOf } from "./totals.ts";
import type { DayView, SpendView } from "./view.ts";

const ofQuotes: ReadonlySet<string> = new Set(["brief-reading", "quote-analysis"]);

/** What the models' part of a quote costs, where quotes were priced at all. */
function perQuote(totals: readonly DayTotal[]): Pick<SpendView, "perQuote"> {
  const quotes = totals.filter(({ task }) => task === "quote-analysis").reduce((sum, { calls }) => sum + calls, 0);
  const micros = totals.filter(({ task }) => ofQuotes.has(task)).reduce((sum, { costMicros }) => sum + costMicros, 0);
  return quotes === 0 ? {} : { perQuote: { quotes, micros: Math.round(micros / quotes) } };
}

type Used = Readonly<Record<string, number>>;

const asked = [...tasks, ...pictureTasks];

function stateOf(task: (typeof asked)[number], [hour = {}, breaker = {}]: readonly Used[], budgets: Budgets): SpendView["tasks"][number] {
  const failures = breaker["used"] ?? 0;
  return {
    task: task.name,
    hourCalls: hour["calls"] ?? 0,
    hourMost: task.quota.perHour,
    hourMicros: hour["used"] ?? 0,
    hourBudgetMicros: hourMicrosOf(budgets, task),
    failures,
    isPaused: failures >= BREAKER.failures,
  };
}

const shown = ({ modelId, from, input, output, image }: PriceLine) => ({ modelId, from, input, output, ...(image === undefined ? {} : { image }) });

/** The lines of prices, the newest of a model first; where both name a day, the administrators' counts and ours is left out. */
function allPrices(written: readonly PriceLine[]): SpendView["prices"] {
  const isOurs = ({ modelId, from }: PriceLine) => !written.some((line) => line.modelId === modelId && line.from === from);
  return [...written, ...knownPrices.filter(isOurs)].map(shown).toSorted((a, b) => a.modelId.localeCompare(b.modelId) || (a.from < b.from ? 1 : -1));
}

/** How many versions of the budgets are shown. */
const VERSIONS = 11;

const Month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, "YYYY-MM");

/** What models cost in a month by day, task and model, what is left of today, who is left alone after failures, and the prices and budgets we go by. */
export const spend = action(
  { name: "ai.spend", effect: "sensitive-read", input: z.strictObject({ month: Month.optional() }), load: nothing, policy: policy.admin },
  async ({ input, now }): Promise<SpendView> => {
    const month = input.month ?? now.toISOString().slice(0, 7);
    const counters = [stageOf(now), ...asked.flatMap(({ name }) => [hourOf(name, now), breakerOf(name, now)])];
    const [totals, [stage = {}, ...rest], written, lines] = await Promise.all([
      totalsOf(month),
      readParts(counters),
      priceLines(),
      budgetLines(VERSIONS),
    ]);
    const [budgets = ownBudgets(Number(config("MODEL_DAY_MICROS"))), ...earlier] = lines;
    return {
      month,
      modelId: config("MODEL_ID"),
      imageModelId: config("IMAGE_MODEL_ID"),
      totals: [...totals],
      monthMicros: totals.reduce((sum, { costMicros }) => sum + costMicros, 0),
      today: { usedMicros: stage["used"] ?? 0, budgetMicros: budgets.dayMicros },
      tasks: asked.map((task, index) => stateOf(task, rest.slice(index * 2, index * 2 + 2), budgets)),
      ...perQuote(totals),
      prices: allPrices(written),
      budgets,
      earlierBudgets: earlier,
    };
  },
);

const MOST = 1_000;

/** Adds up by a key. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(rows, keyOf).values()];
}

/** A day's askings by whom they were for and how they went. */
export const day = action(
  { name: "ai.day", effect: "sensitive-read", input: z.strictObject({ day: CalendarDate }), load: nothing, policy: policy.admin },
  async ({ input }): Promise<DayView> => {
    const rows = await usageOn(input.day);
    const owners = grouped(rows, ({ ownerId = "unknown" }) => ownerId).map((group) => ({
      ownerId: group[0]?.ownerId ?? "unknown",
      calls: group.length,
      costMicros: group.reduce((sum, { costMicros }) => sum + costMicros, 0),
    }));
    const outcomes = grouped(rows, ({ task, outcome }) => `${task} ${outcome}`).flatMap((group) =>
      group.slice(0, 1).map(({ task, outcome }) => ({ task, outcome, calls: group.length })),
    );
    return { day: input.day, owners: owners.toSorted((a, b) => b.costMicros - a.costMicros).slice(0, 100), outcomes, isWhole: rows.length < MOST };
  },
);
