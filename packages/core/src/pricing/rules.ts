import { familyOf, usualFabrics } from "../garment/model.ts";
import type { CalendarDate } from "../kernel/calendar.ts";
import { alternativesOf } from "./alternatives.ts";
import { standardQuantities } from "./book.ts";
import type { PriceBook } from "./book-model.ts";
import { assumptionsOf, confidenceOf, doubtsOf } from "./coverage.ts";
import { average, linesOf } from "./exact.ts";
import { deliveryOf } from "./freight.ts";
import { Brief, type Estimate, type PartialBrief, type PricedQuote } from "./model.ts";
import { partsOf, totalOf } from "./parts.ts";
import { leadTimeOf, timing } from "./schedule.ts";
import { sourcingOf } from "./sourcing.ts";

export { MOST_ALTERNATIVES } from "./alternatives.ts";
export { adviseFabrics, type FabricAdvice } from "./fabric-advice.ts";
export { book1, book2, currentBook, seedBookAt, seedBooks, seedCosts, standardQuantities } from "./book.ts";
export { makingRates } from "./parts.ts";
export { leadTimeOf, MATCHING_DAYS, readyOn, rushFor, scheduleOf } from "./schedule.ts";

/**
 * The binding price of a brief in US cents, the same in the browser and on the server.
 *
 * The making price of a piece is base × fabric × cloth weight × gauge × complexity. Decorations and packing are added a
 * piece; extended sizes, specialty sourcing, volume tiers and the small-run surcharge are shares of the making price;
 * rush is a share of all of that; a sample is added as it is; the platform fee is a share of everything so far; freight
 * and duty are passed on. With `today` a wanted date picks the cheapest schedule that meets it. The same brief, book
 * and day always give the same quote, whatever the order of its customisations and of the rates.
 */
export function price(brief: Brief, book: PriceBook, today?: CalendarDate): PricedQuote {
  const when = timing(brief, book, today);
  const timed: Brief = { ...brief, rush: when.rush };
  const total = totalOf(timed, book);
  const doubts = doubtsOf(timed, book, when);
  const delivery = deliveryOf(timed, book);
  return {
    family: familyOf(brief.garmentType),
    quantity: brief.quantity,
    rush: when.rush,
    lines: linesOf(partsOf(timed, book), book.version),
    total,
    unitPrice: average(total, brief.quantity),
    breaks: priceBreaks(timed, book),
    leadTime: leadTimeOf(timed),
    confidenceBps: confidenceOf(book, doubts.length),
    doubts,
    assumptions: assumptionsOf(timed, book, when.note),
    ...(when.wanted ? { wanted: when.wanted } : {}),
    alternatives: alternativesOf(timed, book, today),
    ...(delivery ? { delivery } : {}),
    sourcing: sourcingOf(timed),
    bookVersion: book.version,
    validDays: book.validDays,
  };
}

/** The same brief at the standard quantities. */
export function priceBreaks(brief: Brief, book: PriceBook): PricedQuote["breaks"] {
  return standardQuantities.map((quantity) => {
    const cost = totalOf({ ...brief, quantity }, book);
    return { quantity, unitPrice: average(cost, quantity), total: cost };
  });
}

const addsUp = ({ sizes, quantity }: PartialBrief): boolean =>
  sizes !== undefined && Object.values(sizes).reduce((sum, pieces) => sum + pieces, 0) === quantity;

type Known = PartialBrief & Pick<Brief, "garmentType" | "quantity">;

/** The cheapest and the dearest usual completion of what is known. */
function ends(partial: Known, book: PriceBook): readonly [least: PartialBrief, most: PartialBrief] {
  const { fabric, complexity, customisations } = partial;
  const fabrics = fabric ? [fabric] : usualFabrics[familyOf(partial.garmentType)].toSorted((a, b) => book.fabrics[a] - book.fabrics[b]);
  const known = { ...partial, sizes: addsUp(partial) ? partial.sizes : undefined, colours: undefined, wantedOn: undefined };
  return [
    { ...known, fabric: fabrics.at(0), complexity: complexity ?? "simple", customisations: customisations ?? [] },
    {
      ...known,
      fabric: fabrics.at(-1),
      complexity: complexity ?? "complex",
      customisations: customisations ?? [{ technique: "embroidery", placement: "left-chest" }],
    },
  ];
}

/**
 * The range a brief's price will fall into as far as it is written, undefined until garment and quantity are valid.
 * What is missing spans the usual choices: any usual fabric of the family, simple to complex, nothing to one
 * embroidery; what is given is used as it is, so the range narrows to the price itself. A wanted date has no effect here: only a quote knows its day.
 */
export function estimate(partial: PartialBrief, book: PriceBook): Estimate | undefined {
  const { garmentType, quantity } = partial;
  if (!garmentType || !quantity) return undefined;
  const [cheap, dear] = ends({ ...partial, garmentType, quantity }, book).map((end) => Brief.safeParse(end).data);
  if (!cheap || !dear) return undefined;
  const [low, high] = [totalOf(cheap, book), totalOf(dear, book)];
  return { low, high, unitLow: average(low, quantity), unitHigh: average(high, quantity) };
}
