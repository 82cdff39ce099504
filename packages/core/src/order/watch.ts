import { dateOf } from "../kernel/calendar.ts";
import { conflict, isKind } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import { type Alarm, alarmOf, watched } from "./alarm.ts";
import { alarmWrite } from "./change.ts";
import { Header } from "./entities.ts";
import * as event from "./event.ts";
import { forecastOf, historyOf } from "./forecast.ts";
import type { Status } from "./model.ts";
import * as store from "./store.ts";

/** The plan is looked into only where one is made. */
const hasPlan = (status: Status): boolean => ["accepted", "sampling", "in_production"].includes(status);

/** The day that a buyer is told of: the likely one, else the one that is promised. */
async function newDay(core: store.Core): Promise<string | undefined> {
  const forecast = forecastOf(core, await historyOf(core.order.supplierId));
  return forecast?.likelyOn ?? core.order.promisedOn;
}

/** What is told where an alarm is new or has gone up; nothing where it only ends. */
async function told(core: store.Core, before: Alarm | undefined, alarm: Alarm | undefined): Promise<readonly DomainEvent[]> {
  if (!alarm || (alarm.cause === before?.cause && alarm.level < before.level)) return [];
  const likelyOn = alarm.level === 3 ? await newDay(core) : undefined;
  return [event.Escalated({ orderId: core.order.orderId, ...alarm, ...(likelyOn ? { likelyOn } : {}) })];
}

/** Looks at one order and writes down whether it has an alarm, how far up it is, and who is to be told; true when something changed. */
async function watch(order: store.Info): Promise<boolean> {
  const core = hasPlan(order.status) ? await store.findCore(order.orderId) : { order, stages: [] };
  if (!core) return false;
  const { status, laneAt, guardMet, alarm: before, orderId } = core.order;
  const stages = core.stages.map(({ stage }) => stage);
  const alarm = alarmOf({ status, movedAt: laneAt, guardMet, stages }, before, dateOf(nowIso()));
  if (alarm?.cause === before?.cause && alarm?.level === before?.level) return false;
  await commit({
    about: orderId,
    writes: [alarmWrite(core.order, alarm)],
    events: await told(core, before, alarm),
    changed: { before: { alarm: before }, after: { alarm } },
    reply: null,
    refused: () => conflict("order.changed", "This order changed while you were looking at it; read it again"),
  });
  return true;
}

async function watchStatus(status: Status, cursor: string | null = null): Promise<number> {
  const page = await Header.query.byStatus({ status }).go({ limit: 50, cursor });
  let changed = 0;
  // What is shown as a demonstration stays as it is shown.
  for (const row of page.data.filter(({ isDemo }) => !isDemo)) {
    changed += await watch(store.headerIn(row)).then(
      (did) => (did ? 1 : 0),
      (error: unknown) => {
        // The order moved meanwhile, which is what was missed of it; or the next hour finds it.
        if (!isKind(error, "conflict") && !isKind(error, "unavailable")) throw error;
        return 0;
      },
    );
  }
  return page.cursor ? changed + (await watchStatus(status, page.cursor)) : changed;
}

/**
 * Sees to it that every paid order has a live plan or an alarm with an owner; at every full hour, so that one that fell out is made up for
 * by the next. Raised twice an alarm stays one. Says how many changed.
 */
export async function sweepOrders(): Promise<number> {
  if (Request.use().now.getUTCMinutes() !== 0) return 0;
  let changed = 0;
  for (const status of watched) changed += await watchStatus(status);
  return changed;
}
