import * as z from "zod";
import { Family, Technique } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";

/** Where a supplier stands with the platform; only verified ones list, get offers and appear in public. */
export const Verification = z.enum(["draft", "pending", "verified", "rejected", "suspended"]);
export type Verification = z.infer<typeof Verification>;

export const Certificate = z.strictObject({
  name: z.string().trim().min(2).max(80),
  issuer: z.string().trim().min(2).max(80),
  number: z.string().trim().min(2).max(60),
  expiresOn: CalendarDate,
});
export type Certificate = z.infer<typeof Certificate>;

/** What a supplier takes on in one family of garment: its smallest run in pieces, and the days it needs for a usual order. */
export const FamilyTerms = z.strictObject({ moq: z.int().min(1).max(100_000), leadDays: z.int().min(1).max(365) });
export type FamilyTerms = z.infer<typeof FamilyTerms>;

/** What a supplier tells about itself; every field is needed before it can be submitted, though one may do no technique and hold no certificate. */
export const Application = z.strictObject({
  companyName: z.string().trim().min(2).max(120),
  country: z.string().trim().length(2),
  city: z.string().trim().min(2).max(80),
  address: z.string().trim().min(5).max(240),
  contactName: z.string().trim().min(2).max(100),
  phone: z.string().trim().min(6).max(30),
  about: z.string().trim().min(40).max(2_000),
  families: z.array(Family).min(1),
  techniques: z.array(Technique).max(20).default([]),
  moq: z.int().min(1).max(100_000),
  leadDays: z.int().min(1).max(365),
  /** Families that are made on other terms than `moq` and `leadDays`, which hold for all the rest. */
  familyTerms: z.partialRecord(Family, FamilyTerms).default({}),
  weeklyCapacity: z.int().min(1).max(1_000_000),
  yearEstablished: z.int().min(1850).max(2100).optional(),
  certificates: z.array(Certificate).max(20).default([]),
});
export type Application = z.infer<typeof Application>;

const text = (max: number) => z.string().max(max).optional();

/** An application that is still being written: every field may be missing or half typed, none may be of the wrong kind. */
export const Draft = z.strictObject({
  companyName: text(120),
  country: text(2),
  city: text(80),
  address: text(240),
  contactName: text(100),
  phone: text(30),
  about: text(2_000),
  families: z.array(Family).optional(),
  techniques: z.array(Technique).max(20).optional(),
  moq: z.int().min(0).max(100_000).optional(),
  leadDays: z.int().min(0).max(365).optional(),
  familyTerms: z
    .partialRecord(Family, z.strictObject({ moq: z.int().min(0).max(100_000).optional(), leadDays: z.int().min(0).max(365).optional() }))
    .optional(),
  weeklyCapacity: z.int().min(0).max(1_000_000).optional(),
  yearEstablished: z.int().min(0).max(2100).optional(),
  certificates: z
    .array(z.strictObject({ name: text(80), issuer: text(80), number: text(60), expiresOn: text(10) }))
    .max(20)
    .optional(),
});
export type Draft = z.infer<typeof Draft>;

/** What a paper is. The registration is what every company has to show; photos are of the factory. */
export const PaperKind = z.enum(["registration", "tax", "audit", "certificate", "photo"]);
export type PaperKind = z.infer<typeof PaperKind>;

/** Papers without which nothing can be handed in. */
export const requiredPapers = ["registration"] as const satisfies readonly PaperKind[];

/** Papers and photos that one application has room for. */
export const MAX_PAPERS = 30;

export const PaperName = z.string().trim().min(1).max(120);

/** A paper as the record keeps it: which file, what it is and what it was called. */
export const Paper = z.strictObject({ uploadId: z.string(), kind: PaperKind, name: PaperName, key: z.string(), addedAt: z.string() });
export type Paper = z.infer<typeof Paper>;

/**
 * What holds for one family: its own terms where they are given, and else those of the whole house. Terms of a family that the
 * supplier makes no more are not read.
 */
export function termsFor(said: Pick<Draft, "families" | "moq" | "leadDays" | "familyTerms">, family: Family): Partial<FamilyTerms> {
  const own = said.families?.includes(family) ? said.familyTerms?.[family] : undefined;
  const [moq, leadDays] = [own?.moq || said.moq, own?.leadDays || said.leadDays];
  return { ...(moq ? { moq } : {}), ...(leadDays ? { leadDays } : {}) };
}

/** The fields and papers that are still missing or wrong, by name; empty when the application can be submitted. */
export function missingIn(draft: Draft, papers: readonly Pick<Paper, "kind">[]): string[] {
  const parsed = Application.safeParse(draft);
  const fields = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  return [...fields, ...requiredPapers.filter((kind) => !papers.some((paper) => paper.kind === kind))];
}
