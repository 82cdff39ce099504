import * as z from "zod";
import { Complexity, Fabric, GarmentType, Placement, Technique } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { Rush } from "../production/model.ts";

/** The longest text that is read, in characters. */
export const MAX_TEXT = 4_000;

/** Languages that a brief is read in. */
export const Language = z.enum(["en", "de", "bn"]);
export type Language = z.infer<typeof Language>;

export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "German", bn: "Bangla" };

/** A decoration as somebody describes it: where it goes may not be said. */
export const Wish = z.strictObject({ technique: Technique, placement: Placement.optional() });
export type Wish = z.infer<typeof Wish>;

/** How sure it is that this was meant, in basis points. */
const Bps = z.int().min(0).max(10_000);
const read = <T extends z.ZodType>(value: T) => z.strictObject({ value, bps: Bps }).optional();

/** What was read of a brief: for each field what it says and how sure that is. A field that is not there was not found. */
export const Reading = z.strictObject({
  garmentType: read(GarmentType),
  quantity: read(z.int().min(1).max(10_000_000)),
  fabric: read(Fabric),
  gsm: read(z.int().min(80).max(600)),
  complexity: read(Complexity),
  customisations: read(z.array(Wish).max(8)),
  sizes: read(z.record(z.string().min(1).max(12), z.int().min(1).max(10_000_000))),
  rush: read(Rush),
  wantedOn: read(CalendarDate),
  sample: read(z.boolean()),
});
export type Reading = z.infer<typeof Reading>;
export type Field = keyof Reading;
export const fields = Reading.keyof().options;

/** A picture or document beside the words, small enough for a request; `data` is base64. */
export const Attachment = z.strictObject({
  type: z.enum(["image/jpeg", "image/png", "image/webp", "application/pdf"]),
  data: z
    .string()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "base64")
    .min(16)
    .max(240_000),
});
export type Attachment = z.infer<typeof Attachment>;

/** Answers of a reading that are less sure than this are shown as guesses. */
export const SURE_BPS = 7_000;

/** A brief in somebody's own words, with pictures or a document, at most 180 KB of them. */
export const Given = z
  .strictObject({ text: z.string().trim().max(MAX_TEXT), attachments: z.array(Attachment).max(2).default([]) })
  .refine(({ text, attachments }) => text !== "" || attachments.length > 0, { path: ["text"], message: "Write something, or add a file" });
