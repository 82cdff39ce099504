import * as z from "zod";
import { Draft, Verification } from "./model.ts";

/** The application as its own people and the platform see it. */
export const SupplierView = z.strictObject({
  orgId: z.string(),
  verification: Verification,
  reasons: z.string().optional(),
  application: Draft,
  missing: z.array(z.string()),
  version: z.int(),
  submittedAt: z.string().optional(),
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
