import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Links } from "../ports/blob.ts";
import { LargeFile } from "../ports/large-file.ts";
import { ownHead, ownRows } from "../product/csv/write.ts";
import * as Product from "../product/index.ts";
import { widthsOf, renditionName } from "../upload/model.ts";
import { commit } from "../table/commit.ts";
import { ExportAsked, Exported } from "./events.ts";
import { failOne } from "./failing.ts";
import { type ExportView, noCounts } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

export { ExportAsked } from "./events.ts";

/** Asks for a file of all listings, for spreadsheets and for an import; a worker writes it. */
export const open = action(
  { name: "export.open", effect: "command", input: z.strictObject({}), load: nothing, policy: policy.create },
  async ({ actor }) => {
    if (actor.type !== "member") throw forbidden("export.open.forbidden", "Only suppliers export products");
    const { orgId } = actor;
    const jobId = newId("job");
    return commit({
      about: jobId,
      writes: [store.createExportWrite({ jobId, orgId, key: `export/${orgId}/${jobId}.csv` }, nowIso())],
      events: [ExportAsked({ jobId, orgId })],
      reply: { jobId },
    });
  },
);

const ById = z.strictObject({ jobId: id("job") });

async function load({ jobId }: { jobId: string }): Promise<store.Info | undefined> {
  const job = await store.find(jobId);
  return job?.kind === "export" ? job : undefined;
}

/** How long a link to the file holds, in seconds. */
const LINK_SECONDS = 300;

/** How far an export is; when it is done, where its file is for five minutes. */
export const get = action(
  { name: "export.get", effect: "read", input: ById, load, policy: policy.own },
  async ({ record: { jobId, state, done, key, at } }): Promise<ExportView> => {
    const shown = { fileId: jobId, state: state === "done" || state === "failed" ? state : ("running" as const), products: done };
    if (state !== "done") return shown;
    return { ...shown, url: await Links.use().presignGet({ key, seconds: LINK_SECONDS, downloadAs: `products-${at.slice(0, 10)}.csv` }) };
  },
);

/** Listings that are read at a time. */
const PAGE = 200;

const handleOf = ({ importKey, slug, productId }: Product.Info): string => importKey?.split(":").slice(1).join(":") ?? slug ?? productId;

/** Where the picture is seen in its widest rendition. */
const pictureOf = (origin: string, { key, alt, width, origin: by }: Product.Info["pictures"][number]) => ({
  alt,
  ...(by ? { origin: by } : {}),
  src: `${origin}/media/${renditionName(key, { width: widthsOf(width).at(-1) ?? width, format: "jpeg" })}`,
});

type Tally = { products: number };

async function* allRows(job: store.Info, origin: string, tally: Tally): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(ownHead());
  let cursor: string | undefined;
  do {
    const page = await Product.listOfSupplier(job.orgId, { limit: PAGE, cursor });
    const rows = page.items.map((found) => {
      const one = { ...found, ...Product.working(found) };
      return ownRows({
        productId: one.productId,
        handle: handleOf(one),
        draft: one.draft,
        pictures: one.pictures.map((picture) => pictureOf(origin, picture)),
      });
    });
    tally.products += page.items.length;
    yield encoder.encode(rows.join(""));
    await store.note(job, tally.products, noCounts);
    cursor = page.nextCursor;
  } while (cursor);
}

const Writing = ById.extend({ origin: z.url() });

/** The worker's part: writes every listing of the supplier to one file, page by page. Whoever is stopped in it begins again. */
export const write = action(
  { name: "export.write", effect: "command", input: Writing, load, policy: policy.work },
  async ({ input: { origin }, record: job }) => {
    const { jobId, orgId, key } = job;
    const moved = () => conflict("export.moved", "This export has been written or given up");
    if (job.state !== "running") throw moved();
    const tally: Tally = { products: 0 };
    await LargeFile.use().write({ key, type: "text/csv", pieces: allRows(job, origin, tally) });
    const { products } = tally;
    return commit({
      about: jobId,
      writes: [store.changeWrite(job, { state: "done", done: products, total: products }, nowIso())],
      events: [Exported({ jobId, orgId, products })],
      changed: { before: { state: job.state }, after: { state: "done" } },
      reply: { products },
      refused: moved,
    });
  },
);

/** The last try of a message failed: people are told, and may ask again. */
export const fail = action({ name: "export.fail", effect: "command", input: ById, load, policy: policy.work }, async ({ record }) => {
  if (record.state === "running") await failOne(record);
});
