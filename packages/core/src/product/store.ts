import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { readTogether } from "../table/together.ts";
import { changing, creating } from "../table/write.ts";
import { laneOf } from "./revision.ts";
import { Copy, Draft, Imported, Picture, PLATFORM_FEE_BPS, Revision, Status } from "./model.ts";

/** A listing: what its supplier wrote, its pictures and where it stands. */
const Row = entity({
  model: { entity: "product", version: "1", service: SERVICE },
  attributes: {
    productId: { type: "string", required: true },
    orgId: { type: "string", required: true },
    supplierName: { type: "string", required: true },
    supplierCountry: { type: "string" },
    status: { type: "string", required: true },
    /** The queue it stands in; the key's label is that of the status, which it mostly is. */
    lane: { type: "string", label: "status" },
    /** Since when it stands there, under the label that such keys have: what else changes of it leaves its place in the queue alone. */
    laneAt: { type: "string", label: "updatedAt", required: true },
    revision: { type: "any" },
    /** Suggested words, and by itself which asking they answer, so that an older answer is refused. */
    copy: { type: "any" },
    copyAskId: { type: "string" },
    slug: { type: "string" },
    draft: { type: "any", required: true },
    pictures: { type: "any", required: true },
    reason: { type: "string" },
    feeBps: { type: "number" },
    approvedAt: { type: "string" },
    approvedBy: { type: "string" },
    publishedAt: { type: "string" },
    featuredUntil: { type: "string" },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
    version: { type: "number", required: true },
    importKey: { type: "string" },
    /** What a file last said of it, see `Imported`. */
    imported: { type: "any" },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: {
      collection: "productPage",
      pk: { field: keys.primary.pk, composite: ["productId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    bySupplier: {
      index: keys.bySupplier.index,
      scope: "product",
      pk: { field: keys.bySupplier.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.bySupplier.sk, composite: ["createdAt"], casing: "none" },
    },
    byOwnStatus: {
      index: keys.byOwner.index,
      scope: "product",
      pk: { field: keys.byOwner.pk, composite: ["orgId", "status"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["createdAt"], casing: "none" },
    },
    byStatus: {
      index: keys.queue.index,
      scope: "product",
      pk: { field: keys.queue.pk, composite: ["lane"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["laneAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  productId: z.string(),
  orgId: z.string(),
  supplierName: z.string(),
  supplierCountry: z.string().optional(),
  status: Status,
  slug: z.string().optional(),
  draft: Draft,
  pictures: z.array(Picture),
  revision: Revision.optional(),
  copy: Copy.optional(),
  reason: z.string().optional(),
  /** The platform's share in basis points: what was agreed for this listing, else the usual. */
  feeBps: z.int().min(0).max(10_000).default(PLATFORM_FEE_BPS),
  approvedAt: z.string().optional(),
  /** The person of the platform who approved what is live. */
  approvedBy: z.string().optional(),
  /** When it first entered the catalogue. */
  publishedAt: z.string().optional(),
  /** The last day (UTC) on which the home page shows it. */
  featuredUntil: z.string().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  laneAt: z.string(),
  version: z.number(),
  importKey: z.string().optional(),
  imported: Imported.optional(),
});
export type Info = z.infer<typeof Stored>;

/** The row of a listing, for who reads it with what lies beside it. */
export const ProductRow = Row;

/** A listing as it was read with what lies beside it. */
export const productIn = (row: unknown): Info => Stored.parse(row);

export async function find(productId: string): Promise<Info | undefined> {
  const { data } = await Row.get({ productId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** So many listings, at most a hundred, in one request; each is at its place, or undefined where there is none. */
export async function findMany(productIds: readonly string[]): Promise<readonly (Info | undefined)[]> {
  if (productIds.length === 0) return [];
  const rows = await readTogether(
    productIds.map((productId) => Row.get({ productId })),
    { isStrong: true },
  );
  return rows.map((row) => (row ? Stored.parse(row) : undefined));
}

const pageFrom = (data: readonly unknown[], cursor: string | null): Page<Info> => ({
  items: data.map((row) => Stored.parse(row)),
  ...(cursor ? { nextCursor: cursor } : {}),
});

/** A supplier's own listings, of one status or of all, newest first. */
export async function listOfSupplier(
  orgId: string,
  { status, limit, cursor: from }: PageQuery & { readonly status?: Status | undefined },
): Promise<Page<Info>> {
  const found = status ? Row.query.byOwnStatus({ orgId, status }) : Row.query.bySupplier({ orgId });
  const { data, cursor } = await found.go({ limit, cursor: from ?? null, order: "desc" });
  return pageFrom(data, cursor);
}

/** Listings in one queue, longest waiting first: those of a status, with live ones whose revision waits among `pending_approval`. */
export async function listByStatus(lane: Status, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await Row.query.byStatus({ lane }).go({ limit: page.limit, cursor: page.cursor ?? null });
  return pageFrom(data, cursor);
}

export type NewProduct = Pick<Info, "productId" | "orgId" | "supplierName" | "draft" | "pictures"> & {
  readonly supplierCountry?: string;
  readonly importKey?: string;
  readonly imported?: Imported;
  readonly isDemo?: boolean;
};

export const createWrite = (product: NewProduct, now: string): TransactWriteItem =>
  creating(
    Row.create({ ...product, status: "draft", lane: "draft", feeBps: PLATFORM_FEE_BPS, createdAt: now, updatedAt: now, laneAt: now, version: 1 }),
  );

export type Change = Partial<
  Pick<
    Info,
    "status" | "draft" | "pictures" | "slug" | "reason" | "supplierName" | "imported" | "approvedAt" | "approvedBy" | "publishedAt" | "feeBps"
  >
> & {
  /** Nothing takes it away. */
  readonly revision?: Info["revision"] | null;
  readonly featuredUntil?: string | null;
};

const said = (change: Change) => Object.entries(change).filter(([, value]) => value !== undefined);

/** The listing after a change. */
export function applied(before: Info, change: Change, now: string): Info {
  const changes = Object.fromEntries(said(change).map(([field, value]) => [field, value ?? undefined]));
  const after = { ...before, ...changes, updatedAt: now, version: before.version + 1 };
  return { ...after, laneAt: laneOf(after) === laneOf(before) ? before.laneAt : now };
}

/** Changes a listing from the version that was read. */
export function changeWrite(before: Info, change: Change, now: string): TransactWriteItem {
  const after = applied(before, change, now);
  const set = Object.fromEntries(said(change).filter(([, value]) => value !== null));
  const gone = (["revision", "featuredUntil"] as const).filter((field) => change[field] === null);
  return changing(
    Row.patch({ productId: before.productId })
      .set({ ...set, status: after.status, lane: laneOf(after), laneAt: after.laneAt, updatedAt: now, version: after.version })
      .remove([...gone])
      .composite({ orgId: before.orgId, createdAt: before.createdAt })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}

/** Whose these listings are, by their ids, in one request; those that are not there are left out. */
export async function suppliersOf(productIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (productIds.length === 0) return new Map();
  const { data } = await Row.get(productIds.map((productId) => ({ productId }))).go({ attributes: ["productId", "orgId"] });
  return new Map(data.map(({ productId, orgId }) => [productId, orgId]));
}

/** Marks that words were asked for; an asking before it is answered no more. The listing keeps its version: nothing of it changes. */
export const copyAskWrite = (productId: string, copy: Copy): TransactWriteItem =>
  changing(
    Row.patch({ productId })
      .set({ copy, copyAskId: copy.askId })
      .where(({ version }, { exists }) => exists(version)),
  );

/** Keeps the words that answer the asking in force. */
export const copyWrite = (productId: string, copy: Copy): TransactWriteItem =>
  changing(
    Row.patch({ productId })
      .set({ copy })
      .where(({ copyAskId }, { eq }) => eq(copyAskId, copy.askId)),
  );
