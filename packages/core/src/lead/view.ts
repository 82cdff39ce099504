import * as z from "zod";
import { GarmentType } from "../garment/model.ts";
import { pageOf } from "../kernel/page.ts";
import { Estimate } from "../pricing/model.ts";
import { EntryKind, Priority, Stage, Temperature } from "./model.ts";

const card = {
  leadId: z.string(),
  reference: z.string(),
  name: z.string(),
  company: z.string().optional(),
  quantity: z.int(),
  garmentType: GarmentType.optional(),
  stage: Stage,
  temperature: Temperature,
  priority: Priority,
  respondBy: z.string(),
  respondedAt: z.string().optional(),
  /** Whether nobody has answered in time. */
  isLate: z.boolean(),
  nextOn: z.string().optional(),
  requests: z.int(),
  lastAt: z.string(),
  createdAt: z.string(),
};

/** A lead in the pipeline. */
export const LeadCard = z.strictObject(card);
export type LeadCard = z.infer<typeof LeadCard>;
export const LeadPage = pageOf(LeadCard);

/** Something that happened to a lead. */
export const EntryView = z.strictObject({ entryId: z.string(), kind: EntryKind, text: z.string(), at: z.string() });
export type EntryView = z.infer<typeof EntryView>;

/** A lead with everything about it, for administrators. */
export const LeadView = z.strictObject({
  ...card,
  email: z.string(),
  phone: z.string().optional(),
  wantedOn: z.string().optional(),
  /** Which administrator looks after it. */
  ownedBy: z.string().optional(),
  /** What the price book would say of so much as is known; for the platform alone. */
  estimate: Estimate.optional(),
  quoteId: z.string().optional(),
  /** Whether they want no more follow-ups. */
  isQuiet: z.boolean(),
  version: z.int(),
  entries: z.array(EntryView).readonly(),
});
export type LeadView = z.infer<typeof LeadView>;
