import { action, nothing } from "../kernel/action.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { config } from "../config.ts";
import { nowIso } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { type BudgetLine, ownBudgets } from "./rules.ts";
import { BudgetsSet, PriceSet } from "./event.ts";
import * as policy from "./policy.ts";
import { pictureTasks, tasks } from "./registry.ts";
import { forgetSettings } from "./settings.ts";
import { budgetLines, budgetWrite, priceWrite } from "./store.ts";
import { NewBudgets, NewPrice } from "./view.ts";

/**
 * Writes down what a model costs from a day on, in millionths of a US dollar for a million tokens; calls go by it within a minute. A
 * line is never changed: what it said is what calls were settled by. Throws `ai.price_exists` for a day that has one.
 */
export const setPrice = action(
  { name: "ai.set_price", effect: "command", input: NewPrice, load: nothing, policy: policy.admin },
  async ({ input }) => {
    const reply = await commit({
      about: `price_${input.modelId}`,
      writes: [priceWrite(input, nowIso())],
      events: [PriceSet(input)],
      changed: { after: input },
      reply: input,
      refused: () => conflict("ai.price_exists", "There is a price of this model from that day on"),
    });
    forgetSettings();
    return reply;
  },
);

const known: ReadonlySet<string> = new Set([...tasks, ...pictureTasks].map(({ name }) => name));

/** What counts now, or the stage's own where nothing is written down. */
async function current(): Promise<BudgetLine> {
  const [line] = await budgetLines(1);
  return line ?? ownBudgets(Number(config("MODEL_DAY_MICROS")));
}

/**
 * Writes down what may be spent on models, all of it as one new version: by the stage in a day, by one owner in a day, by tasks in an hour
 * (a task that is not named keeps its share of the day); millionths of a US dollar. Calls go by it within a minute, and what was spent
 * before counts. Throws `ai.task_unknown`, and `ai.budgets_changed` when it is not the newest version that was read.
 */
export const setBudgets = action(
  { name: "ai.set_budgets", effect: "command", input: NewBudgets, load: current, policy: policy.admin },
  async ({ input: { version, ...budgets }, record: before }) => {
    const unknown = budgets.hours.find(({ task }) => !known.has(task));
    if (unknown) throw invalid("ai.task_unknown", "There is no such task", { task: unknown.task });
    const changed = () => conflict("ai.budgets_changed", "The budgets have been changed meanwhile", { version: before.version });
    if (before.version !== version) throw changed();
    const line = { ...budgets, version: version + 1 };
    const at = nowIso();
    const reply = await commit({
      about: "ai_budgets",
      writes: [budgetWrite(line, at)],
      events: [BudgetsSet(line)],
      changed: { before, after: line },
      reply: { ...line, at },
      refused: changed,
    });
    forgetSettings();
    return reply;
  },
);
