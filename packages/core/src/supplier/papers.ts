import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { demoMark, nowIso, Request } from "../kernel/request.ts";
import { Links } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import { changing, creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { MAX_PAPERS, type Paper, PaperKind, PaperName } from "./model.ts";
import * as policy from "./policy.ts";
import { assertOpen, complete, loadOwn, overtaken, viewOf } from "./record.ts";
import * as store from "./store.ts";
import { SupplierRecordRow } from "./store.ts";

const about = { orgId: z.string(), uploadId: id("upload") };
export const Added = defineEvent("supplier.paper_added", z.object({ ...about, kind: PaperKind }));
export const Removed = defineEvent("supplier.paper_removed", z.object({ ...about, kind: PaperKind }));
/** Somebody of the platform was given a link to a paper. */
export const Opened = defineEvent("supplier.paper_opened", z.object(about));

const full = () => conflict("supplier.papers_full", `There is room for ${MAX_PAPERS} papers and photos`);
const noPhoto = () => conflict("supplier.no_photo", "A photo of the factory is a picture, and a paper is no photo");

const Asking = z.strictObject({ kind: PaperKind, type: Upload.PaperType });

/** A slot for one paper or photo, sent straight to private storage. Throws `supplier.locked`, `supplier.papers_full` and `supplier.no_photo`. */
export const ask = action(
  { name: "supplier.ask_paper", effect: "command", input: Asking, load: loadOwn, policy: policy.write },
  async ({ input: { kind, type }, record }) => {
    assertOpen(record);
    if (record.papers.length >= MAX_PAPERS) throw full();
    if (kind === "photo" && type === "application/pdf") throw noPhoto();
    return Upload.open({ purpose: kind === "photo" ? "factory" : "paper", subjectId: record.orgId, orgId: record.orgId, type });
  },
);

const ByUpload = z.strictObject({ uploadId: id("upload") });

async function loadSent({ uploadId }: z.output<typeof ByUpload>) {
  const { actor } = Request.use();
  if (actor.type !== "member" || actor.orgKind !== "supplier") return undefined;
  const [record, upload] = await Promise.all([loadOwn(), Upload.find(actor.orgId, uploadId)]);
  return record && upload ? { orgId: actor.orgId, record, upload } : undefined;
}

/** Whether a paper that was sent has been checked. */
export const get = action(
  { name: "supplier.get_paper", effect: "read", input: ByUpload, load: loadSent, policy: policy.write },
  async ({ record: { upload } }): Promise<Upload.UploadView> => Upload.viewOf(upload),
);

/** The record with other papers, from the version that was read; one that has none yet is made. */
function papersWrite({ orgId, version, verification, queueAt }: store.Info, papers: readonly Paper[]) {
  if (version === 0)
    return creating(SupplierRecordRow.create({ orgId, verification, queueAt, application: {}, papers: [...papers], version: 1, ...demoMark() }));
  return changing(
    SupplierRecordRow.patch({ orgId })
      .set({ papers: [...papers], version: version + 1 })
      .where((row, { eq }) => eq(row.version, version)),
  );
}

const Adding = ByUpload.extend({ kind: PaperKind, name: PaperName });

/**
 * Puts a paper that was sent and checked into the application; one that is in it already stays as it is. Throws `upload.not_ready`,
 * `supplier.locked`, `supplier.papers_full`, `supplier.no_photo` and `supplier.changed`.
 */
export const add = action(
  { name: "supplier.add_paper", effect: "command", input: Adding, load: loadSent, policy: policy.write },
  async ({ input: { uploadId, kind, name }, record: { record, upload } }) => {
    assertOpen(record);
    const { orgId, papers } = record;
    if (papers.some((paper) => paper.uploadId === uploadId)) return viewOf(record);
    if (papers.length >= MAX_PAPERS) throw full();
    const { state, key } = upload;
    if (state !== "ready" || key === undefined)
      throw conflict("upload.not_ready", "A picture has not been checked yet, or was refused", { uploadId });
    if ((kind === "photo") !== (upload.purpose === "factory")) throw noPhoto();
    const after = { ...record, papers: [...papers, { uploadId, kind, name, key, addedAt: nowIso() }], version: record.version + 1 };
    return commit({
      about: orgId,
      writes: [papersWrite(record, after.papers), Upload.adoptWrite(upload)],
      events: [Added({ orgId, uploadId, kind })],
      changed: { before: { papers: papers.length }, after: { papers: after.papers.length } },
      reply: viewOf(after),
      refused: overtaken,
    });
  },
);

const loadHeld = async ({ uploadId }: z.output<typeof ByUpload>) => {
  const record = await loadOwn();
  const paper = record?.papers.find((one) => one.uploadId === uploadId);
  return record && paper ? { orgId: record.orgId, record, paper } : undefined;
};

/** Takes a paper out of the application; a verified supplier keeps what is required. Throws `supplier.locked`, `supplier.incomplete` and `supplier.changed`. */
export const remove = action(
  { name: "supplier.remove_paper", effect: "command", input: ByUpload, load: loadHeld, policy: policy.write },
  async ({ input: { uploadId }, record: { record, paper } }) => {
    assertOpen(record);
    const { orgId, papers } = record;
    const after = { ...record, papers: papers.filter((one) => one !== paper), version: record.version + 1 };
    if (record.verification === "verified") complete(after);
    return commit({
      about: orgId,
      writes: [papersWrite(record, after.papers), Upload.releaseWrite({ subjectId: orgId, uploadId }, nowIso())],
      events: [Removed({ orgId, uploadId, kind: paper.kind })],
      changed: { before: { papers: papers.length }, after: { papers: after.papers.length } },
      reply: viewOf(after),
      refused: overtaken,
    });
  },
);

/** How long a link to a paper holds, in seconds. */
const LINK_SECONDS = 300;

async function linkTo({ key, kind, uploadId }: Paper): Promise<{ readonly url: string }> {
  const downloadAs = `${kind}-${uploadId.slice(-6)}.${key.split(".").at(-1) ?? ""}`;
  return { url: await Links.use().presignGet({ key, seconds: LINK_SECONDS, downloadAs }) };
}

/** A link to one of the caller's own papers, for five minutes. */
export const link = action(
  { name: "supplier.paper_link", effect: "sensitive-read", input: ByUpload, load: loadHeld, policy: policy.write },
  async ({ record: { paper } }) => linkTo(paper),
);

const ById = ByUpload.extend({ orgId: z.string().max(60) });

async function loadAny({ orgId, uploadId }: z.output<typeof ById>) {
  const paper = (await store.find(orgId))?.papers.find((one) => one.uploadId === uploadId);
  return paper && { paper };
}

/** A link to a supplier's paper for the platform, for five minutes; who opened which is on record. */
export const open = action(
  { name: "supplier.open_paper", effect: "command", input: ById, load: loadAny, policy: policy.decide },
  async ({ input: { orgId, uploadId }, record: { paper } }) =>
    commit({ about: orgId, writes: [], events: [Opened({ orgId, uploadId })], reply: await linkTo(paper) }),
);
