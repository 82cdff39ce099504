import * as z from "zod";
import { Construction, GarmentType, Technique } from "../garment/model.ts";

/** A colour of a palette: six hexadecimal digits. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/, "a colour such as #1f3a5f");
export const MAX_COLOURS = 6;

/** What a palette begins with, colour by colour, until somebody chooses others. */
export const firstColours = ["#1f3a5f", "#f2efe6", "#8c1c2b", "#2f5d46", "#d9a441", "#2b2b2b"] as const;

/** A design in somebody's own words, with the garment and the colours it has. */
export const DesignWords = z.strictObject({
  description: z.string().trim().min(10, "at least ten letters").max(500),
  garmentType: GarmentType,
  palette: z.array(Colour).max(MAX_COLOURS),
});
export type DesignWords = z.infer<typeof DesignWords>;

/** Where the picture of a design comes from: a model drew it, or its owner sent it. */
export const Origin = z.enum(["model", "upload"]);
export type Origin = z.infer<typeof Origin>;

/** A design as those see it whom a quote or an order shows it to; nothing where there is none. `url` opens the picture for five minutes. */
export const ShownDesignView = z.strictObject({
  design: z
    .strictObject({ designId: z.string(), origin: Origin, description: z.string().optional(), width: z.int(), height: z.int(), url: z.string() })
    .optional(),
});
export type ShownDesignView = z.infer<typeof ShownDesignView>;

/** A design as its owner sees it. `url` opens the picture for five minutes. */
export const DesignView = z.strictObject({
  designId: z.string(),
  origin: Origin,
  /** The words it was drawn from; none where it was sent. */
  description: z.string().optional(),
  garmentType: GarmentType.optional(),
  palette: z.array(z.string()).max(MAX_COLOURS),
  width: z.int(),
  height: z.int(),
  url: z.string(),
  /** Quotes that show it; while there is one it cannot be deleted. */
  uses: z.int(),
  createdAt: z.string(),
});
export type DesignView = z.infer<typeof DesignView>;

/** How sure it is, in whole percent; 0 where nothing was seen. */
const Percent = z.int().min(0).max(100);

/** What the pattern of a cloth is called. */
export const Pattern = z.enum([
  "unknown",
  "plain",
  "stripes",
  "checks",
  "dots",
  "floral",
  "animal",
  "camouflage",
  "geometric",
  "colour-block",
  "other",
]);
export type Pattern = z.infer<typeof Pattern>;

/** What a print is and where it goes. */
export const Print = z.enum(["unknown", "none", "small-motif", "large-motif", "lettering", "all-over"]);
export type Print = z.infer<typeof Print>;

const seen = <T extends z.ZodType>(value: T) => z.strictObject({ value, percent: Percent });

/** The most techniques that are named of one picture. */
export const MAX_TECHNIQUES = 6;

/** What was seen in the picture of a design, field by field with how sure it is; a field that was not seen is `unknown` at 0. */
export const Seen = z.strictObject({
  garment: seen(z.enum(["unknown", ...GarmentType.options])),
  construction: seen(z.enum(["unknown", ...Construction.options])),
  pattern: seen(Pattern),
  print: seen(Print),
  colours: z.array(z.strictObject({ hex: Colour.max(7), percent: Percent })).max(MAX_COLOURS),
  techniques: z.array(seen(Technique)).max(MAX_TECHNIQUES),
});
export type Seen = z.infer<typeof Seen>;

/** The same with the names of its colours, which are ours. */
export const DesignAnalysis = Seen.extend({
  colours: z.array(z.strictObject({ hex: Colour, name: z.string().max(20), percent: Percent })).max(MAX_COLOURS),
});
export type DesignAnalysis = z.infer<typeof DesignAnalysis>;

export const patternNames: Readonly<Record<Pattern, string>> = {
  unknown: "Not seen",
  plain: "Plain",
  stripes: "Stripes",
  checks: "Checks",
  dots: "Dots",
  floral: "Floral",
  animal: "Animal",
  camouflage: "Camouflage",
  geometric: "Geometric",
  "colour-block": "Colour blocks",
  other: "Another pattern",
};

export const printNames: Readonly<Record<Print, string>> = {
  unknown: "Not seen",
  none: "No print",
  "small-motif": "A small motif",
  "large-motif": "A large motif",
  lettering: "Lettering",
  "all-over": "All over",
};
