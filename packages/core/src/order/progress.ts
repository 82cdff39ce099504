import * as z from "zod";
import { action } from "../kernel/action.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { refOf } from "../kernel/actor.ts";
import { Links } from "../ports/blob.ts";
import type { Stage } from "../production/model.ts";
import { tookOf } from "../production/forecast.ts";
import { holidays } from "../production/holidays.ts";
import { overallPercent, readyForInspection, reported } from "../production/plan.ts";
import { tookWrite } from "../supplier/figures.ts";
import { commit } from "../table/commit.ts";
import { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { headerWrite, stageWrite } from "./change.ts";
import { UpdateRow } from "./entities.ts";
import * as event from "./event.ts";
import { forecastOf, historyOf } from "./forecast.ts";
import { loadCore, take } from "./index.ts";
import type { Status } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";
import type { ProgressView } from "./view.ts";

const byId = z.strictObject({ orderId: id("order") });

/** A slot for a photo from the floor or of a defect; the picture counts once it has been checked. */
export const askPhoto = action(
  { name: "order.ask_photo", effect: "command", input: byId.extend({ type: Upload.ImageType }), load: loadCore, policy: policy.report },
  async ({ input, record: { order } }) =>
    Upload.open({ purpose: "stage", subjectId: order.orderId, orgId: order.supplierId ?? "", type: input.type }),
);

const Reporting = byId.extend({
  position: z.int().min(1).max(30),
  percent: z.int().min(0).max(100),
  note: z.string().trim().min(3).max(1_000).optional(),
  photos: z.array(id("upload")).max(6).default([]),
});

/** The first report starts production, or the sample when the plan has one. */
function statusAfter({ order, stages }: store.Core): Status {
  if (order.status !== "accepted") return order.status;
  return process.next(order.status, stages.some(({ stage }) => stage.key === "sample") ? "startSample" : "startProduction");
}

/** Whether the guard of the step that leads on holds after a report; other statuses have guards that reports do not touch. */
function guardOf(status: Status, stages: readonly Stage[]): { readonly guardMet?: boolean } {
  if (status === "sampling") return { guardMet: stages.some(({ key, state }) => key === "sample" && state === "done") };
  return status === "in_production" ? { guardMet: readyForInspection(stages) } : {};
}

const reportable: ReadonlySet<Status> = new Set<Status>(["accepted", "sampling", "in_production", "inspection", "ready", "awaiting_balance"]);

function stageAt(core: store.Core, position: number): store.StagedRecord {
  const staged = core.stages.find(({ stage }) => stage.position === position);
  if (!staged) throw notFound();
  if (!reportable.has(core.order.status)) throw conflict("stage.not_open", "Progress cannot be reported now", { status: core.order.status });
  if (core.order.status === "sampling" && staged.stage.key !== "sample")
    throw conflict("stage.sample_first", "The sample has to be approved before the bulk starts");
  return staged;
}

/** The order, and at the same time the photos that the report names and what stages took at whoever reports. */
async function loadReporting({ orderId, photos }: z.output<typeof Reporting>) {
  const { actor } = Request.use();
  const maker = actor.type === "member" && actor.orgKind === "supplier" ? actor.orgId : undefined;
  const [core, sent, history] = await Promise.all([loadCore({ orderId }), Upload.findMany(orderId, photos), historyOf(maker)]);
  return core && { ...core, sent, history };
}

/** A stage that is finished now is counted among those its supplier has finished. */
function countTook(supplierId: string | undefined, stage: Stage) {
  const took = stage.state === "done" ? tookOf(stage, holidays.BD) : undefined;
  return supplierId && took !== undefined ? [tookWrite(supplierId, { key: stage.key, took })] : [];
}

/**
 * The floor reports how far a stage is, with a note and checked photos. Throws `stage.falls` when the percent would fall without a
 * note, `stage.sample_first` before the sample is approved and `upload.not_ready` for photos that have not been checked.
 */
export const report = action(
  { name: "order.report", effect: "command", input: Reporting, load: loadReporting, policy: policy.report },
  async ({ input, record, actor }) => {
    const { order, stages } = record;
    const { orderId } = order;
    const before = stageAt(record, input.position);
    const photos = Upload.readyAmong(record.sent, input.photos);
    const stage = reported(before.stage, { percent: input.percent, note: input.note, on: dateOf(nowIso()) });
    const now = stages.map((staged) => (staged === before ? stage : staged.stage));
    const percent = overallPercent(now);
    const status = statusAfter(record);
    const after = { order: { ...order, status }, stages: now.map((one) => ({ stage: one, version: 0 })) };
    const expected = forecastOf(after, record.history);
    const update = {
      orderId,
      updateId: newId("update"),
      position: stage.position,
      stageName: stage.name,
      percent: stage.percent,
      ...(input.note ? { note: input.note } : {}),
      photos: photos.flatMap(({ key }) => (key ? [key] : [])),
      ...(expected ? { forecast: expected } : {}),
      by: refOf(actor).id,
      at: nowIso(),
    };
    return commit({
      about: orderId,
      writes: [
        headerWrite(order, { status, percent, ...guardOf(status, now) }, nowIso()),
        stageWrite(orderId, before, stage),
        creating(UpdateRow.create(update)),
        ...photos.map(Upload.adoptWrite),
        ...countTook(order.supplierId, stage),
      ],
      events: [event.StageReported({ orderId, position: stage.position, stageName: stage.name, percent: stage.percent, photos: photos.length })],
      changed: { before: { status: order.status, percent: order.percent }, after: { status, percent } },
      reply: { orderId, status, percent, updateId: update.updateId },
    });
  },
);

/** The buyer approves the sample, which opens the bulk. */
export const approveSample = action(
  { name: "order.approve_sample", effect: "command", input: byId, load: loadCore, policy: policy.approveSample },
  async ({ record }) => {
    const sample = record.stages.find(({ stage }) => stage.key === "sample");
    if (!sample || sample.stage.state !== "done") throw conflict("sample.not_ready", "The sample has not been finished yet");
    return take({ order: record.order, step: "approveSample", events: [event.SampleApproved({ orderId: record.order.orderId })] });
  },
);

/** The supplier says that the goods are made and can be inspected. */
export const finish = action(
  { name: "order.finish_production", effect: "command", input: byId, load: loadCore, policy: policy.report },
  async ({ record }) => {
    if (!readyForInspection(record.stages.map(({ stage }) => stage)))
      throw conflict("stage.unfinished", "Finish every stage before the quality check first");
    return take({ order: record.order, step: "finishProduction" });
  },
);

async function loadProgress({ orderId }: { orderId: string }) {
  const [order, progress] = await Promise.all([store.find(orderId), store.findProgress(orderId)]);
  return order ? { order, progress } : undefined;
}

/** What the floor reported, newest first, with links to its photos that last five minutes. */
export const updates = action(
  { name: "order.updates", effect: "read", input: byId, load: loadProgress, policy: policy.read },
  async ({ record }): Promise<ProgressView> => {
    const { progress } = record;
    const link = (key: string) => Links.use().presignGet({ key, seconds: 300 });
    return {
      updates: await Promise.all(
        progress.updates.map(async ({ photos, forecast: _forecast, ...update }) => ({ ...update, photos: await Promise.all(photos.map(link)) })),
      ),
      inspections: await Promise.all(
        progress.inspections.map(async ({ inspectionId, at, inspection, decision }) => ({
          ...inspection,
          findings: await Promise.all(
            inspection.findings.map(async (finding) => ({ ...finding, photos: await Promise.all(finding.photos.map(link)) })),
          ),
          inspectionId,
          at,
          ...(decision ? { decision } : {}),
        })),
      ),
    };
  },
);
