import { usualFabrics } from "../garment/model.ts";
import { fabricOf, garmentOf } from "../garment/rules.ts";
import type * as Product from "../product/index.ts";
import { listingIn } from "../product/model.ts";
import type { Garment } from "./store.ts";

/** What the price book can weigh, in grams a square metre. */
const WEIGHABLE = { least: 80, most: 600 } as const;

/** A listing's garment in the words of the price book; undefined for one that is not in the catalogue. */
export function garmentOfListing({ draft, status }: Pick<Product.Info, "draft" | "status">): Garment | undefined {
  const listing = listingIn(draft);
  if (status !== "approved" || !listing.success) return undefined;
  const { title, fabric, composition, gsm, family } = listing.data;
  const isWeighable = gsm !== undefined && gsm >= WEIGHABLE.least && gsm <= WEIGHABLE.most;
  return {
    type: garmentOf(listing.data),
    fabric: fabricOf(fabric) ?? usualFabrics[family][0],
    ...(isWeighable ? { gsm } : {}),
    words: `As the listing “${title}”: ${[fabric, composition, gsm === undefined ? "" : `${gsm} g/m²`].filter(Boolean).join(", ")}.`,
  };
}
