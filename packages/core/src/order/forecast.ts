import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { type Forecast, forecast, type History, type Standing } from "../production/forecast.ts";
import { model } from "../production/forecast-model.ts";
import { holidays } from "../production/holidays.ts";
import type { Stage } from "../production/model.ts";
import { readFigures } from "../supplier/figures.ts";
import type { Status } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { ForecastView } from "./view.ts";

/** While one of these, the day the goods are ready is still open. */
const isBeingMade = (status: Status): boolean => ["accepted", "sampling", "in_production", "inspection"].includes(status);

/** What an order shows of itself to a forecast today, with what its supplier's finished stages took. */
const standingOf = (family: string, stages: readonly Stage[], history: History): Standing => ({
  family,
  stages,
  today: dateOf(nowIso()),
  holidays: holidays.BD,
  history,
});

/** The forecast of an order that is being made, from these stages and what is known of its supplier; none for others. */
export function forecastOf({ order, stages }: Pick<store.Core, "order" | "stages">, history: History): Forecast | undefined {
  if (!isBeingMade(order.status)) return undefined;
  return forecast(
    standingOf(
      order.family,
      stages.map(({ stage }) => stage),
      history,
    ),
    model,
  );
}

/** What stages took at a supplier. */
export async function historyOf(supplierId: string | undefined): Promise<History> {
  const [figures] = supplierId === undefined ? [] : await readFigures([supplierId]);
  return figures?.history ?? {};
}

async function loadForecast({ orderId }: { orderId: string }) {
  const core = await store.findCore(orderId);
  return core && { ...core, history: await historyOf(core.order.supplierId) };
}

/** When the order is likely done, with the range of four cases in five and the causes; made on every read, from the model that it names. */
export const expected = action(
  { name: "order.expected", effect: "read", input: z.strictObject({ orderId: id("order") }), load: loadForecast, policy: policy.read },
  async ({ record }): Promise<ForecastView> => {
    const found = forecastOf(record, record.history);
    return found ? { forecast: { ...found, causes: [...found.causes] } } : {};
  },
);
