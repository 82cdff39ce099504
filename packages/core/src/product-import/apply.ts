import { isDeepStrictEqual } from "node:util";
import { conflict, isKind } from "../kernel/error.ts";
import { idFrom } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { sha256 } from "../ports/crypto.ts";
import { PictureSource } from "../ports/picture-source.ts";
import * as Product from "../product/index.ts";
import { type Draft, type Imported, MAX_PICTURES } from "../product/model.ts";
import { broughtWrites, MOST_BROUGHT } from "../stock/brought.ts";
import { newCounts } from "../stock/rules.ts";
import { rowsOf } from "../stock/index.ts";
import { skuOf } from "../stock/model.ts";
import { commit } from "../table/commit.ts";
import { ownersOf, UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import * as Upload from "../upload/index.ts";
import { fingerprint, mergedDraft, newDraft, type Planned } from "./draft.ts";
import type { Line } from "./report.ts";
import type { Info } from "./store.ts";

export type Outcome = Line & { readonly fetched: number; readonly missed: number };

type Work = { readonly job: Info; readonly supplierName: string };

const importKey = ({ orgId }: Info, handle: string): string => `${orgId}:${handle}`;
const addressOf = (src: string): string => sha256(src).slice(0, 16);

/** Whether a picture of the listing is at this address, as our own export writes it. */
const isAt = (src: string, { key }: Product.Info["pictures"][number]): boolean => key !== "" && src.includes(`/media/${key}`);

/** The listing that each product means, by its id or its handle, in at most two requests for a hundred. */
export async function findListings(job: Info, planned: readonly Planned[]): Promise<readonly (Product.Info | undefined)[]> {
  const byHandle = planned.filter(({ kind }) => kind === "product");
  const owners = await ownersOf(
    "import-handle",
    byHandle.map(({ product }) => sha256(importKey(job, product.handle))),
  );
  const ids = new Map(byHandle.map((one, index) => [one, owners[index]]));
  const idOf = (one: Planned) => (one.kind === "own" ? one.product.productId : ids.get(one));
  const wanted = [...new Set(planned.flatMap((one) => idOf(one) ?? []))];
  const found = new Map((await Product.findMany(wanted)).flatMap((listing) => (listing ? [[listing.productId, listing] as const] : [])));
  return planned.map((one) => found.get(idOf(one) ?? ""));
}

/** The pictures of the file that were asked for, those last that nobody has asked for before, in another import or by hand. */
function asked({ product }: Planned, listing?: Product.Info): Pick<Imported, "pictures" | "fresh"> {
  const before = listing?.imported?.pictures ?? [];
  const fresh = product.images
    .slice(0, MAX_PICTURES)
    .filter(({ src }) => !before.includes(addressOf(src)) && !listing?.pictures.some((picture) => isAt(src, picture)))
    .map(({ src }) => addressOf(src));
  return { pictures: [...before, ...fresh].slice(-50), fresh: fresh.length };
}

const freshOf = ({ pictures, fresh }: Imported): readonly string[] => (fresh > 0 ? pictures.slice(-fresh) : []);

/** What the file says of pictures that the listing shows already. */
function wordsOf({ kind, product }: Planned, listing: Product.Info): { uploadId: string; alt: string }[] {
  if (kind !== "own") return [];
  return product.images.flatMap(({ src, alt }) => {
    const picture = listing.pictures.find((one) => isAt(src, one));
    return picture && alt !== undefined && alt !== picture.alt ? [{ uploadId: picture.uploadId, alt }] : [];
  });
}

/** Outside the message's own key: each product is a transaction by itself. */
function alone<T>(run: () => Promise<T>): Promise<T> {
  const { idempotency: _inbox, ...own } = Request.use();
  return Request.with(own, run);
}

/** With the pictures that this import is to bring, by the fingerprints of their addresses. */
type Verdict = Pick<Line, "outcome" | "productId" | "reason" | "message"> & { readonly fresh?: readonly string[] };

/** What the file says anew of the pieces of a product: by the numbers it gives, not by those it leaves out. */
function countsOf({ product }: Planned, after: Draft, before?: Draft) {
  const said = new Set(product.variants.flatMap(({ sku, stock }) => (stock === undefined ? [] : [sku.slice(0, 80)])));
  return newCounts(after, { before: before?.variants ?? [], after: after.variants ?? [], said });
}

/** What of the numbers of a file could not be counted, for the report. */
function noteOf({ many = false, held = 0 }: { readonly many?: boolean; readonly held?: number }): Pick<Line, "reason" | "message"> {
  if (held > 0) return { reason: "stock.held", message: `${held} counts were left as they are: more pieces are held for buyers than the file has` };
  return many ? { reason: "stock.many", message: `Only the first ${MOST_BROUGHT} combinations were counted; count the others in the listing` } : {};
}

/** The counts for a listing that is there, each from what its stock says now; what is held for buyers who are paying stays. */
async function broughtTo(listing: Product.Info, counts: ReturnType<typeof countsOf>) {
  if (counts.length === 0) return { brought: [], note: {} };
  const rows = new Map((await rowsOf(listing.productId)).map((row) => [row.sku, row]));
  const seen = counts.map((count) => ({ count, row: rows.get(skuOf(count)) })).filter(({ count, row }) => row?.onHand !== count.onHand);
  const free = seen.filter(({ count, row }) => count.onHand >= (row?.reserved ?? 0));
  const brought = free.slice(0, MOST_BROUGHT).map(({ count, row }) => ({ ...count, ...(row ? { seen: row.onHand } : {}) }));
  return { brought, note: noteOf({ many: free.length > MOST_BROUGHT, held: seen.length - free.length }) };
}

/** Makes the listing, unless its handle has been taken meanwhile. */
async function create({ job, supplierName }: Work, planned: Planned & { readonly kind: "product" }): Promise<Verdict | undefined> {
  const { orgId, jobId } = job;
  const imported: Imported = { hash: fingerprint(planned), jobId, outcome: "created", ...asked(planned) };
  const key = importKey(job, planned.product.handle);
  const draft = newDraft(planned.product);
  const opened = Product.opening({ orgId, supplierName, draft, importKey: key, imported });
  const counts = countsOf(planned, draft);
  const stock = broughtWrites({ productId: opened.productId, orgId }, counts.slice(0, MOST_BROUGHT), nowIso());
  const unique = creating(UniqueRow.create({ scope: "import-handle", value: sha256(key), subjectId: opened.productId }));
  const taken = conflict("import.exists", "This product was imported before");
  try {
    await alone(() =>
      commit({ about: opened.productId, writes: [...opened.writes, unique, ...stock], events: opened.events, reply: null, refused: () => taken }),
    );
    return { outcome: "created", productId: opened.productId, fresh: freshOf(imported), ...noteOf({ many: counts.length > MOST_BROUGHT }) };
  } catch (error) {
    if (isKind(error, "conflict") && error.code === "import.exists") return undefined;
    throw error;
  }
}

const leftOut = (reason: string, message: string): Verdict => ({ outcome: "left out", reason, message });

/** What the file has to say of a listing that is there, or of its revision; nothing when it said the same before, or says what that says. */
function newsFor(job: Info, planned: Planned, found: Product.Info) {
  const listing = { ...found, ...Product.working(found) };
  const hash = fingerprint(planned);
  if (listing.imported?.hash === hash) return undefined;
  const draft = mergedDraft(listing.draft, planned);
  const words = wordsOf(planned, listing);
  const pictures = asked(planned, listing);
  const isNew = !isDeepStrictEqual(draft, listing.draft) || words.length > 0 || pictures.fresh > 0;
  return isNew
    ? {
        draft,
        words,
        counts: countsOf(planned, draft, listing.draft),
        imported: { hash, jobId: job.jobId, outcome: "updated" as const, ...pictures },
      }
    : undefined;
}

async function update({ job }: Work, planned: Planned, listing: Product.Info): Promise<Verdict | undefined> {
  const { productId, version } = listing;
  if (listing.imported?.jobId === job.jobId) return { outcome: listing.imported.outcome, productId, fresh: freshOf(listing.imported) };
  const news = newsFor(job, planned, listing);
  if (!news) return { outcome: "skipped", productId };
  if (job.isDryRun) return { outcome: "updated", productId };
  try {
    const { counts, ...said } = news;
    const { brought, note } = await broughtTo(listing, counts);
    await alone(() => Product.rewriteFromFile({ productId, version, ...said, brought }));
    return { outcome: "updated", productId, fresh: freshOf(news.imported), ...note };
  } catch (error) {
    if (isKind(error, "conflict") && error.code === "product.changed") return undefined;
    if (isKind(error, "conflict"))
      return { ...leftOut(error.code, "It is being reviewed or put away; take it back, then import the file again"), productId };
    throw error;
  }
}

/** Undefined when somebody was faster and the listing has to be read again. */
async function attempt(work: Work, planned: Planned, listing: Product.Info | undefined): Promise<Verdict | undefined> {
  const { job } = work;
  if (listing && listing.orgId === job.orgId) return update(work, planned, listing);
  if (planned.kind === "own") return leftOut("product.unknown", "None of your listings has this product id");
  if (job.isDryRun) return { outcome: "created" };
  return create(work, planned);
}

const TRIES = 4;

/** A product of the file, and its listing where there is one. */
type Subject = { readonly planned: Planned; readonly listing: Product.Info | undefined };

async function settle(work: Work, { planned, listing }: Subject, tries = 1): Promise<Verdict> {
  const verdict = await attempt(work, planned, listing);
  if (verdict) return verdict;
  if (tries === TRIES) return leftOut("product.changed", "It was changed by somebody else meanwhile; import the file again");
  const [again] = await findListings(work.job, [planned]);
  return settle(work, { planned, listing: again }, tries + 1);
}

/** Brings pictures of a listing; each goes the same way as an uploaded one and is looked into before it counts. */
async function bring({ job }: Work, { product }: Planned, { productId = "", fresh = [] }: Verdict): Promise<{ fetched: number; missed: number }> {
  let fetched = 0;
  let missed = 0;
  for (const [place, { src, alt = "", origin }] of product.images.slice(0, MAX_PICTURES).entries()) {
    const address = addressOf(src);
    if (!fresh.includes(address)) continue;
    const bytes = await PictureSource.use().fetch(src);
    if (!bytes) {
      missed += 1;
      continue;
    }
    // Ids in the order of the file, and the same however often the picture is brought.
    const uploadId = idFrom("upload", Date.parse(job.at) + place, sha256(`${productId}:${address}`));
    await Upload.receive({
      uploadId,
      purpose: "product",
      subjectId: productId,
      orgId: job.orgId,
      bytes,
      alt: alt.slice(0, 200),
      ...(origin ? { origin } : {}),
    });
    fetched += 1;
  }
  return { fetched, missed };
}

/** Makes or changes one listing as the file says; done again by the same import it does nothing more and says the same. */
export async function apply(work: Work, planned: Planned, listing: Product.Info | undefined): Promise<Outcome> {
  const { line, handle } = planned.product;
  const { fresh = [], ...verdict } = await settle(work, { planned, listing });
  const pictures = await bring(work, planned, { ...verdict, fresh });
  const note = pictures.missed > 0 ? { reason: "picture.missed", message: `${pictures.missed} of its pictures could not be fetched` } : {};
  return { line, handle, ...note, ...verdict, ...pictures };
}
