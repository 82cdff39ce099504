import * as z from "zod";
import { action } from "../kernel/action.ts";
import { AppError, conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { clock } from "../ports/clock.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { apply, findListings, type Outcome } from "./apply.ts";
import type { Planned } from "./draft.ts";
import type { Need } from "../product/csv/index.ts";
import { Advanced, Asking, Finished } from "./events.ts";
import { failOne } from "./failing.ts";
import { type Counts, noCounts } from "./model.ts";
import { PART, readPart, writePlan } from "./plan.ts";
import * as policy from "./policy.ts";
import { writePiece, writeReport } from "./report.ts";
import * as store from "./store.ts";

/** How long one message works before it hands the rest to the next, in milliseconds: far below what its Lambda may take. */
export const BUDGET_MS = 30_000;

/** Listings that are written side by side. */
const ABREAST = 8;

/** Products of a part whose listings are looked up together: what one batch read takes. */
const TOGETHER = 100;

const field = { created: "created", updated: "updated", skipped: "skipped", "left out": "refused" } as const;

const counted = (counts: Counts, { outcome, fetched, missed }: Outcome): Counts => ({
  ...counts,
  [field[outcome]]: counts[field[outcome]] + 1,
  picturesFetched: counts.picturesFetched + fetched,
  picturesMissed: counts.picturesMissed + missed,
});

type Slice = { readonly outcomes: readonly Outcome[]; readonly counts: Counts; readonly to: number };

/** What the products of one message share: the import, whose it is, and when to stop. */
type Shift = { readonly job: store.Info; readonly supplierName: string; readonly until: number };

async function applyAll({ job, supplierName, until }: Shift, planned: readonly Planned[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const listings = await findListings(job, planned);
  for (let from = 0; from < planned.length; from += ABREAST) {
    if (from > 0 && clock.now().getTime() > until) break;
    const some = planned.slice(from, from + ABREAST);
    outcomes.push(...(await Promise.all(some.map((one, index) => apply({ job, supplierName }, one, listings[from + index])))));
  }
  return outcomes;
}

/** Works from where the job stands until its time is used or nothing is left. */
async function workOn(job: store.Info): Promise<Slice> {
  const until = clock.now().getTime() + BUDGET_MS;
  const supplierName = (await Supplier.nameOf(job.orgId)) ?? "";
  const outcomes: Outcome[] = [];
  let to = job.next;
  let counts = job.counted;
  let part: readonly Planned[] = [];
  while (to < job.total && clock.now().getTime() <= until) {
    const place = to % PART;
    if (part.length === 0 || place === 0) part = await readPart(job, Math.floor(to / PART));
    const done = await applyAll({ job, supplierName, until }, part.slice(place, place + TOGETHER));
    outcomes.push(...done);
    counts = done.reduce(counted, counts);
    to += done.length;
    await store.note(job, to, counts);
  }
  return { outcomes, counts, to };
}

const moved = () => conflict("import.moved", "Another message was faster");

/** Some products lack an answer that the beginning of the file did not ask for: the import waits for it, and nothing is made. */
async function ask(job: store.Info, needs: readonly Need[]): Promise<unknown> {
  const { jobId, orgId } = job;
  return commit({
    about: jobId,
    writes: [store.changeWrite(job, { state: "uploading", needs: needs.map((one) => ({ ...one })) }, nowIso())],
    events: [Asking({ jobId, orgId, questions: needs.length })],
    changed: { before: { state: job.state }, after: { state: "uploading" } },
    reply: { needs: needs.length },
    refused: moved,
  });
}

/** The first message: reads the file to its end and lays the plan down. A file that cannot be read fails with the reason, for good. */
async function plan(job: store.Info): Promise<unknown> {
  if (!job.answers) throw conflict("import.moved", "This import was never started");
  const { needs, ...planned } = await writePlan(job, job.answers);
  const { jobId, orgId, attempt } = job;
  if (needs.length > 0) return ask(job, needs);
  return commit({
    about: jobId,
    writes: [store.changeWrite(job, { ...planned, isPlanned: true }, nowIso())],
    events: [Advanced({ jobId, orgId, attempt, next: 0 })],
    changed: { before: job, after: { isPlanned: true, total: planned.total } },
    reply: { total: planned.total },
    refused: moved,
  });
}

/** Every other message: a slice of the products, then word to the next or the end. */
async function goOn(job: store.Info): Promise<unknown> {
  const { jobId, orgId, attempt } = job;
  const { outcomes, counts, to } = await workOn(job);
  const piece = { from: job.next, to };
  await writePiece(job, piece, outcomes);
  const pieces = [...job.pieces, piece];
  const isLast = to >= job.total;
  if (isLast) await writeReport({ ...job, pieces });
  const state = isLast ? (job.isDryRun ? "checked" : "done") : "running";
  const { created, updated, skipped } = counts;
  return commit({
    about: jobId,
    writes: [store.changeWrite(job, { next: to, done: to, counted: counts, seen: counts, pieces, state }, nowIso())],
    events: [isLast ? Finished({ jobId, orgId, created, updated, skipped }) : Advanced({ jobId, orgId, attempt, next: to })],
    changed: { before: { state: job.state, next: job.next }, after: { state, next: to } },
    reply: { next: to },
    refused: moved,
  });
}

/** What is wrong with the file as a whole is its owner's to mend, not ours to try again. */
async function refuse(job: store.Info, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
  await failOne(job, error.message);
}

const ById = z.strictObject({ jobId: id("job") });
const load = ({ jobId }: { jobId: string }) => store.find(jobId);

const Turn = ById.extend({ attempt: z.int(), next: z.int().optional() });

/**
 * One message's part of an import. Whoever is stopped in it begins again where the last one ended: listings that this import has made
 * or changed say so themselves, so that nothing is done twice and the counts come out the same. Messages of an earlier start, and those
 * whose part is done, throw `import.moved`.
 */
export const run = action({ name: "import.run", effect: "command", input: Turn, load, policy: policy.work }, async ({ input, record }) => {
  if (record.state !== "running" || record.attempt !== input.attempt || (input.next ?? record.next) !== record.next) throw moved();
  return record.isPlanned ? goOn(record) : plan(record).catch((error: unknown) => refuse(record, error));
});

/** The last try of a message failed: people are told, and may have it go on. */
export const fail = action({ name: "import.fail", effect: "command", input: Turn, load, policy: policy.work }, async ({ input, record }) => {
  if (record.state === "running" && record.attempt === input.attempt) await failOne(record);
});

/** Where a job that begins stands. */
export const fresh = { next: 0, done: 0, counted: noCounts, seen: noCounts, pieces: [], needs: [] };
