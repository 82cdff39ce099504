import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { meanRating } from "../supplier/rules.ts";
import { keyOf, type Place } from "../table/plain-row.ts";
import { adding } from "../table/sum-row.ts";
import { readTogether } from "../table/together.ts";

/** The sum and count of a listing's ratings, moved by the transaction of each rating of an order that was placed from it. */
const placeOf = (productId: string): Place => ({ entity: "listing-figures", partition: { productId }, sort: {} });

/** Counts the points of one rating for the listing that was bought. */
export const listingWrite = (productId: string, points: number): TransactWriteItem =>
  adding(placeOf(productId), { ratingSum: points, ratingCount: 1 });

/** A listing's mean rating in hundredths of a point, and of how many ratings. */
export type ListingRating = { readonly hundredths: number; readonly of: number };

/** What buyers gave these listings, at their places, in one request; undefined where nobody has rated yet. At most a hundred. */
export async function ratingsOf(productIds: readonly string[]): Promise<readonly (ListingRating | undefined)[]> {
  if (productIds.length === 0) return [];
  const gets = productIds.map((productId) => ({ params: () => ({ Key: keyOf(placeOf(productId)) }) }));
  return (await readTogether(gets, { isStrong: true })).map((row) => {
    const counts = { ratingSum: Number(row?.["ratingSum"] ?? 0), ratingCount: Number(row?.["ratingCount"] ?? 0) };
    const hundredths = meanRating(counts);
    return hundredths === undefined ? undefined : { hundredths, of: counts.ratingCount };
  });
}
