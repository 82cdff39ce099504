import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { Page, PageQuery } from "../kernel/page.ts";
import { nowIso } from "../kernel/request.ts";
import { type Place, seal, unseal } from "../ports/seal.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { type Get, readTogether, type TogetherRow } from "../table/together.ts";
import { ownerOf, UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import { type Figures, figuresGet, figuresIn } from "./figures.ts";
import { Draft, Paper, Verification } from "./model.ts";

const SLUGS = "supplier-slug";

/** A supplier's application and record; what is counted of its work stands beside it (`figures.ts`). */
export const SupplierRecordRow = entity({
  model: { entity: "supplier", version: "1", service: SERVICE },
  attributes: {
    orgId: { type: "string", required: true },
    verification: { type: ["draft", "pending", "verified", "rejected", "suspended"] as const, required: true },
    reasons: { type: "string" },
    /** What it tells about itself but its telephone number, which is sealed beside it. */
    application: { type: "any", required: true },
    phone: { type: "string" },
    /** Papers and factory photos: which upload, what it is, where it is kept in private storage. */
    papers: { type: "any" },
    /** Its name in addresses, from the day it is verified first. */
    slug: { type: "string" },
    submittedAt: { type: "string" },
    queueAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byVerification: {
      index: keys.queue.index,
      scope: "supplier",
      pk: { field: keys.queue.pk, composite: ["verification"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["queueAt"], casing: "none" },
    },
  },
} as const);

const Stored = z.object({
  orgId: z.string(),
  verification: Verification,
  reasons: z.string().optional(),
  application: Draft,
  phone: z.string().optional(),
  papers: z.array(Paper).default([]),
  slug: z.string().optional(),
  submittedAt: z.string().optional(),
  queueAt: z.string(),
  version: z.number(),
});
export type Info = z.infer<typeof Stored>;

/** The record of somebody who has not written anything yet. */
export const blank = (orgId: string): Info => ({ orgId, verification: "draft", application: {}, papers: [], queueAt: nowIso(), version: 0 });

export async function find(orgId: string): Promise<Info | undefined> {
  const { data } = await SupplierRecordRow.get({ orgId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

export type Counted = { readonly record: Info; readonly figures: Figures };

/** Where a record and its numbers are, for who reads them with rows of others; `countedIn` reads what comes. */
export const countedGets = (orgId: string): readonly Get[] => [SupplierRecordRow.get({ orgId }), figuresGet(orgId)];

export const countedIn = ([row, counted]: readonly (TogetherRow | undefined)[]): Counted | undefined =>
  row && { record: Stored.parse(row), figures: figuresIn(counted) };

/** The record with its numbers, in one request. */
export const findCounted = async (orgId: string): Promise<Counted | undefined> =>
  countedIn(await readTogether(countedGets(orgId), { isStrong: true }));

export const idNamed = (slug: string): Promise<string | undefined> => ownerOf(SLUGS, slug);

/** The record of whoever has this name in addresses, with its numbers. */
export async function findNamed(slug: string): Promise<Counted | undefined> {
  const orgId = await idNamed(slug);
  return orgId === undefined ? undefined : findCounted(orgId);
}

/** Keeps a name in addresses to one supplier. */
export const slugWrite = (orgId: string, slug: string): TransactWriteItem =>
  creating(UniqueRow.create({ scope: SLUGS, value: slug, subjectId: orgId }));

const phoneOf = (orgId: string): Place => ({ record: "supplier", id: orgId, field: "phone" });

/** The record with its telephone number, for its own people and for the platform's. */
export async function findOpen(orgId: string): Promise<Info | undefined> {
  const found = await find(orgId);
  if (!found?.phone) return found;
  const { phone, application, ...rest } = found;
  return { ...rest, application: { ...application, phone: await unseal(phone, phoneOf(orgId)) } };
}

/** An application as it is stored. */
export async function sealed(orgId: string, { phone, ...application }: Draft): Promise<{ readonly application: Draft; readonly phone?: string }> {
  return { application, ...(phone ? { phone: await seal(phone, phoneOf(orgId)) } : {}) };
}

/** Suppliers of one status, longest waiting first. */
export async function list(verification: Verification, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await SupplierRecordRow.query.byVerification({ verification }).go({ limit: page.limit, cursor: page.cursor ?? null });
  return { items: data.map((row) => Stored.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
