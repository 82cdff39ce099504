import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { pageOf } from "../kernel/page.ts";
import { ProductCard } from "../product/view.ts";
import { FacetName } from "./model.ts";

/** One value of a facet, and how many listings there would be if it were chosen too. */
export const FacetValue = z.strictObject({ value: z.string(), label: z.string(), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

export const Facets = z.record(FacetName, z.array(FacetValue));
export type Facets = z.infer<typeof Facets>;

/** A listing that was found; `priceAt` is what a piece costs at the quantity that was asked for. */
export const FoundCard = ProductCard.extend({ priceAt: Money.optional() });
export type FoundCard = z.infer<typeof FoundCard>;

export const FoundPage = pageOf(FoundCard).extend({ total: z.int(), facets: Facets });
export type FoundPage = z.infer<typeof FoundPage>;
