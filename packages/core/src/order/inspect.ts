import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict, invalid } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { agreed, countOf, Finding, isLenient, Limits, verdictOf } from "../inspection/rules.ts";
import { countWrite } from "../supplier/figures.ts";
import { commit } from "../table/commit.ts";
import { changing, creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { headerWrite } from "./change.ts";
import { InspectionRow } from "./entities.ts";
import * as event from "./event.ts";
import { loadCore, type StepReply, take } from "./index.ts";
import * as policy from "./policy.ts";
import { findInspection, type Inspection } from "./inspected.ts";
import type { Info } from "./store.ts";

const byId = z.strictObject({ orderId: id("order") });

const Inspecting = byId.extend({
  findings: z.array(Finding).max(40),
  limits: Limits.default(agreed),
  note: z.string().trim().min(3).max(1_000).optional(),
});
type Inspecting = z.output<typeof Inspecting>;

/** On time is what passes up to and with the day that was promised to the buyer. */
const isOnTime = ({ promisedOn }: Info): boolean => promisedOn === undefined || dateOf(nowIso()) <= promisedOn;

const passed = (order: Info) => ({ passed: 1, onTime: isOnTime(order) ? 1 : 0 });

/** Less than was agreed is only the platform's to ask for, and it says why. */
function assertLimits(actor: Actor, { limits, note }: Inspecting): void {
  if (!isLenient(limits)) return;
  if (actor.type !== "admin") throw invalid("inspection.lenient", "A lot can be held to more than was agreed, not to less", limits);
  if (note === undefined) throw invalid("inspection.unexplained", "Say in a note why the lot is held to less than was agreed");
}

/** The order, and at the same time the photos that the findings name. */
async function loadInspecting({ orderId, findings }: Inspecting) {
  const photos = findings.flatMap((finding) => finding.photos);
  const [core, sent] = await Promise.all([loadCore({ orderId }), Upload.findMany(orderId, photos)]);
  return core && { ...core, sent };
}

type Inspected = { readonly order: Info; readonly inspectionId: string; readonly inspection: Readonly<Record<string, unknown>> };

/** What every verdict leaves behind: the inspection itself, and one more in the supplier's figures. */
const leaves = ({ order, inspectionId, inspection }: Inspected, figures: Readonly<Record<string, number>>) => [
  creating(InspectionRow.create({ orderId: order.orderId, inspectionId, inspection, at: nowIso() })),
  ...(order.supplierId ? [countWrite(order.supplierId, { inspected: 1, ...figures })] : []),
];

/** A lot that is for the buyer to decide stays where it is, and the header says that it waits. */
async function wait(inspected: Inspected, adopted: readonly Parameters<typeof Upload.adoptWrite>[0][]): Promise<StepReply> {
  const { order, inspectionId } = inspected;
  const change = { guardMet: true, inspections: (order.inspections ?? 0) + 1 };
  return commit({
    about: order.orderId,
    writes: [headerWrite(order, change, nowIso()), ...leaves(inspected, {}), ...adopted.map(Upload.adoptWrite)],
    events: [event.InspectionConditional({ orderId: order.orderId, inspectionId })],
    changed: { before: order, after: change },
    reply: { orderId: order.orderId, status: order.status },
  });
}

/**
 * Records an inspection of the whole lot: sampling plan, counts and verdict follow from the lot size, the limits and what was found. A
 * lot that failed is inspected again once it is mended, by the same limits and counted in rounds. Throws `inspection.lenient` for less
 * than was agreed, `inspection.class` for a defect that is called too harmless and `inspection.waits` while the buyer decides.
 */
export const inspect = action(
  { name: "order.inspect", effect: "command", input: Inspecting, load: loadInspecting, policy: policy.inspect },
  async ({ input, record: { order, sent }, actor }) => {
    if (order.status === "inspection" && order.guardMet) throw conflict("inspection.waits", "The buyer decides about this lot first");
    assertLimits(actor, input);
    const { findings, note } = input;
    const photos = Upload.readyAmong(
      sent,
      findings.flatMap((finding) => finding.photos),
    );
    const keyOf = new Map(photos.flatMap(({ uploadId, key }) => (key ? [[uploadId, key] as const] : [])));
    const shown = findings.map((finding) => ({ ...finding, photos: finding.photos.flatMap((uploadId) => keyOf.get(uploadId) ?? []) }));
    const defects = countOf(findings);
    const verdict = verdictOf(order.quantity, defects, input.limits);
    const round = (order.inspections ?? 0) + 1;
    const { level: _level, ...plan } = verdict;
    const inspection = { ...plan, limits: input.limits, defects, findings: shown, round, ...(note ? { note } : {}) };
    const inspected = { order, inspectionId: newId("inspection"), inspection };
    if (verdict.result === "conditional") return wait(inspected, photos);
    return conclude(inspected, verdict.result === "pass", photos);
  },
);

async function conclude(inspected: Inspected, isPass: boolean, photos: readonly Parameters<typeof Upload.adoptWrite>[0][]): Promise<StepReply> {
  const { order, inspectionId } = inspected;
  const { orderId } = order;
  return take({
    order,
    step: isPass ? "passInspection" : "failInspection",
    // The stages stay done: once mended, the goods can be handed to inspection again.
    change: { inspections: (order.inspections ?? 0) + 1, ...(isPass ? {} : { guardMet: true }) },
    writes: [...leaves(inspected, isPass ? passed(order) : {}), ...photos.map(Upload.adoptWrite)],
    events: [isPass ? event.InspectionPassed({ orderId, inspectionId }) : event.InspectionFailed({ orderId, inspectionId })],
  });
}

const Deciding = byId.extend({ inspectionId: id("inspection"), takes: z.boolean() });

async function loadDeciding({ orderId, inspectionId }: z.output<typeof Deciding>) {
  const [core, waiting] = await Promise.all([loadCore({ orderId }), findInspection(orderId, inspectionId)]);
  return core && { ...core, waiting };
}

const isWaiting = (order: Info, inspection: Inspection | undefined): inspection is Inspection =>
  order.guardMet === true && inspection?.inspection.result === "conditional" && inspection.decision === undefined;

/** The buyer takes a lot with a few minor defects more than agreed, or has it mended. Throws `inspection.decided` where nothing waits. */
export const decideLot = action(
  { name: "order.decide_lot", effect: "command", input: Deciding, load: loadDeciding, policy: policy.decideLot },
  async ({ input: { takes }, record: { order, waiting } }) => {
    if (!isWaiting(order, waiting)) throw conflict("inspection.decided", "There is nothing to decide about this lot");
    const { orderId, supplierId } = order;
    const named = { orderId, inspectionId: waiting.inspectionId };
    const decided = InspectionRow.patch(named)
      .set({ decision: takes ? "taken" : "refused", decidedAt: nowIso() })
      .where(({ decision }, { notExists }) => notExists(decision));
    return take({
      order,
      step: takes ? "takeLot" : "refuseLot",
      ...(takes ? {} : { change: { guardMet: true } }),
      writes: [changing(decided), ...(takes && supplierId ? [countWrite(supplierId, passed(order))] : [])],
      events: [takes ? event.InspectionPassed(named) : event.InspectionFailed(named)],
    });
  },
);
