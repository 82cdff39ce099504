import { config } from "../config.ts";
import { clock } from "../ports/clock.ts";
import { type BudgetLine, ownBudgets, type PriceLine } from "./rules.ts";
import { budgetLines, priceLines } from "./store.ts";

/** How long a container goes by what it has read. */
const KEPT_MS = 60_000;

type Settings = { readonly prices: readonly PriceLine[]; readonly budgets: BudgetLine };

let kept: { readonly at: number; readonly settings: Promise<Settings> } | undefined;

async function read(): Promise<Settings> {
  const [prices, [written]] = await Promise.all([priceLines(), budgetLines(1)]);
  return { prices, budgets: written ?? ownBudgets(Number(config("MODEL_DAY_MICROS"))) };
}

/** The prices and budgets that administrators wrote down, read once a minute. */
export function settings(): Promise<Settings> {
  const now = clock.now().getTime();
  if (kept && now - kept.at < KEPT_MS && now >= kept.at) return kept.settings;
  const found = read();
  kept = { at: now, settings: found };
  found.catch(() => (kept = undefined));
  return found;
}

/** Reads them anew the next time. */
export const forgetSettings = (): void => {
  kept = undefined;
};
