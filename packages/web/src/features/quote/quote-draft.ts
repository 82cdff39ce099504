import { Complexity, Fabric, GarmentType, Gauge, Packaging, Placement, Technique } from "@sleekapp/core/garment/model";
import { Incoterm } from "@sleekapp/core/pricing/model";
import { DraftSecret } from "@sleekapp/core/quote/model";
import { Rush } from "@sleekapp/core/production/model";
import * as z from "zod";
import { freshDraft, type QuoteDraft } from "./quote-form.ts";

const Contact = z.strictObject({
  email: z.string(),
  challenge: z.strictObject({ challengeId: z.string(), resendAt: z.number() }).optional(),
  proof: z.strictObject({ proof: z.string(), email: z.string(), expiresAt: z.string() }).optional(),
});

const QuoteForm = z.strictObject({
  garmentType: GarmentType.optional(),
  quantity: z.int().optional(),
  complexity: Complexity.optional(),
  fabric: Fabric.optional(),
  gsm: z.int().optional(),
  gauge: Gauge.optional(),
  sizes: z.array(z.strictObject({ size: z.string(), pieces: z.int().optional() })).optional(),
  colours: z.array(z.strictObject({ name: z.string(), pieces: z.array(z.int().nullable()) })).optional(),
  wishes: z.array(z.strictObject({ technique: Technique, placement: Placement.optional() })).optional(),
  packaging: Packaging.optional(),
  incoterm: Incoterm.optional(),
  country: z.string().optional(),
  rush: Rush,
  wantedOn: z.string(),
  sample: z.boolean(),
  notes: z.string(),
  designId: z.string().max(60).optional(),
  draft: DraftSecret.optional(),
});

const Draft = z.strictObject({ form: QuoteForm, contact: Contact });

/** What was typed into the quote form, in this tab, until a quote was made of it. */
export const quoteDraft = { ...freshDraft, parse: (value: unknown): QuoteDraft | undefined => Draft.safeParse(value).data };
