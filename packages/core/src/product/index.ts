import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso } from "../kernel/request.ts";
import { Brought, broughtEvent, broughtWrites, MOST_BROUGHT } from "../stock/brought.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import type { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { changed, hasChanged, ownPicture, save, viewOf } from "./change.ts";
import { Created } from "./event.ts";
import { Draft, DraftField, Imported, MAX_PICTURES, MAX_TITLE, type Picture, Status, Words } from "./model.ts";
import * as policy from "./policy.ts";
import { takeDown } from "./review.ts";
import { isLive, working } from "./revision.ts";
import { isDescribed } from "./rules.ts";
import * as store from "./store.ts";
import { pictureOf, pictureView } from "./picture.ts";
import type { ProductDraftView, ProductRow } from "./view.ts";

export { Draft, Status } from "./model.ts";
export type { Info } from "./store.ts";
export { find, findMany, listByStatus, listOfSupplier, productIn, ProductRow, suppliersOf } from "./store.ts";
export { working } from "./revision.ts";
export { askCopy } from "./copy.ts";
export { Approved, Changed, CopyAsked, Created, Featured, FeeSet, Resumed, RevisionWithdrawn, Submitted, TurnedDown, Withdrawn } from "./event.ts";
export { approve, archive, discardRevision, feature, history, pause, restore, resume, setFee, submit, turnDown, withdraw } from "./review.ts";

/** The new listing's writes, for one at a time and for imports alike. */
export function opening({ pictures = [], ...product }: Omit<store.NewProduct, "productId" | "pictures"> & { readonly pictures?: Picture[] }): {
  readonly productId: string;
  readonly writes: ReturnType<typeof creating>[];
  readonly events: DomainEvent[];
} {
  const productId = newId("product");
  return {
    productId,
    writes: [store.createWrite({ ...product, ...demoMark(), productId, pictures }, nowIso())],
    events: [Created({ productId, orgId: product.orgId })],
  };
}

/** Starts a listing; anything may be missing until it is handed in. */
export const create = action(
  { name: "product.create", effect: "command", input: z.strictObject({ draft: Draft }), load: nothing, policy: policy.create },
  async ({ input, actor }) => {
    if (actor.type !== "member") throw forbidden("product.create.forbidden", "Only suppliers make listings");
    const { orgId } = actor;
    const supplierName = (await Supplier.nameOf(orgId)) ?? "";
    const opened = opening({ orgId, supplierName, draft: input.draft });
    return commit({ about: opened.productId, writes: opened.writes, events: opened.events, reply: { productId: opened.productId } });
  },
);

const ById = z.strictObject({ productId: id("product") });
const load = ({ productId }: { productId: string }) => store.find(productId);

/** One listing for its supplier or the platform, draft or not. */
export const get = action({ name: "product.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) => viewOf(record));

/**
 * Starts a listing from what another of one's own says, with its pictures; stock keeping units stay with the first, since one means one
 * thing. The copy shows the same published files: they are named by what is in them and are never replaced or taken away while their
 * supplier is there. Their words come with them, to be read again before the copy is handed in.
 */
export const duplicate = action({ name: "product.duplicate", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { orgId, supplierName, supplierCountry } = record;
  const { draft, pictures } = working(record);
  const said = { ...draft, variants: [] };
  const opened = opening({
    orgId,
    supplierName,
    ...(supplierCountry ? { supplierCountry } : {}),
    draft: { ...said, title: copyTitle(said.title) },
    pictures: [...pictures],
  });
  return commit({ about: opened.productId, writes: opened.writes, events: opened.events, reply: { productId: opened.productId } });
});

const COPY = " (copy)";

const copyTitle = (title = "Untitled"): string => `${title.slice(0, MAX_TITLE - COPY.length)}${COPY}`;

const editable = new Set<Status>(["draft", "changes_requested", "rejected"]);

/** What may be written in now: the listing or, of a live one, its revision, which the first change begins. */
const isOpen = (record: store.Info): boolean => (isLive(record.status) && !record.revision) || editable.has(working(record).status);

const locked = (record: store.Info) => conflict("product.locked", "This listing cannot be changed now", { status: working(record).status });

type Rewriting = Pick<store.Change, "draft" | "pictures" | "imported"> & {
  readonly adopted?: readonly Upload.Info[];
  readonly brought?: readonly Brought[];
};

/** What buyers see is what was approved: a change of a live listing goes into its revision, and what is live stays as it is. */
async function rewrite(record: store.Info, { adopted = [], imported, brought = [], ...change }: Rewriting): Promise<ProductDraftView> {
  const beside = { imported, adopted, with: broughtWrites(record, brought, nowIso()) };
  if (!isLive(record.status)) return save(record, { ...change, ...beside }, changed(record));
  const { draft, pictures } = working(record);
  const begun = record.revision ?? { status: "draft" as const, startedAt: nowIso() };
  // What is there is there at once; only words and pictures wait for approval.
  const counted = brought.length > 0 ? [broughtEvent(record, brought)] : [];
  return save(record, { revision: { ...begun, draft, pictures, ...change }, ...beside }, [...changed(record), ...counted]);
}

const Writing = ById.extend({ draft: Draft, clear: z.array(DraftField).max(40).default([]) });

/** Saves what was written, and takes out what was cleared; what is being reviewed has to be taken back first (`product.locked`). */
export const update = action({ name: "product.update", effect: "command", input: Writing, load, policy: policy.write }, async ({ input, record }) => {
  if (!isOpen(record)) throw locked(record);
  const kept = Object.fromEntries(Object.entries(working(record).draft).filter(([field]) => !input.clear.some((one) => one === field)));
  return rewrite(record, { draft: { ...kept, ...input.draft } });
});

/** A slot for one more picture. Throws `product.pictures_full` at ten. */
export const askPicture = action(
  { name: "product.ask_picture", effect: "command", input: ById.extend({ type: Upload.ImageType }), load, policy: policy.write },
  async ({ input, record }) => {
    if (working(record).pictures.length >= MAX_PICTURES) throw conflict("product.pictures_full", `A listing has at most ${MAX_PICTURES} pictures`);
    return Upload.open({ purpose: "product", subjectId: record.productId, orgId: record.orgId, type: input.type });
  },
);

const Attaching = ById.extend({ pictures: z.array(z.strictObject({ uploadId: id("upload"), alt: z.string().trim().max(200) })).max(MAX_PICTURES) });

type Arranged = { readonly pictures: Picture[]; readonly adopted: readonly Upload.Info[] };

type Sent = { readonly sent: readonly Upload.Info[] };

/** The listing, and at the same time what was sent for it under the names of the pictures; those it shows already are among them. */
async function loadAttaching({ productId, pictures }: z.output<typeof Attaching>) {
  const ids = pictures.map(({ uploadId }) => uploadId);
  const [record, sent] = await Promise.all([store.find(productId), Upload.findMany(productId, ids)]);
  return record && { ...record, sent };
}

function picturesFrom({ sent, ...record }: store.Info & Sent, wanted: z.output<typeof Attaching>["pictures"]): Arranged {
  const known = new Map([...record.pictures, ...working(record).pictures].map((picture) => [picture.uploadId, picture]));
  const adopted = Upload.readyAmong(
    sent,
    wanted.map(({ uploadId }) => uploadId).filter((uploadId) => !known.has(uploadId)),
  );
  for (const upload of adopted) known.set(upload.uploadId, pictureOf(upload, ""));
  const pictures = wanted.flatMap(({ uploadId, alt }) => {
    const picture = known.get(uploadId);
    return picture ? [{ ...picture, alt }] : [];
  });
  return { pictures, adopted };
}

/** Sets the pictures of a listing, in order and with what each one shows; a picture counts once it has been checked. */
export const setPictures = action(
  { name: "product.set_pictures", effect: "command", input: Attaching, load: loadAttaching, policy: policy.write },
  async ({ input, record: { sent, ...record } }) => {
    if (!isOpen(record)) throw locked(record);
    return rewrite(record, picturesFrom({ ...record, sent }, input.pictures));
  },
);

const Describing = ById.extend({ words: z.array(Words).min(1).max(MAX_PICTURES) });

/** Says what the named pictures of a listing show; the others and their order stay. Throws `product.picture_gone` for one that is not there. */
export const describePictures = action(
  { name: "product.describe_pictures", effect: "command", input: Describing, load, policy: policy.write },
  async ({ input, record }) => {
    if (!isOpen(record)) throw locked(record);
    const { pictures } = working(record);
    const isHere = ({ uploadId }: Words) => pictures.some((picture) => picture.uploadId === uploadId);
    if (!input.words.every(isHere)) throw conflict("product.picture_gone", "A picture is not in this listing any more; read it again");
    const altOf = ({ uploadId, alt }: Picture) => input.words.find((one) => one.uploadId === uploadId)?.alt ?? alt;
    return rewrite(record, { pictures: pictures.map((picture) => ({ ...picture, alt: altOf(picture) })) });
  },
);

const Telling = ById.extend({
  version: z.int(),
  draft: Draft,
  words: z.array(z.object({ uploadId: z.string(), alt: z.string().max(200) })),
  imported: Imported,
  brought: z.array(Brought).max(MOST_BROUGHT).default([]),
});

/**
 * Writes what a supplier's file says over a listing, or over the revision of a live one, if it is still as it was when the two were
 * compared; the pieces that it counts are counted with it. Throws `product.locked` and `product.changed`.
 */
export const rewriteFromFile = action(
  { name: "product.rewrite_from_file", effect: "command", input: Telling, load, policy: policy.work },
  async ({ input: { version, draft, words, imported, brought }, record }) => {
    if (!isOpen(record)) throw locked(record);
    if (record.version !== version) throw hasChanged();
    const pictures = working(record).pictures.map((picture) => ({ ...picture, ...words.find(({ uploadId }) => uploadId === picture.uploadId) }));
    return rewrite(record, { draft, imported, brought, ...(words.length > 0 ? { pictures } : {}) });
  },
);

/** A picture that an import brought joins its listing, in the order of the file, unless the listing has gone on without it. */
export const adoptPicture = action(
  { name: "product.adopt_picture", effect: "command", input: ById.extend({ uploadId: id("upload") }), load, policy: policy.work },
  async ({ input: { uploadId }, record }) => {
    const { pictures, status } = record;
    const [upload] = Upload.readyAmong(await Upload.findMany(record.productId, [uploadId]), [uploadId]);
    const isSettled = !editable.has(status) || pictures.length >= MAX_PICTURES;
    if (upload?.alt === undefined || isSettled || pictures.some((picture) => picture.uploadId === uploadId)) return viewOf(record);
    const after = [...pictures, pictureOf(upload, upload.alt)].toSorted((a, b) => (a.uploadId < b.uploadId ? -1 : 1));
    return save(record, { pictures: after, adopted: [upload] }, changed(record));
  },
);

/** Statuses in which a listing is, or is about to be, before buyers. */
const SHOWN = ["approved", "paused", "pending_approval"] as const;

/**
 * Takes every listing of a supplier down, each by itself, and says how many there were. The index shows for a moment what has gone
 * already; taking one down a second time changes nothing.
 */
export async function takeDownAll(orgId: string): Promise<number> {
  let count = 0;
  for (const status of SHOWN) {
    let cursor: string | undefined;
    do {
      const page = await store.listOfSupplier(orgId, { status, limit: 50, cursor });
      for (const { productId } of page.items) {
        const { status: now } = (await store.find(productId)) ?? {};
        if (now !== status) continue;
        await takeDown({ productId });
        count += 1;
      }
      cursor = page.nextCursor;
    } while (cursor);
  }
  return count;
}

function rowOf(product: store.Info): ProductRow {
  const { productId, orgId, supplierName, status, revision, updatedAt } = product;
  const { draft, pictures, reason } = working(product);
  return {
    productId,
    orgId,
    supplierName,
    title: draft.title || "Untitled",
    status,
    ...(revision ? { revision: revision.status } : {}),
    ...(draft.price ? { price: draft.price } : {}),
    ...(reason ? { reason } : {}),
    updatedAt,
    pictures: pictures.length,
    undescribed: pictures.filter((picture) => !isDescribed(picture)).map(ownPicture),
    ...(pictures[0] ? { cover: pictureView(pictures[0]) } : {}),
  };
}

const ListingQuery = PageQuery.extend({ status: Status.optional() });

/** A supplier's own listings, of one status or of all, newest first; for admins those of one status, longest waiting first. */
export const list = action(
  { name: "product.list", effect: "read", input: ListingQuery, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<ProductRow>> => {
    const page =
      actor.type === "member" ? await store.listOfSupplier(actor.orgId, input) : await store.listByStatus(input.status ?? "pending_approval", input);
    return { ...page, items: page.items.map(rowOf) };
  },
);
