import { definePort } from "../kernel/port.ts";
import type { ProductPage } from "../product/view.ts";
import type { Entry, FacetName, Sort } from "../search/model.ts";
import type { Facets } from "../search/view.ts";

/** Where a page ended: the sorted-by figure of its last listing, and the listing itself, which decides between equals. */
export type Place = { readonly key: number; readonly productId: string };

/** What is wanted of the catalogue. Values of one facet widen each other, facets and ranges narrow each other; money is cents. */
export type Wanted = {
  readonly q?: string | undefined;
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly quantity?: number | undefined;
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly moq?: number | undefined;
  readonly leadDays?: number | undefined;
  readonly rating?: number | undefined;
  /** Only what entered the catalogue after the one instant, up to and with the other. */
  readonly listed?: { readonly after: string; readonly until: string } | undefined;
  /** Only what is featured on this day. */
  readonly featuredOn?: string | undefined;
  readonly sort: Sort;
  readonly limit: number;
  readonly after?: Place | undefined;
};

/** A page of what fits. A facet's count says how many would fit if that value were chosen too, its own facet's other choices left out. */
export type FoundListings = {
  readonly pages: readonly ProductPage[];
  readonly total: number;
  readonly facets: Facets;
  readonly next?: Place;
};

/** The index of the catalogue: a copy of what the table says, made to be searched. Another engine takes its place behind these. */
export type ProductSearch = {
  readonly find: (wanted: Wanted) => Promise<FoundListings>;
  /** One listing by the name in its address. */
  readonly get: (slug: string) => Promise<ProductPage | undefined>;
  /** Those of these listings that it has, by their ids. */
  readonly some: (productIds: readonly string[]) => Promise<readonly ProductPage[]>;
  /** Holds exactly these from now on; until then it answers from what it had. */
  readonly replace: (entries: readonly Entry[]) => Promise<void>;
  /** Holds this listing as it is now, or not at all; false when there is no index yet that could be changed. One at a time. */
  readonly set: (productId: string, entry: Entry | undefined) => Promise<boolean>;
  /** False when what is kept was written in another way than this release reads: then it answers nothing until it has been replaced. */
  readonly isReadable: () => Promise<boolean>;
};

export const ProductSearch = definePort<ProductSearch>("ProductSearch");
