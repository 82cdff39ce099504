import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Links } from "../ports/blob.ts";
import { type Preview, previewFile } from "../product/csv/index.ts";
import { commit } from "../table/commit.ts";
import { Opened, Started } from "./events.ts";
import { Answers, type ImportView, MAX_FILE_BYTES, type PreviewView } from "./model.ts";
import { openFile } from "./plan.ts";
import * as policy from "./policy.ts";
import { reportKey } from "./report.ts";
import * as store from "./store.ts";
import { fresh } from "./work.ts";

export { ImportView, PreviewView } from "./model.ts";
export { Advanced, ExportAsked, Exported, Failed, Finished, Opened, Started } from "./events.ts";
export { failStill } from "./failing.ts";
export { fail, run } from "./work.ts";

/** Opens an import: a job and the slot its file is sent to. */
export const open = action(
  { name: "import.open", effect: "command", input: z.strictObject({}), load: nothing, policy: policy.create },
  async ({ actor }) => {
    if (actor.type !== "member") throw forbidden("import.open.forbidden", "Only suppliers import products");
    const jobId = newId("job");
    const key = `import/${actor.orgId}/${jobId}.csv`;
    const { url, fields } = await Links.use().presignPost({ key, type: "text/csv", maxBytes: MAX_FILE_BYTES });
    return commit({
      about: jobId,
      writes: [store.createWrite({ jobId, orgId: actor.orgId, key }, nowIso())],
      events: [Opened({ jobId, orgId: actor.orgId })],
      reply: { jobId, url, fields: { ...fields } },
    });
  },
);

const ById = z.strictObject({ jobId: id("job") });

async function load({ jobId }: { jobId: string }): Promise<store.Info | undefined> {
  const job = await store.find(jobId);
  return job?.kind === "import" ? job : undefined;
}

const viewOf = ({ jobId, state, total, done, seen, rejected, rejections, needs, isDryRun, failure }: store.Info): ImportView => ({
  jobId,
  state,
  total,
  done,
  ...seen,
  rejected,
  rejections,
  needs: state === "uploading" ? needs : [],
  isDryRun,
  hasReport: state === "done" || state === "checked",
  ...(failure && state === "failed" ? { failure } : {}),
});

/** How far an import is. */
export const get = action({ name: "import.get", effect: "read", input: ById, load, policy: policy.own }, async ({ record }) => viewOf(record));

const SHOWN = 50;

/**
 * Rows that are read while somebody waits for the answer: a call has 29 seconds, and 50,000 rows of our own test file take a second and a
 * half of a whole processor, of which a function has a part. A longer file is read to its end by the worker that imports it.
 */
export const LOOKED_AT = 5_000;

/** Nothing of the file is held but the first products of each kind. */
async function readPreview(job: store.Info, answers: Answers): Promise<Preview> {
  const open = async () => {
    const file = await openFile(job);
    if (!file) throw conflict("import.no_file", "The file has not arrived yet");
    return file;
  };
  return previewFile(open, answers, { most: SHOWN, rows: LOOKED_AT });
}

const shown = ({ create, creates, owns, waiting, rejected, rejections, needs, types, tags, isWhole }: Preview): PreviewView => ({
  create: create.slice(0, SHOWN).map(({ handle, title, line, variants, images }) => ({
    handle,
    title,
    line,
    pictures: images.length,
    variants: variants.map(({ sku, isSkuDerived, options, stock }) => ({
      sku,
      isSkuDerived,
      options: options.map(({ value }) => value).join(" / "),
      ...(stock === undefined ? {} : { stock }),
    })),
  })),
  creates,
  owns,
  waiting: waiting.slice(0, SHOWN).map((one) => ({ ...one, lacks: [...one.lacks] })),
  rejected: rejected.map((one) => ({ ...one })),
  rejections,
  needs: needs.map((one) => ({ ...one })),
  types: types.slice(0, SHOWN).map((one) => ({ ...one })),
  tags: tags.slice(0, SHOWN).map((one) => ({ ...one })),
  isWhole,
});

const Answered = ById.extend({ answers: Answers });

/** What importing the file with these answers would make; nothing is made. */
export const preview = action({ name: "import.preview", effect: "read", input: Answered, load, policy: policy.own }, async ({ input, record }) =>
  shown(await readPreview(record, input.answers)),
);

const Starting = ById.extend({ answers: Answers.optional(), isDryRun: z.boolean().default(false) });

const startable = new Set<store.Info["state"]>(["uploading", "checked", "failed"]);

/** How many products there are, once none of them waits for an answer any more; of a long file nobody knows before it is read. */
async function countReady(job: store.Info, answers: Answers): Promise<number> {
  const read = await readPreview(job, answers);
  if (read.needs.length > 0)
    throw conflict("import.incomplete", "Some products still lack an answer", { needs: read.needs.map(({ field }) => field) });
  return read.isWhole ? read.creates + read.owns : 0;
}

/** What a start stands on: the plan that was laid down where it still holds, otherwise the answers, with none of them missing. */
async function groundOf(job: store.Info, given: Answers | undefined) {
  const goesOn = job.state === "failed" && job.isPlanned;
  const isPlanned = job.isPlanned && (goesOn || given === undefined);
  if (isPlanned) return { goesOn, isPlanned, answers: job.answers, total: job.total };
  const answers = given ?? job.answers ?? Answers.parse({});
  return { goesOn, isPlanned, answers, total: await countReady(job, answers) };
}

/**
 * Starts the import, to do it or only to look at what it would do (`isDryRun`). After a look it is started with the same answers unless
 * others are given; a failed one goes on where it stopped. `total` is 0 for a long file, which is counted when the worker has read it to
 * its end; what asks there for more answers has the import wait again. Throws `import.incomplete` while products still wait for an answer, and
 * `import.started` when it runs or is done.
 */
export const start = action({ name: "import.start", effect: "command", input: Starting, load, policy: policy.own }, async ({ input, record }) => {
  const started = () => conflict("import.started", "This import has been started already");
  if (!startable.has(record.state)) throw started();
  const { jobId, orgId } = record;
  const { goesOn, isPlanned, answers, total } = await groundOf(record, input.answers);
  const attempt = record.attempt + 1;
  const isDryRun = goesOn ? record.isDryRun : input.isDryRun;
  const change = { state: "running" as const, answers, attempt, isDryRun, total, isPlanned, ...(goesOn ? {} : fresh) };
  return commit({
    about: jobId,
    writes: [store.changeWrite(record, change, nowIso())],
    events: [Started({ jobId, orgId, attempt, isDryRun })],
    changed: { before: record, after: { state: "running", attempt, isDryRun } },
    reply: { jobId, total },
    refused: started,
  });
});

/** How long a link to a file holds, in seconds. */
const LINK_SECONDS = 300;

/** Where to fetch what became of every product and row of the file, for five minutes. Throws `import.no_report` before the end. */
export const report = action({ name: "import.report", effect: "read", input: ById, load, policy: policy.own }, async ({ record }) => {
  if (!viewOf(record).hasReport) throw conflict("import.no_report", "The report is there when the import is done");
  const downloadAs = `import-${record.at.slice(0, 10)}-report.csv`;
  return { url: await Links.use().presignGet({ key: reportKey(record), seconds: LINK_SECONDS, downloadAs }) };
});
