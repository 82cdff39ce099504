import * as z from "zod";
import { Fabric, Family, GarmentType } from "../garment/model.ts";

/** Where an import stands; `checked` says what it would do, and nothing has been done. A failed one goes on where it stopped. */
export const State = z.enum(["uploading", "running", "checked", "done", "failed"]);
export type State = z.infer<typeof State>;

/** The largest file that is taken, in bytes: fifty thousand rows of a kilobyte and some. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** What became of the products and rows of a file. */
export const Counts = z.strictObject({
  created: z.int(),
  updated: z.int(),
  /** Said nothing new. */
  skipped: z.int(),
  /** Products that could not be changed; rows that could not be read are not among them. */
  refused: z.int(),
  picturesFetched: z.int(),
  picturesMissed: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const noCounts: Counts = { created: 0, updated: 0, skipped: 0, refused: 0, picturesFetched: 0, picturesMissed: 0 };

const Rejection = z.strictObject({ line: z.int(), handle: z.string().optional(), code: z.string(), message: z.string() });

/** A question that products of a file leave open, how many of them, and the line of the first. */
const Need = z.strictObject({ field: z.string(), products: z.int(), firstLine: z.int() });

/** An import as its supplier watches it. */
export const ImportView = z.strictObject({
  jobId: z.string(),
  state: State,
  total: z.int(),
  done: z.int(),
  ...Counts.shape,
  /** The first rows that were left out, and how many there are. */
  rejected: z.array(Rejection),
  rejections: z.int(),
  /** What the file asked when it was read to its end; only while it waits to be started again. */
  needs: z.array(Need),
  /** Whether it only looks at what it would do. */
  isDryRun: z.boolean(),
  /** Whether what became of every row can be fetched as a file. */
  hasReport: z.boolean(),
  failure: z.string().optional(),
});
export type ImportView = z.infer<typeof ImportView>;

const Variant = z.strictObject({ sku: z.string(), isSkuDerived: z.boolean(), options: z.string(), stock: z.int().optional() });

/** What importing the file would make, before anything is made. */
export const PreviewView = z.strictObject({
  create: z.array(z.strictObject({ handle: z.string(), title: z.string(), line: z.int(), variants: z.array(Variant), pictures: z.int() })),
  creates: z.int(),
  /** Listings that the file names by their id. */
  owns: z.int(),
  waiting: z.array(z.strictObject({ line: z.int(), handle: z.string(), title: z.string(), lacks: z.array(z.string()) })),
  rejected: z.array(Rejection),
  rejections: z.int(),
  needs: z.array(Need),
  types: z.array(z.strictObject({ value: z.string(), products: z.int() })),
  tags: z.array(z.strictObject({ value: z.string(), products: z.int() })),
  /** False for a long file, of which only the beginning was read; the rest is read when the import is started. */
  isWhole: z.boolean(),
});
export type PreviewView = z.infer<typeof PreviewView>;

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

/** How an export goes; its file is there for a week. */
export const ExportView = z.strictObject({
  fileId: z.string(),
  state: z.enum(["running", "done", "failed"]),
  products: z.int(),
  url: z.string().optional(),
});
export type ExportView = z.infer<typeof ExportView>;
