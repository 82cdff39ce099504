import * as z from "zod";
import { PageQuery } from "../kernel/page.ts";
import { ProductPage } from "../product/view.ts";
import { facetNames } from "./facts.ts";

export const FacetName = z.enum(facetNames);
export type FacetName = z.infer<typeof FacetName>;

export const Sort = z.enum(["relevance", "price", "price-desc", "lead", "newest", "rating"]);
export type Sort = z.infer<typeof Sort>;

/** Values of one facet that may be chosen at a time. */
export const MAX_CHOSEN = 20;

/** Keys of one facet, divided by commas; a listing fits when it has any of them. */
const Keys = z
  .string()
  .max(800)
  .regex(/^[\p{L}\p{N}-]{1,80}(,[\p{L}\p{N}-]{1,80}){0,19}$/u, "keys divided by commas, at most twenty")
  .optional();

const whole = (max: number) => z.coerce.number().int().min(1).max(max).optional();
const cents = z.coerce.number().int().min(0).max(100_000_000).optional();

/** What people may ask the catalogue, as it stands in an address. */
export const Query = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  family: Keys,
  category: Keys,
  fibre: Keys,
  gsm: Keys,
  gauge: Keys,
  colour: Keys,
  size: Keys,
  certificate: Keys,
  country: Keys,
  supplier: Keys,
  /** `in-stock`, `sold-out` or `made-to-order`. */
  stock: Keys,
  /** Pieces somebody needs: listings whose smallest run is larger do not fit, and prices are those at this quantity. */
  quantity: whole(1_000_000),
  /** Cents a piece, at the quantity if one is given, else at the listing's smallest run. */
  minPrice: cents,
  maxPrice: cents,
  /** The largest minimum order, and the longest lead time in days. */
  moq: whole(100_000),
  leadDays: whole(365),
  /** The lowest mean rating, in points; listings that nobody has rated do not fit. */
  rating: whole(5),
  /** Only what the platform has chosen for its front page, as of today. */
  featured: z.literal("yes").optional(),
  sort: Sort.default("relevance"),
});
export type Query = z.output<typeof Query>;

/** A listing as it is indexed: its public page and what else it is found by. */
export const Entry = z.strictObject({
  page: ProductPage,
  /** When it entered the catalogue. */
  listedAt: z.string(),
  /** The last day (UTC) on which the front page shows it. */
  featuredUntil: z.string().optional(),
  /** What its supplier holds, with the last day each is good for. */
  certificates: z.array(z.strictObject({ name: z.string(), expiresOn: z.string() })),
});
export type Entry = z.infer<typeof Entry>;
