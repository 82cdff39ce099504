import { constructionOf, suitingFabrics } from "../garment/cloth.ts";
import { type Construction, type Fabric, familyOf, type GarmentType, usualFabrics } from "../garment/model.ts";
import { type Money, subtract } from "../kernel/money.ts";
import type { PriceBook } from "./book-model.ts";
import { average } from "./exact.ts";
import { Brief } from "./model.ts";
import { totalOf } from "./parts.ts";
import { leadTimeOf } from "./schedule.ts";

/** At how many pieces fabrics are compared. */
export const ADVICE_QUANTITY = 200;
/** How many are put beside the usual one. */
export const MOST_FABRICS = 3;

/** A fabric with its price a piece in US cents and its working days, and how much more (or, below zero, less) than the usual fabric both are. */
export type FabricAdvice = {
  readonly fabric: Fabric;
  readonly unitPrice: Money;
  readonly difference: Money;
  readonly totalDays: number;
  readonly moreDays: number;
};

export type FabricAdviceSet = { readonly quantity: number; readonly usual: FabricAdvice; readonly others: readonly FabricAdvice[] };

/**
 * Up to three fabrics that suit a garment, beside the usual one of its family, each priced by the rules of every quote: a medium make without
 * decoration on the standard schedule, at `ADVICE_QUANTITY` pieces. Those that are only ever made in the asked way come first. Where none of the
 * usual ones is made that way, there are no others. The days differ only where the book's do: none of the seed's engines has days by fabric
 * (theirs are a sample's week and a share for each hundred pieces), so no book of ours has invented any.
 */
export function adviseFabrics(
  { garmentType, construction }: { readonly garmentType: GarmentType; readonly construction?: Construction | undefined },
  book: PriceBook,
): FabricAdviceSet {
  const priced = (fabric: Fabric) => {
    const brief = Brief.parse({ garmentType, quantity: ADVICE_QUANTITY, fabric });
    return { fabric, unitPrice: average(totalOf(brief, book), ADVICE_QUANTITY), totalDays: leadTimeOf(brief).totalDays };
  };
  const suiting = suitingFabrics(garmentType, construction);
  const first = priced(suiting[0] ?? usualFabrics[familyOf(garmentType)][0]);
  const beside = (one: ReturnType<typeof priced>): FabricAdvice => ({
    ...one,
    difference: subtract(one.unitPrice, first.unitPrice),
    moreDays: one.totalDays - first.totalDays,
  });
  const isOnlySo = (fabric: Fabric): boolean => construction !== undefined && constructionOf(fabric) === construction;
  const rest = suiting.filter((fabric) => fabric !== first.fabric);
  const others = [...rest.filter(isOnlySo), ...rest.filter((fabric) => !isOnlySo(fabric))].slice(0, MOST_FABRICS);
  return { quantity: ADVICE_QUANTITY, usual: beside(first), others: others.map((fabric) => beside(priced(fabric))) };
}
