import * as z from "zod";
import { action } from "../kernel/action.ts";
import { refOf } from "../kernel/actor.ts";
import { CalendarDate, dateOf } from "../kernel/calendar.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { holidays } from "../production/holidays.ts";
import { promisedOn } from "../production/plan.ts";
import { revised } from "../production/revise.ts";
import { commit } from "../table/commit.ts";
import { creating } from "../table/write.ts";
import { headerWrite, stageWrite } from "./change.ts";
import { UpdateRow } from "./entities.ts";
import * as event from "./event.ts";
import { loadCore } from "./index.ts";
import type { Status } from "./model.ts";
import * as policy from "./policy.ts";

const movable: ReadonlySet<Status> = new Set<Status>(["accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance"]);

const Revising = z.strictObject({
  orderId: id("order"),
  position: z.int().min(1).max(30),
  dueOn: CalendarDate,
  reason: z.string().trim().min(3).max(500),
});

/**
 * Gives a stage another day, with the reason that everybody reads; what comes after it moves along, and with it the day that is promised.
 * The move stands among the reports, so that each reason stays. Throws `stage.not_open`, `stage.done`, `stage.past`, `stage.rest` and `stage.same`.
 */
export const reviseStage = action(
  { name: "order.revise_stage", effect: "command", input: Revising, load: loadCore, policy: policy.revise },
  async ({ input, record: { order, stages }, actor }) => {
    if (!movable.has(order.status)) throw conflict("stage.not_open", "The plan cannot be changed now", { status: order.status });
    const { orderId } = order;
    const now = nowIso();
    const after = revised(
      stages.map(({ stage }) => stage),
      { ...input, today: dateOf(now), holidays: holidays.BD },
    );
    const moved = after.find(({ position }) => position === input.position);
    if (!moved) throw notFound();
    const promise = promisedOn(after);
    const update = { orderId, updateId: newId("update"), position: moved.position, stageName: moved.name, percent: moved.percent };
    return commit({
      about: orderId,
      writes: [
        headerWrite(order, { promisedOn: promise }, now),
        ...stages.flatMap((before, index) => {
          const stage = after[index];
          return stage && stage !== before.stage ? [stageWrite(orderId, before, stage)] : [];
        }),
        creating(UpdateRow.create({ ...update, note: input.reason, movedTo: input.dueOn, photos: [], by: refOf(actor).id, at: now })),
      ],
      events: [
        event.PlanRevised({
          orderId,
          position: moved.position,
          stageName: moved.name,
          dueOn: input.dueOn,
          promisedOn: promise,
          ...(order.promisedOn ? { before: order.promisedOn } : {}),
        }),
      ],
      changed: { before: { promisedOn: order.promisedOn }, after: { promisedOn: promise } },
      reply: { orderId, status: order.status, promisedOn: promise },
    });
  },
);
