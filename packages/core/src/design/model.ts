import * as z from "zod";
import { GarmentType } from "../garment/model.ts";

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
