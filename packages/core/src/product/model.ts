import * as z from "zod";
import { Family } from "../garment/model.ts";
import { Money } from "../kernel/money.ts";
import { Origin, Placeholder } from "../upload/model.ts";

/** Where a listing stands; only approved ones are public. */
export const Status = z.enum(["draft", "pending_approval", "approved", "changes_requested", "rejected", "paused", "archived"]);
export type Status = z.infer<typeof Status>;

/** The platform's share on top of the supplier's price: ten per cent, as in the seed. */
export const PLATFORM_FEE_BPS = 1_000;

/** The largest share that can be agreed for one listing: half of the supplier's price. */
export const MAX_FEE_BPS = 5_000;

/** The platform's share of one listing in basis points, to the hundredth of a per cent. */
export const FeeBps = z.int().min(0).max(MAX_FEE_BPS);

/** Pictures a listing may have. */
export const MAX_PICTURES = 10;

/** Letters that say what a picture shows, at least. */
export const MIN_ALT = 5;

/** What a picture shows, in words, for people who do not see it. */
export const Words = z.strictObject({ uploadId: z.string().max(60), alt: z.string().trim().min(MIN_ALT, "at least five letters").max(200) });
export type Words = z.infer<typeof Words>;

/**
 * A picture of a listing: its published name, what it shows in words, and its size. That a model drew it is a fact of the picture, which
 * stays with it whatever its words come to say.
 */
export const Picture = z.strictObject({
  uploadId: z.string(),
  key: z.string(),
  alt: z.string().trim().max(200),
  width: z.int(),
  height: z.int(),
  placeholder: Placeholder.optional(),
  origin: Origin.optional(),
});
export type Picture = z.infer<typeof Picture>;

/** The supplier's price from a quantity on. */
export const PriceBreak = z.strictObject({ from: z.int().min(1), price: Money });
export type PriceBreak = z.infer<typeof PriceBreak>;

/** A price that is asked for one piece. */
const Price = Money.refine(({ amount }) => amount > 0, "more than zero");

export const Variant = z.strictObject({
  sku: z.string().trim().min(1).max(80),
  options: z.record(z.string().max(40), z.string().max(80)),
  stock: z.int().min(0).max(10_000_000),
});
export type Variant = z.infer<typeof Variant>;

/** What is sold: a finished garment unless it says otherwise. */
export const ProductType = z.enum(["garment", "fabric", "yarn", "accessories", "stock_lot", "sample"]);
export type ProductType = z.infer<typeof ProductType>;

/** What a quantity and a price are for: a piece unless it says otherwise. */
export const Unit = z.enum(["piece", "set", "dozen", "metre", "yard", "kilogram", "roll"]);
export type Unit = z.infer<typeof Unit>;

/** A stated property of the product, as in "Neck: ribbed, 2 cm". */
export const Specification = z.strictObject({ name: z.string().trim().min(1).max(60), value: z.string().trim().min(1).max(200) });
export type Specification = z.infer<typeof Specification>;

/** Letters a search engine shows of a page's description. */
export const MAX_META = 160;

/** Letters of a title, at most. */
export const MAX_TITLE = 140;

/** A film of the product, on a host of its own; only ever linked to. */
const FilmLink = z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: "an address that begins with https" }).max(300);

/** What a supplier writes about a product; a draft may lack any of it. */
export const Listing = z.strictObject({
  title: z.string().trim().min(10, "at least ten characters").max(MAX_TITLE),
  description: z.string().trim().min(50, "at least fifty characters").max(5_000),
  family: Family,
  category: z.string().trim().min(2).max(60),
  fabric: z.string().trim().min(2).max(80),
  composition: z.string().trim().max(120).optional(),
  gsm: z.int().min(60).max(900).optional(),
  price: Price,
  moq: z.int().min(1).max(100_000),
  leadDays: z.int().min(1).max(365),
  sizes: z.array(z.string().trim().min(1).max(20)).max(30),
  colours: z.array(z.string().trim().min(1).max(40)).max(40),
  breaks: z.array(PriceBreak).max(8),
  variants: z.array(Variant).max(200),
  shipsFrom: z.string().trim().length(2).optional(),
  type: ProductType.optional(),
  /** One step further down than the category, as in T-shirts, Long sleeve. */
  subcategory: z.string().trim().max(60).optional(),
  /** Needles an inch of what is knitted. */
  gauge: z.int().min(1).max(44).optional(),
  unit: Unit.optional(),
  /** What one unit weighs when it is shipped, in grams. */
  weightGrams: z.int().min(1).max(1_000_000).optional(),
  features: z.array(z.string().trim().min(3, "at least three letters each").max(120)).max(8).optional(),
  specifications: z.array(Specification).max(30).optional(),
  /** Words that buyers look for and that stand nowhere else. */
  keywords: z.array(z.string().trim().min(2, "at least two letters each").max(40)).max(20).optional(),
  metaDescription: z.string().trim().max(MAX_META).optional(),
  videoUrl: FilmLink.optional(),
});
export type Listing = z.infer<typeof Listing>;

const none = { sizes: [], colours: [], breaks: [], variants: [] };

/** A draft read as what is sold: lists that nobody has written anything into are empty, everything else has to be there. */
export const listingIn = (draft: Draft | undefined) => Listing.safeParse(draft && { ...none, ...draft });

const text = (max: number) => z.string().trim().max(max).optional();
const whole = (max: number) => z.int().min(0).max(max).optional();

/** A listing that is still being written: every field may be missing or half typed, none may be of the wrong kind. */
export const Draft = Listing.partial().extend({
  title: text(MAX_TITLE),
  description: text(5_000),
  category: text(60),
  fabric: text(80),
  price: Money.optional(),
  gsm: whole(900),
  moq: whole(100_000),
  leadDays: whole(365),
  shipsFrom: text(2),
  subcategory: text(60),
  gauge: whole(44),
  weightGrams: whole(1_000_000),
  metaDescription: text(MAX_META),
  videoUrl: text(300),
  features: z.array(z.string().trim().min(1).max(120)).max(8).optional(),
  keywords: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
});
export type Draft = z.infer<typeof Draft>;

/** What may be taken out of a draft again, by name. */
export const DraftField = Draft.keyof();
export type DraftField = z.infer<typeof DraftField>;

/**
 * What a file last said of a listing: a fingerprint of it, the import that heard it and what that made of it, and the pictures that
 * were ever asked for by fingerprints of their addresses, the `fresh` last ones by this import.
 */
export const Imported = z.object({
  hash: z.string(),
  jobId: z.string(),
  outcome: z.enum(["created", "updated"]),
  pictures: z.array(z.string()),
  fresh: z.int(),
});
export type Imported = z.infer<typeof Imported>;
/** Words that were suggested for a listing, in the lengths of its fields. */
export const CopyWords = z.strictObject({
  title: z.string().max(140),
  description: z.string().max(1_500),
  features: z.array(z.string().max(120)).max(8),
  metaDescription: z.string().max(MAX_META),
});

/** A suggestion of words: asked for, and when it has come what it says and whether a model or a rule said it. */
export const Copy = z.strictObject({
  askId: z.string(),
  askedAt: z.string(),
  said: CopyWords.optional(),
  source: z.enum(["model", "fallback"]).optional(),
});
export type Copy = z.infer<typeof Copy>;

/** Where a proposal for a live listing stands. */
export const RevisionStatus = Status.extract(["draft", "pending_approval", "changes_requested", "rejected"]);
export type RevisionStatus = z.infer<typeof RevisionStatus>;

/** A proposal for what a live listing says next; what is live stays until it is approved. */
export const Revision = z.strictObject({
  status: RevisionStatus,
  draft: Draft,
  pictures: z.array(Picture),
  reason: z.string().optional(),
  startedAt: z.string(),
});
export type Revision = z.infer<typeof Revision>;
