import { dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { swept } from "../kernel/swept.ts";
import { commit } from "../table/commit.ts";
import { type Alarm, alarmOf, made, watched } from "./alarm.ts";
import { alarmWrite } from "./change.ts";
import * as event from "./event.ts";
import { forecastOf, historyOf } from "./forecast.ts";
import * as store from "./store.ts";

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

type Change = { readonly core: store.Core; readonly alarm: Alarm | undefined };

/** What becomes of the alarm of one order; undefined where it stays as it is. What is shown as a demonstration stays as it is shown. */
async function changeOf(order: store.Info): Promise<Change | undefined> {
  if (order.isDemo) return undefined;
  // The plan is looked into only where one is made.
  const core = made.includes(order.status) ? await store.findCore(order.orderId) : { order, stages: [] };
  if (!core) return undefined;
  const { status, laneAt, guardMet, alarm: before } = core.order;
  const stages = core.stages.map(({ stage }) => stage);
  const alarm = alarmOf({ status, movedAt: laneAt, guardMet, stages }, before, dateOf(nowIso()));
  return alarm?.cause === before?.cause && alarm?.level === before?.level ? undefined : { core, alarm };
}

/** Writes down that an order has an alarm, or has none any more, and tells whom it concerns. */
async function raise({ core, alarm }: Change): Promise<unknown> {
  const { orderId, alarm: before } = core.order;
  return commit({
    about: orderId,
    writes: [alarmWrite(core.order, alarm)],
    events: await told(core, before, alarm),
    changed: { before: { alarm: before }, after: { alarm } },
    reply: null,
    refused: () => conflict("order.changed", "This order changed while you were looking at it; read it again"),
  });
}

/**
 * Sees to it that every paid order has a live plan or an alarm with an owner; at every full hour, so that one that fell out is made up for
 * by the next. Raised twice an alarm stays one. Says how many changed.
 */
export async function sweepOrders(): Promise<number> {
  if (Request.use().now.getUTCMinutes() !== 0) return 0;
  let changed = 0;
  for (const status of watched) {
    for await (const order of store.waiting(status)) {
      const alarm = await changeOf(order);
      if (alarm) changed += await swept(raise(alarm));
    }
  }
  return changed;
}
