import { CalendarDate } from "@sleekapp/core/kernel/calendar";
import { Decimal, RateView } from "@sleekapp/core/exchange/model";
import * as z from "zod";
import { route } from "./route.ts";

export const listRates = route({
  operationId: "listRates",
  lambda: "quote",
  method: "GET",
  path: "/v1/public/exchange-rates",
  summary: "What a US dollar is worth in the currencies that amounts are also shown in, with day and source of each rate; for display alone",
  auth: "public",
  who: ["visitor"],
  response: z.strictObject({ items: z.array(RateView) }),
  sharedSeconds: 300,
});

export const keepRate = route({
  operationId: "keepRate",
  lambda: "quote",
  method: "PUT",
  path: "/v1/admin/exchange-rates/{currency}",
  summary: "Keeps the rate of a currency that no reference file has, with its day and who published it",
  auth: "member",
  who: ["admin"],
  params: z.strictObject({ currency: z.enum(["BDT"]) }),
  body: z.strictObject({ rate: Decimal, on: CalendarDate, source: z.string().trim().min(2).max(80) }),
  response: RateView,
});
