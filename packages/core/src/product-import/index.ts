import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, forbidden, isKind } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { usd } from "../kernel/money.ts";
import { Blob, Links } from "../ports/blob.ts";
import { PictureSource } from "../ports/picture-source.ts";
import { sha256 } from "../ports/crypto.ts";
import { previewFile, type Preview, type ProductDraft } from "../product/csv/index.ts";
import * as Product from "../product/index.ts";
import type { Draft } from "../product/model.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { Answers, type ImportView, MAX_FILE_BYTES, type PreviewView } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { ImportView, PreviewView } from "./model.ts";

const about = { jobId: id("job"), orgId: z.string() };
export const Opened = defineEvent("import.opened", z.object(about));
export const Started = defineEvent("import.started", z.object(about));
export const Finished = defineEvent("import.finished", z.object({ ...about, created: z.int(), skipped: z.int() }));

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
const load = ({ jobId }: { jobId: string }) => store.find(jobId);

const viewOf = ({ key: _key, answers: _answers, orgId: _orgId, ...job }: store.Info): ImportView => ({
  ...job,
  rejected: job.rejected.slice(0, 200),
});

/** How far an import is. */
export const get = action({ name: "import.get", effect: "read", input: ById, load, policy: policy.own }, async ({ record }) => viewOf(record));

async function readPreview(job: store.Info, answers: Answers): Promise<Preview> {
  const bytes = await Blob.use().get(job.key);
  if (!bytes) throw conflict("import.no_file", "The file has not arrived yet");
  return previewFile([bytes], answers);
}

const SHOWN = 50;

const shown = ({ create, waiting, rejected, needs, types, tags }: Preview): PreviewView => ({
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
  creates: create.length,
  waiting: waiting.slice(0, SHOWN).map((one) => ({ ...one, lacks: [...one.lacks] })),
  rejected: rejected.map((one) => ({ ...one })),
  needs: needs.map((one) => ({ ...one })),
  types: types.slice(0, SHOWN).map((one) => ({ ...one })),
  tags: tags.slice(0, SHOWN).map((one) => ({ ...one })),
});

const Answered = ById.extend({ answers: Answers });

/** What importing the file with these answers would make; nothing is made. */
export const preview = action({ name: "import.preview", effect: "read", input: Answered, load, policy: policy.own }, async ({ input, record }) =>
  shown(await readPreview(record, input.answers)),
);

/** Starts the import; refused with `import.incomplete` while products still wait for an answer. */
export const start = action({ name: "import.start", effect: "command", input: Answered, load, policy: policy.own }, async ({ input, record }) => {
  const read = await readPreview(record, input.answers);
  if (read.needs.length > 0)
    throw conflict("import.incomplete", "Some products still lack an answer", { needs: read.needs.map(({ field }) => field) });
  const { jobId, orgId } = record;
  return commit({
    about: jobId,
    writes: [store.startWrite(record, input.answers)],
    events: [Started({ jobId, orgId })],
    changed: { before: record, after: { state: "running" } },
    reply: { jobId, total: read.create.length },
    refused: () => conflict("import.started", "This import has been started already"),
  });
});

const cheapest = ({ variants }: ProductDraft) => usd(Math.min(...variants.map(({ price }) => price.amount)));

/** A listing made of a file's product; prices start at the cheapest variant. */
function draftOf(product: ProductDraft): Draft {
  const price = cheapest(product);
  return {
    title: product.title.slice(0, 140),
    description: product.description.slice(0, 5_000),
    family: product.family,
    category: product.type ?? product.family,
    fabric: product.fabric ?? "As described",
    ...(product.gsm ? { gsm: product.gsm } : {}),
    ...(price.amount > 0 ? { price } : {}),
    moq: product.moq,
    leadDays: product.leadDays,
    sizes: [...product.sizes].slice(0, 30),
    colours: [...product.colours].slice(0, 40),
    breaks: [],
    variants: product.variants.slice(0, 200).map(({ sku, options, stock }) => ({
      sku: sku.slice(0, 80),
      options: Object.fromEntries(options.map(({ name, value }) => [name.slice(0, 40), value.slice(0, 80)])),
      stock: stock ?? 0,
    })),
  };
}

/** Makes one product, once for each handle of the supplier; undefined when it was made before. */
async function make(job: store.Info, product: ProductDraft, supplierName: string): Promise<string | undefined> {
  const request = Request.use();
  const importKey = `${job.orgId}:${product.handle}`;
  const opened = Product.opening({ orgId: job.orgId, supplierName, draft: draftOf(product), importKey });
  const taken = conflict("import.exists", "This product was imported before");
  const unique = creating(UniqueRow.create({ scope: "import-handle", value: sha256(importKey), subjectId: opened.productId }));
  const { idempotency: _inbox, ...own } = request;
  try {
    await Request.with(own, () =>
      commit({ about: opened.productId, writes: [...opened.writes, unique], events: opened.events, reply: null, refused: () => taken }),
    );
    return opened.productId;
  } catch (error) {
    if (isKind(error, "conflict") && error.code === "import.exists") return undefined;
    throw error;
  }
}

/** Brings a product's pictures; each goes the same way as an uploaded one and is looked into before it counts. */
async function bring(productId: string, orgId: string, product: ProductDraft): Promise<{ readonly fetched: number; readonly missed: number }> {
  let fetched = 0;
  for (const image of product.images.slice(0, 10)) {
    const bytes = await PictureSource.use().fetch(image.src);
    if (!bytes) continue;
    await Upload.receive({ purpose: "product", subjectId: productId, orgId, bytes, alt: image.alt.slice(0, 200) });
    fetched += 1;
  }
  return { fetched, missed: product.images.length - fetched };
}

async function importAll(job: store.Info, read: Preview): Promise<store.Progress> {
  const supplier = await Supplier.candidate(job.orgId);
  const counts = { created: 0, skipped: 0, picturesFetched: 0, picturesMissed: 0 };
  for (const [index, product] of read.create.entries()) {
    const productId = await make(job, product, supplier?.name ?? "");
    if (productId) counts.created += 1;
    else counts.skipped += 1;
    const pictures = productId ? await bring(productId, job.orgId, product) : { fetched: 0, missed: 0 };
    counts.picturesFetched += pictures.fetched;
    counts.picturesMissed += pictures.missed;
    if (index % 20 === 19) await store.note(job.jobId, { ...counts, done: index + 1, total: read.create.length });
  }
  return { ...counts, done: read.create.length, total: read.create.length };
}

/** The worker's part: makes every product of the file, notes progress and what was left out. Running it again makes nothing twice. */
export const run = action({ name: "import.run", effect: "command", input: ById, load, policy: policy.work }, async ({ record }) => {
  const { jobId, orgId } = record;
  const read = await readPreview(record, Answers.parse(record.answers));
  const rejected = read.rejected.map((one) => ({ ...one }));
  await store.note(jobId, { total: read.create.length, rejected });
  const progress = await importAll(record, read);
  await store.note(jobId, { ...progress, state: "done" });
  const { created = 0, skipped = 0 } = progress;
  return commit({
    about: jobId,
    writes: [],
    events: [Finished({ jobId, orgId, created, skipped })],
    changed: { before: record, after: { state: "done" } },
    reply: { created, skipped },
  });
});
