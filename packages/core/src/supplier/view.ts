import * as z from "zod";
import { Family, Technique } from "../garment/model.ts";
import { Draft, FamilyTerms, Paper, Verification } from "./model.ts";

/** The application as its own people and the platform see it. */
export const SupplierView = z.strictObject({
  orgId: z.string(),
  verification: Verification,
  reasons: z.string().optional(),
  application: Draft,
  missing: z.array(z.string()),
  /** Papers and factory photos, without where they are kept; a link is asked for one by one. */
  papers: z.array(Paper.omit({ key: true })),
  version: z.int(),
  submittedAt: z.string().optional(),
  /** Its name in addresses, from the day it is verified first. */
  slug: z.string().optional(),
});
export type SupplierView = z.infer<typeof SupplierView>;

/** A supplier in an admin's queue. */
export const SupplierCard = z.strictObject({
  orgId: z.string(),
  companyName: z.string(),
  country: z.string(),
  verification: Verification,
  submittedAt: z.string().optional(),
});
export type SupplierCard = z.infer<typeof SupplierCard>;

const measure = <S extends z.ZodRawShape>(figure: S) => z.strictObject({ ...figure, of: z.int() });

/**
 * What has been counted of a supplier's work; `of` says of how many deeds, and the figure is absent where there is none. Shares in
 * basis points, the response in minutes, the rating in hundredths of a point. The formulas stand in `supplier/rules.ts`.
 */
export const Scorecard = z.strictObject({
  onTime: measure({ bps: z.int().optional() }),
  quality: measure({ bps: z.int().optional() }),
  response: measure({ minutes: z.int().optional() }),
  rating: measure({ hundredths: z.int().optional() }),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** Pieces of one week, which is named by its Monday. */
export const CapacityWeek = z.strictObject({ weekOn: z.string(), total: z.int(), booked: z.int(), free: z.int() });
export type CapacityWeek = z.infer<typeof CapacityWeek>;

/** A supplier's numbers as its own office and the platform see them: the scorecard, and the weeks from this one on. */
export const FiguresView = z.strictObject({ scorecard: Scorecard, weekly: z.int(), weeks: z.array(CapacityWeek) });
export type FiguresView = z.infer<typeof FiguresView>;

/** A certificate as everybody sees it; whether it has expired is said anew at every reading. */
export const PublicCertificate = z.strictObject({
  name: z.string(),
  issuer: z.string(),
  number: z.string(),
  expiresOn: z.string(),
  isExpired: z.boolean(),
});
export type PublicCertificate = z.infer<typeof PublicCertificate>;

/** A verified supplier's public page: no street, no person, no telephone, and of its capacity only the band. */
export const SupplierProfile = z.strictObject({
  slug: z.string(),
  companyName: z.string(),
  country: z.string(),
  city: z.string(),
  about: z.string(),
  families: z.array(Family),
  techniques: z.array(Technique),
  moq: z.int(),
  leadDays: z.int(),
  /** What it takes on in each family it makes. */
  terms: z.array(FamilyTerms.extend({ family: Family })),
  yearEstablished: z.int().optional(),
  weeklyBand: z.strictObject({ from: z.int(), to: z.int().optional() }),
  certificates: z.array(PublicCertificate),
  scorecard: Scorecard,
});
export type SupplierProfile = z.infer<typeof SupplierProfile>;
