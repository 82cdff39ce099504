import { fabricNames, familyOf, garments, specialtyFabrics, usualFabrics } from "../garment/model.ts";
import type { PriceBook } from "./book-model.ts";
import { deliveryNotes, deliveryOf } from "./freight.ts";
import type { Brief } from "./model.ts";
import { isDecorated, type Timing } from "./schedule.ts";

const isOneHalfOff = (gsm: number, usual: number): boolean => Math.abs(gsm - usual) * 2 > usual;

const clothDoubts = ({ garmentType, fabric, gsm }: Brief): readonly (string | false)[] => {
  const { plural, gsm: usual } = garments[garmentType];
  return [
    specialtyFabrics.includes(fabric) && `${fabricNames[fabric]} is bought to order and its price moves`,
    !usualFabrics[familyOf(garmentType)].includes(fabric) && `${fabricNames[fabric]} is unusual for ${plural.toLowerCase()}`,
    gsm !== undefined && isOneHalfOff(gsm, usual) && `Cloth of ${gsm} g/m² is far from the usual ${usual}`,
  ];
};

const hasNoRate = (brief: Brief, book: PriceBook): boolean =>
  brief.delivery?.incoterm === "DDP" && deliveryOf(brief, book)?.freight === "not_included";

/** What makes the price depend on more than the brief and figures with several sources, a sentence each. */
export function doubtsOf(brief: Brief, book: PriceBook, { isMissed }: Pick<Timing, "isMissed">): string[] {
  const doubts = [
    ...clothDoubts(brief),
    brief.complexity === "complex" && "A complex make: its special seams are priced by an average",
    brief.customisations.length > 3 && "More than three decorations and trims on one piece",
    brief.quantity > 10_000 && "A run this large is planned over several lines",
    isMissed && "The wanted date cannot be met",
    book.coverage.sources[brief.garmentType] === 1 && `The book's base for ${garments[brief.garmentType].plural.toLowerCase()} rests on one source`,
    hasNoRate(brief, book) && "No freight rate to the destination",
  ];
  return doubts.filter((doubt) => typeof doubt === "string");
}

/** Starts at what the book trusts itself with and loses for every doubt, down to a least; basis points. */
export const confidenceOf = ({ coverage }: PriceBook, doubts: number): number =>
  Math.max(coverage.leastBps, coverage.startBps - coverage.doubtBps * doubts);

/** What the price takes for granted because the brief leaves it open, or because no price says it. */
export function assumptionsOf(brief: Brief, book: PriceBook, note: string | undefined): string[] {
  const notes = [
    brief.gsm === undefined && `Cloth of ${garments[brief.garmentType].gsm} g/m², the usual weight of this garment`,
    brief.sizes === undefined && "An even split over the usual sizes",
    isDecorated(brief) && brief.customisations.every(({ placement }) => placement !== "all-over") && "Each decoration fits 300 × 400 mm",
    !brief.sample && "No sample before the bulk; one adds seven working days",
    note,
    "Lead time counts working days, Saturday to Thursday, from the day the supplier accepts",
    ...deliveryNotes(brief, book),
  ];
  return notes.filter((text) => typeof text === "string");
}
