import * as z from "zod";
import slugify from "slugify";
import { action, nothing } from "../kernel/action.ts";
import { conflict, forbidden } from "../kernel/error.ts";
import { defineEvent, type DomainEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso } from "../kernel/request.ts";
import * as Supplier from "../supplier/index.ts";
import { commit } from "../table/commit.ts";
import { UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { Draft, DraftField, Imported, MAX_PICTURES, type Picture, Status, Words } from "./model.ts";
import * as policy from "./policy.ts";
import { process, type Step } from "./process.ts";
import { finalPrice, isDescribed, missingIn, qualityOf, slugFor } from "./rules.ts";
import * as store from "./store.ts";
import { pictureOf, pictureView } from "./picture.ts";
import type { OwnPicture, ProductDraftView, ProductRow } from "./view.ts";

export { Draft, Status } from "./model.ts";
export type { Info } from "./store.ts";
export { find, findMany, listByStatus, listOfSupplier, suppliersOf } from "./store.ts";

const about = { productId: id("product"), orgId: z.string() };
export const Created = defineEvent("product.created", z.object(about));
export const Changed = defineEvent("product.changed", z.object(about));
export const Submitted = defineEvent("product.submitted", z.object(about));
export const Approved = defineEvent("product.approved", z.object(about));
export const TurnedDown = defineEvent("product.turned_down", z.object({ ...about, status: Status }));
export const Withdrawn = defineEvent("product.withdrawn", z.object({ ...about, status: Status }));

const ownPicture = (picture: Picture): OwnPicture => ({ ...pictureView(picture), uploadId: picture.uploadId });

function viewOf(product: store.Info): ProductDraftView {
  const {
    productId,
    orgId,
    supplierName,
    status,
    slug,
    draft,
    pictures,
    reason,
    version,
    updatedAt,
    feeBps,
    approvedAt,
    publishedAt,
    featuredUntil,
  } = product;
  return {
    productId,
    orgId,
    supplierName,
    status,
    ...(slug ? { slug } : {}),
    draft,
    pictures: pictures.map(ownPicture),
    missing: missingIn(draft, pictures),
    ...(draft.price ? { finalPrice: finalPrice(draft.price, feeBps) } : {}),
    finalBreaks: (draft.breaks ?? []).map(({ from, price }) => ({ from, price: finalPrice(price, feeBps) })),
    feeBps,
    quality: qualityOf(draft, pictures),
    ...(approvedAt ? { approvedAt } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(featuredUntil ? { featuredUntil } : {}),
    ...(reason ? { reason } : {}),
    version,
    updatedAt,
  };
}

/** The new listing's writes, for one at a time and for imports alike. */
export function opening(product: Omit<store.NewProduct, "productId" | "pictures">): {
  readonly productId: string;
  readonly writes: ReturnType<typeof creating>[];
  readonly events: DomainEvent[];
} {
  const productId = newId("product");
  return {
    productId,
    writes: [store.createWrite({ ...product, ...demoMark(), productId, pictures: [] }, nowIso())],
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

const editable = new Set<Status>(["draft", "changes_requested", "rejected", "approved"]);

/** `adopted` are the uploads that the listing shows from this change on. */
async function save(
  record: store.Info,
  { adopted = [], ...change }: store.Change & { readonly adopted?: readonly Upload.Info[] },
  events: readonly DomainEvent[],
): Promise<ProductDraftView> {
  const after = {
    ...record,
    ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    updatedAt: nowIso(),
    version: record.version + 1,
  };
  const { draft, ...rest } = change;
  return commit({
    about: record.productId,
    writes: [store.changeWrite(record, change, after.updatedAt), ...adopted.map(Upload.adoptWrite)],
    events,
    changed: { before: { ...record, ...record.draft }, after: { ...rest, ...draft } },
    reply: viewOf(after),
    refused: () => conflict("product.changed", "This listing changed while you were looking at it; read it again"),
  });
}

const changed = ({ productId, orgId }: store.Info): DomainEvent[] => [Changed({ productId, orgId })];

/** What buyers see is what was approved: a live listing that is changed leaves the catalogue and is a draft again. */
async function rewrite(
  record: store.Info,
  change: Pick<store.Change, "draft" | "pictures" | "imported"> & { readonly adopted?: readonly Upload.Info[] },
): Promise<ProductDraftView> {
  if (record.status !== "approved") return save(record, change, changed(record));
  const { productId, orgId } = record;
  const status = process.next("approved", "withdraw");
  return save(record, { ...change, status }, [Changed({ productId, orgId }), Withdrawn({ productId, orgId, status })]);
}

const Writing = ById.extend({ draft: Draft, clear: z.array(DraftField).max(40).default([]) });

/** Saves what was written, and takes out what was cleared; a listing that is being reviewed has to be withdrawn first. */
export const update = action({ name: "product.update", effect: "command", input: Writing, load, policy: policy.write }, async ({ input, record }) => {
  if (!editable.has(record.status)) throw conflict("product.locked", "This listing cannot be changed now", { status: record.status });
  const kept = Object.fromEntries(Object.entries(record.draft).filter(([field]) => !input.clear.some((one) => one === field)));
  return rewrite(record, { draft: { ...kept, ...input.draft } });
});

/** A slot for one more picture. Throws `product.pictures_full` at ten. */
export const askPicture = action(
  { name: "product.ask_picture", effect: "command", input: ById.extend({ type: Upload.ImageType }), load, policy: policy.write },
  async ({ input, record }) => {
    if (record.pictures.length >= MAX_PICTURES) throw conflict("product.pictures_full", `A listing has at most ${MAX_PICTURES} pictures`);
    return Upload.open({ purpose: "product", subjectId: record.productId, orgId: record.orgId, type: input.type });
  },
);

const Attaching = ById.extend({ pictures: z.array(z.strictObject({ uploadId: id("upload"), alt: z.string().trim().max(200) })).max(MAX_PICTURES) });

type Arranged = { readonly pictures: Picture[]; readonly adopted: readonly Upload.Info[] };

async function picturesFrom(record: store.Info, wanted: z.output<typeof Attaching>["pictures"]): Promise<Arranged> {
  const known = new Map(record.pictures.map((picture) => [picture.uploadId, picture]));
  const adopted = await Upload.readyOnes(
    record.productId,
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
  { name: "product.set_pictures", effect: "command", input: Attaching, load, policy: policy.write },
  async ({ input, record }) => {
    if (!editable.has(record.status)) throw conflict("product.locked", "This listing cannot be changed now", { status: record.status });
    return rewrite(record, await picturesFrom(record, input.pictures));
  },
);

const Describing = ById.extend({ words: z.array(Words).min(1).max(MAX_PICTURES) });

/** Says what the named pictures of a listing show; the others and their order stay. Throws `product.picture_gone` for one that is not there. */
export const describePictures = action(
  { name: "product.describe_pictures", effect: "command", input: Describing, load, policy: policy.write },
  async ({ input, record: { pictures, ...rest } }) => {
    if (!editable.has(rest.status)) throw conflict("product.locked", "This listing cannot be changed now", { status: rest.status });
    const isHere = ({ uploadId }: Words) => pictures.some((picture) => picture.uploadId === uploadId);
    if (!input.words.every(isHere)) throw conflict("product.picture_gone", "A picture is not in this listing any more; read it again");
    const altOf = ({ uploadId, alt }: Picture) => input.words.find((one) => one.uploadId === uploadId)?.alt ?? alt;
    return rewrite({ ...rest, pictures }, { pictures: pictures.map((picture) => ({ ...picture, alt: altOf(picture) })) });
  },
);

const Telling = ById.extend({
  version: z.int(),
  draft: Draft,
  words: z.array(z.object({ uploadId: z.string(), alt: z.string().max(200) })),
  imported: Imported,
});

/** Writes what a supplier's file says over a listing, if it is still as it was when the two were compared. Throws `product.locked` and `product.changed`. */
export const rewriteFromFile = action(
  { name: "product.rewrite_from_file", effect: "command", input: Telling, load, policy: policy.work },
  async ({ input: { version, draft, words, imported }, record }) => {
    if (!editable.has(record.status)) throw conflict("product.locked", "This listing cannot be changed now", { status: record.status });
    if (record.version !== version) throw conflict("product.changed", "This listing changed while you were looking at it; read it again");
    const pictures = record.pictures.map((picture) => ({ ...picture, ...words.find(({ uploadId }) => uploadId === picture.uploadId) }));
    return rewrite(record, { draft, imported, ...(words.length > 0 ? { pictures } : {}) });
  },
);

/** A picture that an import brought joins its listing, in the order of the file, unless the listing has gone on without it. */
export const adoptPicture = action(
  { name: "product.adopt_picture", effect: "command", input: ById.extend({ uploadId: id("upload") }), load, policy: policy.work },
  async ({ input: { uploadId }, record }) => {
    const { pictures, status } = record;
    const [upload] = await Upload.readyOnes(record.productId, [uploadId]);
    const isSettled = status === "approved" || !editable.has(status) || pictures.length >= MAX_PICTURES;
    if (upload?.alt === undefined || isSettled || pictures.some((picture) => picture.uploadId === uploadId)) return viewOf(record);
    const after = [...pictures, pictureOf(upload, upload.alt)].toSorted((a, b) => (a.uploadId < b.uploadId ? -1 : 1));
    return save(record, { pictures: after, adopted: [upload] }, changed(record));
  },
);

async function move(
  record: store.Info,
  step: Step,
  { events, ...change }: Pick<store.Change, "reason" | "supplierName"> & { readonly events: (status: Status) => DomainEvent[] },
): Promise<ProductDraftView> {
  const status = process.next(record.status, step);
  return save(record, { status, ...change }, events(status));
}

/** Hands a listing in for approval. Throws `product.incomplete` with what is missing and `supplier.not_verified`. */
export const submit = action({ name: "product.submit", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const missing = missingIn(record.draft, record.pictures);
  if (missing.length > 0) throw conflict("product.incomplete", "Some of the listing is still missing", { missing });
  const { companyName } = await Supplier.requireVerified(record.orgId);
  const { productId, orgId } = record;
  return move(record, "submit", { supplierName: companyName, events: () => [Submitted({ productId, orgId })] });
});

/** Takes a listing back from review or from the catalogue. */
export const withdraw = action({ name: "product.withdraw", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { productId, orgId } = record;
  return move(record, "withdraw", { events: (status) => [Withdrawn({ productId, orgId, status })] });
});

/** Puts a listing away. */
export const archive = action({ name: "product.archive", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) => {
  const { productId, orgId } = record;
  return move(record, "archive", { events: (status) => [Withdrawn({ productId, orgId, status })] });
});

/** Takes a listing out of the archive, to work on it again. */
export const restore = action({ name: "product.restore", effect: "command", input: ById, load, policy: policy.write }, async ({ record }) =>
  move(record, "restore", { events: () => changed(record) }),
);

/** The platform puts a listing into the catalogue, under a name of its own in the address bar. */
export const approve = action({ name: "product.approve", effect: "command", input: ById, load, policy: policy.decide }, async ({ record, actor }) => {
  const missing = missingIn(record.draft, record.pictures);
  if (missing.length > 0) throw conflict("product.incomplete", "Some of the listing is still missing", { missing });
  const { productId, orgId } = record;
  const slug = record.slug ?? slugFor(record.draft.title ?? "", productId, (text) => slugify(text, { lower: true, strict: true }));
  const status = process.next(record.status, "approve");
  const at = nowIso();
  const approval = { approvedAt: at, publishedAt: record.publishedAt ?? at, ...(actor.type === "admin" ? { approvedBy: actor.userId } : {}) };
  const after = { ...record, status, slug, ...approval, updatedAt: at, version: record.version + 1 };
  const named = record.slug ? [] : [creating(UniqueRow.create({ scope: "product-slug", value: slug, subjectId: productId }))];
  return commit({
    about: productId,
    writes: [store.changeWrite(record, { status, slug, ...approval }, after.updatedAt), Supplier.verifiedHolds(orgId), ...named],
    events: [Approved({ productId, orgId })],
    changed: { before: record, after: { status, slug, ...approval } },
    reply: viewOf(after),
    refused: (index) =>
      index === 1
        ? conflict("product.supplier_not_verified", "The supplier of this listing is not verified, or not any more")
        : conflict("product.changed", "This listing changed while you were looking at it; read it again"),
  });
});

const Turning = ById.extend({ reason: z.string().trim().min(10).max(1_000), final: z.boolean().default(false) });

/** The platform sends a listing back with what has to change, or refuses it for good. */
export const turnDown = action(
  { name: "product.turn_down", effect: "command", input: Turning, load, policy: policy.decide },
  async ({ input, record }) => {
    const { productId, orgId } = record;
    return move(record, input.final ? "reject" : "requestChanges", {
      reason: input.reason,
      events: (status) => [TurnedDown({ productId, orgId, status })],
    });
  },
);

/** Takes one listing of a suspended supplier out of the catalogue and out of review; it can be handed in again later. */
const takeDown = action({ name: "product.take_down", effect: "command", input: ById, load, policy: policy.work }, async ({ record }) => {
  const { productId, orgId } = record;
  return move(record, "takeDown", {
    reason: "Taken out of the catalogue because the company was suspended.",
    events: (status) => [Withdrawn({ productId, orgId, status })],
  });
});

/** Statuses in which a listing is, or is about to be, before buyers. */
const SHOWN = ["approved", "pending_approval"] as const;

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

const rowOf = ({ productId, orgId, supplierName, draft, status, reason, updatedAt, pictures }: store.Info): ProductRow => ({
  productId,
  orgId,
  supplierName,
  title: draft.title || "Untitled",
  status,
  ...(draft.price ? { price: draft.price } : {}),
  ...(reason ? { reason } : {}),
  updatedAt,
  pictures: pictures.length,
  undescribed: pictures.filter((picture) => !isDescribed(picture)).map(ownPicture),
  ...(pictures[0] ? { cover: pictureView(pictures[0]) } : {}),
});

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
