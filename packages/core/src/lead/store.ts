import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import { idFrom } from "../kernel/id.ts";
import type { Page, PageQuery } from "../kernel/page.ts";
import { sha256 } from "../ports/crypto.ts";
import { type Place, seal, unseal } from "../ports/seal.ts";
import { entity, keys, SERVICE, Service } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { EntryKind, KEPT_DAYS, MAX_ENTRIES, Stage, Temperature } from "./model.ts";

const byLead = { field: keys.primary.pk, composite: ["leadId"], casing: "none" } as const;

/** Somebody who wants to talk: one for each proven address or organisation, however often they write. */
export const LeadRow = entity({
  model: { entity: "lead", version: "1", service: SERVICE },
  attributes: {
    leadId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    name: { type: "string", required: true },
    company: { type: "string" },
    /** Sealed, both. */
    email: { type: "string", required: true },
    phone: { type: "string" },
    garmentType: { type: "string" },
    quantity: { type: "number", required: true },
    wantedOn: { type: "string" },
    stage: { type: "string", required: true },
    temperature: { type: "string" },
    ownedBy: { type: "string" },
    nextOn: { type: "string" },
    requests: { type: "number", required: true },
    entries: { type: "number", required: true },
    requestedAt: { type: "string", required: true },
    respondBy: { type: "string", required: true },
    respondedAt: { type: "string" },
    followedUpAt: { type: "string" },
    quoteId: { type: "string" },
    /** They asked for no more follow-ups. */
    isQuiet: { type: "boolean", required: true },
    createdAt: { type: "string", required: true },
    lastAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: { collection: "leadCore", pk: byLead, sk: { field: keys.primary.sk, composite: [], casing: "none" } },
    byStage: {
      index: keys.queue.index,
      scope: "lead",
      pk: { field: keys.queue.pk, composite: ["stage"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["lastAt"], casing: "none" },
    },
  },
} as const);

/** Something that happened to a lead. Which administrator it was is in the log. */
export const LeadEntryRow = entity({
  model: { entity: "lead-entry", version: "1", service: SERVICE },
  attributes: {
    leadId: { type: "string", required: true },
    entryId: { type: "string", required: true },
    kind: { type: "string", required: true },
    text: { type: "string", required: true },
    at: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: { primary: { collection: "leadCore", pk: byLead, sk: { field: keys.primary.sk, composite: ["entryId"], casing: "none" } } },
} as const);

const Stored = z.object({
  leadId: z.string(),
  ownerId: z.string(),
  name: z.string(),
  company: z.string().optional(),
  email: z.string(),
  phone: z.string().optional(),
  garmentType: GarmentType.optional(),
  quantity: z.number(),
  wantedOn: z.string().optional(),
  stage: Stage,
  temperature: Temperature.optional(),
  ownedBy: z.string().optional(),
  nextOn: z.string().optional(),
  requests: z.number(),
  entries: z.number(),
  requestedAt: z.string(),
  respondBy: z.string(),
  respondedAt: z.string().optional(),
  followedUpAt: z.string().optional(),
  quoteId: z.string().optional(),
  isQuiet: z.boolean(),
  createdAt: z.string(),
  lastAt: z.string(),
  version: z.number(),
  isDemo: z.boolean().optional(),
});
export type Info = z.infer<typeof Stored>;

const Entry = z.object({ entryId: z.string(), kind: EntryKind, text: z.string(), at: z.string() });
export type Entry = z.infer<typeof Entry>;

export type Lead = Info & { readonly log: readonly Entry[] };

/** The one lead of an owner: the same for every request of theirs, so that nobody stands in the pipeline twice. */
export const leadIdOf = (ownerId: string): string => idFrom("lead", 0, sha256(`lead:${ownerId}`));

const placeOf = (leadId: string, field: string): Place => ({ record: "lead", id: leadId, field });

/** An address or a number as it may be stored. */
export const sealed = (leadId: string, field: "email" | "phone", text: string): Promise<string> => seal(text, placeOf(leadId, field));

/** How to reach somebody, readable. */
export async function reachOf({ leadId, email, phone }: Pick<Info, "leadId" | "email" | "phone">) {
  const [address, number] = await Promise.all([
    unseal(email, placeOf(leadId, "email")),
    phone === undefined ? undefined : unseal(phone, placeOf(leadId, "phone")),
  ]);
  return { email: address, ...(number === undefined ? {} : { phone: number }) };
}

const core = new Service({ header: LeadRow, entries: LeadEntryRow });

/** A lead with its log; one request. */
export async function find(leadId: string): Promise<Lead | undefined> {
  const { data } = await core.collections.leadCore({ leadId }).go({ limit: MAX_ENTRIES + 1, consistent: true });
  const header = data.header[0];
  return header && { ...Stored.parse(header), log: data.entries.map((row) => Entry.parse(row)) };
}

const DAY_S = 86_400;
/** When a row may go, in seconds, counted from what happened last. */
const ttlFrom = (at: string): number => Math.floor(new Date(at).getTime() / 1_000) + KEPT_DAYS * DAY_S;

type Filled<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
/** Without what is undefined, which no row holds. */
const present = <T extends object>(fields: T): Filled<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Filled<T>; // the same keys, fewer of them

export type NewLead = Omit<Info, "version" | "isDemo"> & { readonly isDemo?: boolean };

export const createWrite = ({
  leadId,
  ownerId,
  name,
  email,
  quantity,
  stage,
  requests,
  entries,
  requestedAt,
  respondBy,
  isQuiet,
  createdAt,
  lastAt,
  ...rest
}: NewLead): TransactWriteItem =>
  creating(
    LeadRow.create({
      leadId,
      ownerId,
      name,
      email,
      quantity,
      stage,
      requests,
      entries,
      requestedAt,
      respondBy,
      isQuiet,
      createdAt,
      lastAt,
      version: 1,
      ttl: ttlFrom(lastAt),
      ...present(rest),
    }),
  );

export type Change = Partial<Omit<Info, "leadId" | "ownerId" | "createdAt" | "version" | "isDemo">> & { readonly lastAt: string };

/** Changes a lead from the version that was read; `gone` names what is taken out. */
export function changeWrite(before: Info, change: Change, gone: readonly ("nextOn" | "ownedBy" | "respondedAt")[] = []): TransactWriteItem {
  const stage = change.stage ?? before.stage;
  const set = { ...present(change), stage, lastAt: change.lastAt, version: before.version + 1, ttl: ttlFrom(change.lastAt) };
  const patch = LeadRow.patch({ leadId: before.leadId }).set(set);
  const patched = gone.length > 0 ? patch.remove([...gone]) : patch;
  return changing(patched.where(({ version }, { eq }) => eq(version, before.version)));
}

export const entryWrite = (leadId: string, entry: Entry): TransactWriteItem =>
  creating(LeadEntryRow.create({ leadId, ...entry, ttl: ttlFrom(entry.at) }));

/** The leads of one stage, what happened last first. */
export async function list(stage: Stage, page: PageQuery): Promise<Page<Info>> {
  const { data, cursor } = await LeadRow.query.byStage({ stage }).go({ limit: page.limit, cursor: page.cursor ?? null, order: "desc" });
  return { items: data.map((row) => Stored.parse(row)), ...(cursor ? { nextCursor: cursor } : {}) };
}
