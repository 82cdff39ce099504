import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { Budgets } from "./rules.ts";

/** Models have used up so much, in percent, of what the stage may spend on them in a day; amounts in millionths of a US dollar. */
export const BudgetReached = defineEvent(
  "ai.budget_reached",
  z.object({ dayOn: z.string(), percent: z.union([z.literal(80), z.literal(100)]), budgetMicros: z.int() }),
);

/** A price was written down. */
export const PriceSet = defineEvent(
  "ai.price_set",
  z.object({ modelId: z.string(), from: z.string(), input: z.int(), output: z.int(), image: z.int().optional() }),
);

/** Budgets were written down: a version of all of them. */
export const BudgetsSet = defineEvent("ai.budgets_set", z.object({ version: z.int(), ...Budgets.shape }));
