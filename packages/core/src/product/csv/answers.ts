import * as z from "zod";
import { Fabric, Family, GarmentType } from "../../garment/model.ts";

// Apart from the reader of files, because the web app's client needs these and no parser.

const facts = {
  family: Family.optional(),
  garment: GarmentType.optional(),
  fabric: Fabric.optional(),
  moq: z.int().min(1).max(1_000_000).optional(),
  leadDays: z.int().min(1).max(365).optional(),
};

/** What can be said of products for a whole file. */
export const Facts = z.strictObject(facts);
export type Facts = z.output<typeof Facts>;

/**
 * What the owner of a file answers once for all of it: what products of a type, with a tag or with a word in their title
 * are (the first rule that says it counts), what all others are, and whether a picture without words is described by the product's title.
 * What the file itself says is never overruled.
 */
export const Answers = z.strictObject({
  rules: z
    .array(z.strictObject({ by: z.enum(["type", "tag", "title"]), value: z.string().min(1).max(120), ...facts }))
    .max(200)
    .default([]),
  defaults: Facts.default({}),
  altFromTitle: z.boolean().default(false),
});
export type Answers = z.output<typeof Answers>;
