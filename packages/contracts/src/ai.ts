import { BudgetLine } from "@sleekapp/core/ai/rules";
import { DayView, NewBudgets, NewPrice, PriceView, SpendView } from "@sleekapp/core/ai/view";
import * as z from "zod";
import { route } from "./route.ts";

const shared = { lambda: "assistant", auth: "member", who: ["admin"] } as const;

export const getAiSpend = route({
  ...shared,
  operationId: "getAiSpend",
  method: "GET",
  path: "/v1/admin/ai",
  summary: "What models cost in a month by day, task and model, what is left of today, and the prices they are settled by",
  query: z.strictObject({ month: z.string().max(7).optional() }),
  response: SpendView,
});

export const getAiDay = route({
  ...shared,
  operationId: "getAiDay",
  method: "GET",
  path: "/v1/admin/ai/days/{day}",
  summary: "A day's askings by whom they were for and how they went",
  params: z.strictObject({ day: z.iso.date() }),
  response: DayView,
});

export const setAiPrice = route({
  ...shared,
  operationId: "setAiPrice",
  method: "POST",
  path: "/v1/admin/ai/prices",
  summary: "Writes down what a model costs from a day on",
  body: NewPrice,
  response: PriceView,
  status: 201,
});

export const setAiBudgets = route({
  ...shared,
  operationId: "setAiBudgets",
  method: "POST",
  path: "/v1/admin/ai/budgets",
  summary: "Writes down what may be spent on models: by the stage and by one owner in a day, by tasks in an hour",
  body: NewBudgets,
  response: BudgetLine,
  status: 201,
});
