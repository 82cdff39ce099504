import * as z from "zod";
import { action } from "../kernel/action.ts";
import { id, newId } from "../kernel/id.ts";
import { dateOf } from "../kernel/calendar.ts";
import { nowIso } from "../kernel/request.ts";
import { countWrite } from "../supplier/figures.ts";
import { Defects, verdictOf } from "../inspection/rules.ts";
import { creating } from "../table/write.ts";
import { InspectionRow } from "./entities.ts";
import * as event from "./event.ts";
import { loadCore, take } from "./index.ts";
import * as policy from "./policy.ts";
import type { Info } from "./store.ts";

const Inspecting = z.strictObject({ orderId: id("order"), defects: Defects, note: z.string().trim().min(3).max(1_000).optional() });

/** On time is what passes up to and with the day that was promised to the buyer. */
const isOnTime = ({ promisedOn }: Info): boolean => promisedOn === undefined || dateOf(nowIso()) <= promisedOn;

/** Records an inspection of the whole lot: the sampling plan and the verdict follow from the lot size and the defects that were found. */
export const inspect = action(
  { name: "order.inspect", effect: "command", input: Inspecting, load: loadCore, policy: policy.inspect },
  async ({ input, record: { order } }) => {
    const { orderId } = order;
    const inspectionId = newId("inspection");
    const verdict = verdictOf(order.quantity, input.defects);
    const inspection = { ...verdict, defects: input.defects, ...(input.note ? { note: input.note } : {}) };
    const passed = verdict.result === "pass";
    const reply = await take({
      order,
      step: passed ? "passInspection" : "failInspection",
      // The stages stay done: once mended, the goods can be handed to inspection again.
      ...(passed ? {} : { change: { guardMet: true } }),
      writes: [
        creating(InspectionRow.create({ orderId, inspectionId, inspection, at: nowIso() })),
        ...(order.supplierId
          ? [countWrite(order.supplierId, { inspected: 1, ...(passed ? { passed: 1, onTime: isOnTime(order) ? 1 : 0 } : {}) })]
          : []),
      ],
      events: [passed ? event.InspectionPassed({ orderId, inspectionId }) : event.InspectionFailed({ orderId, inspectionId })],
    });
    return reply;
  },
);
