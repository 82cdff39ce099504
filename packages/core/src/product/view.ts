import * as z from "zod";
import { Family } from "../garment/model.ts";
import { Money } from "../kernel/money.ts";
import { Origin, Placeholder } from "../upload/model.ts";
import { Copy, Draft, PriceBreak, ProductType, RevisionStatus, Specification, Status, Unit } from "./model.ts";

/**
 * A picture as the web shows it. Its renditions are at `{base}-{width}.{format}` for each of its widths, narrowest first, and for
 * avif, webp and jpeg; what is at such an address never changes. `placeholder` is the base64 of a WebP a few pixels wide.
 */
export const PictureView = z.strictObject({
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  base: z.string(),
  widths: z.array(z.int()),
  placeholder: Placeholder.optional(),
  /** `model` for one that a model drew, which buyers are told. */
  origin: Origin.optional(),
});
export type PictureView = z.infer<typeof PictureView>;

/** A listing in the catalogue; prices are what a buyer pays. */
export const ProductCard = z.strictObject({
  productId: z.string(),
  slug: z.string(),
  title: z.string(),
  family: Family,
  category: z.string(),
  fabric: z.string(),
  supplierName: z.string(),
  /** The supplier's name in addresses, once it has one. */
  supplierSlug: z.string().optional(),
  /** The mean of its ratings in hundredths of a point, and of how many; absent before the first. */
  rating: z.strictObject({ hundredths: z.int(), of: z.int() }).optional(),
  price: Money,
  moq: z.int(),
  leadDays: z.int(),
  colours: z.array(z.string()),
  /** Whether pieces of it are free in the stock; absent for one that is only made to order. */
  stock: z.enum(["in", "out"]).optional(),
  picture: PictureView.optional(),
});
export type ProductCard = z.infer<typeof ProductCard>;

/** A listing's public page. */
export const ProductPage = ProductCard.omit({ picture: true }).extend({
  description: z.string(),
  composition: z.string().optional(),
  gsm: z.int().optional(),
  sizes: z.array(z.string()),
  breaks: z.array(PriceBreak),
  pictures: z.array(PictureView),
  shipsFrom: z.string().optional(),
  supplierCountry: z.string().optional(),
  type: ProductType.optional(),
  subcategory: z.string().optional(),
  gauge: z.int().optional(),
  unit: Unit.optional(),
  weightGrams: z.int().optional(),
  features: z.array(z.string()).optional(),
  specifications: z.array(Specification).optional(),
  keywords: z.array(z.string()).optional(),
  metaDescription: z.string().optional(),
  videoUrl: z.string().optional(),
});
export type ProductPage = z.infer<typeof ProductPage>;

/** A picture of a listing as those see it who work on it. */
export const OwnPicture = PictureView.extend({ uploadId: z.string() });
export type OwnPicture = z.infer<typeof OwnPicture>;

/** What is live while a revision of it is open. */
export const LiveView = z.strictObject({
  draft: Draft,
  pictures: z.array(OwnPicture),
  finalPrice: Money.optional(),
  finalBreaks: z.array(PriceBreak),
});
export type LiveView = z.infer<typeof LiveView>;

/** The fields of a listing in the order they are read in. */
export const fieldOrder = [
  "title",
  "description",
  "type",
  "family",
  "category",
  "subcategory",
  "fabric",
  "composition",
  "gsm",
  "gauge",
  "sizes",
  "colours",
  "features",
  "specifications",
  "price",
  "breaks",
  "moq",
  "unit",
  "leadDays",
  "shipsFrom",
  "weightGrams",
  "variants",
  "keywords",
  "metaDescription",
  "videoUrl",
] as const satisfies readonly (keyof Draft)[];

/** A listing as its supplier and the platform see it, draft or not; of a live one that is being revised, the revision. */
export const ProductDraftView = z.strictObject({
  productId: z.string(),
  orgId: z.string(),
  supplierName: z.string(),
  status: Status,
  slug: z.string().optional(),
  draft: Draft,
  pictures: z.array(OwnPicture),
  missing: z.array(z.string()),
  /** What a buyer pays for one piece, and from each break on. */
  finalPrice: Money.optional(),
  finalBreaks: z.array(PriceBreak),
  /** The platform's share on top of the supplier's price, in basis points. */
  feeBps: z.int(),
  /** How good the listing is, from 0 to 100, and what would make it better. */
  quality: z.strictObject({ score: z.int(), lacks: z.array(z.strictObject({ name: z.string(), points: z.int() })) }),
  approvedAt: z.string().optional(),
  publishedAt: z.string().optional(),
  featuredUntil: z.string().optional(),
  /** What buyers see while the revision above is open. */
  live: LiveView.optional(),
  revision: z.strictObject({ status: RevisionStatus, startedAt: z.string() }).optional(),
  /** Words that were suggested, or are being written while `said` is absent. */
  copy: Copy.omit({ askId: true }).optional(),
  reason: z.string().optional(),
  version: z.int(),
  updatedAt: z.string(),
});
export type ProductDraftView = z.infer<typeof ProductDraftView>;

/** What a field of a listing can say; of its variants only how many there were, and of its pictures their words. */
const FieldValue = z.union([
  z.string(),
  z.int(),
  Money,
  z.array(z.string()),
  z.array(Specification),
  z.array(PriceBreak),
  z.array(z.strictObject({ uploadId: z.string(), alt: z.string() })),
]);

/** What a field said before and after; a side that is absent said nothing. */
export const FieldDifference = z.strictObject({ field: z.string(), before: FieldValue.optional(), after: FieldValue.optional() });
export type FieldDifference = z.infer<typeof FieldDifference>;

/** One thing that happened to a listing; `changes` are what then differed from what was live. */
export const HistoryEntry = z.strictObject({
  at: z.string(),
  what: z.enum(["submitted", "approved", "turned_down", "withdrawn", "revision_withdrawn", "resumed", "restored", "featured", "fee_set"]),
  by: z.enum(["supplier", "platform", "system"]),
  status: Status.optional(),
  reason: z.string().optional(),
  /** The last day on the home page; absent when it was taken off. */
  until: z.string().optional(),
  /** The platform's share from then on. */
  feeBps: z.int().optional(),
  changes: z.array(FieldDifference).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A listing in a supplier's own list or the platform's queue. */
export const ProductRow = z.strictObject({
  productId: z.string(),
  orgId: z.string(),
  supplierName: z.string(),
  title: z.string(),
  status: Status,
  /** Where the open revision of a live listing stands. */
  revision: RevisionStatus.optional(),
  price: Money.optional(),
  reason: z.string().optional(),
  updatedAt: z.string(),
  pictures: z.int(),
  /** Pictures that nobody has put into words yet. */
  undescribed: z.array(OwnPicture),
  cover: PictureView.optional(),
});
export type ProductRow = z.infer<typeof ProductRow>;
