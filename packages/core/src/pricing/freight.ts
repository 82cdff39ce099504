import { garments } from "../garment/model.ts";
import type { PriceBook, Zone } from "./book-model.ts";
import { cents, factor, type Part } from "./exact.ts";
import { type Brief, incotermNames, type PricedDelivery } from "./model.ts";

/** The weight of the whole run in hundredths of a gram: cloth area by cloth weight. */
const exactWeight = ({ garmentType, gsm, quantity }: Brief, book: PriceBook): number =>
  book.freight.cloth[garmentType] * (gsm ?? garments[garmentType].gsm) * quantity;

/** The weight of the whole run to the nearest gram. */
const weightOf = (brief: Brief, book: PriceBook): number => Math.round(exactWeight(brief, book) / 100);

const zoneOf = ({ delivery }: Brief, book: PriceBook): Zone | undefined =>
  delivery?.country ? book.freight.zones.find(({ countries }) => countries.includes(delivery.country ?? "")) : undefined;

/** So much a kilogram. */
const carried = (brief: Brief, book: PriceBook, perKg: number): bigint => (cents(perKg) * BigInt(exactWeight(brief, book))) / 100_000n;

function boardPart(brief: Brief, book: PriceBook): Part {
  const grams = weightOf(brief, book);
  const { fixed, perKg } = book.freight.board;
  return {
    key: "freight",
    label: incotermNames.FOB,
    ruleId: "freight.board",
    inputs: { grams, fixed, perKg },
    exact: cents(fixed) + carried(brief, book, perKg),
  };
}

function doorParts(brief: Brief, book: PriceBook, goods: bigint): Part[] {
  const zone = zoneOf(brief, book);
  if (!zone) return [];
  const grams = weightOf(brief, book);
  const { name, perKg, minimum, dutyBps, dutyRule } = zone;
  const byWeight = carried(brief, book, perKg);
  const freight: Part = {
    key: "freight",
    label: `Sea freight to your door, ${name}`,
    ruleId: `freight.${name}`,
    inputs: { grams, perKg, minimum },
    exact: byWeight > cents(minimum) ? byWeight : cents(minimum),
  };
  const duty: Part = { key: "duty", label: dutyRule, ruleId: `duty.${name}`, inputs: { bps: dutyBps ?? 0 }, exact: factor(goods, dutyBps ?? 0) };
  return [boardPart(brief, book), freight, ...(dutyBps === undefined ? [] : [duty])];
}

/** Freight and duty after everything else; nothing for a brief that does not say where the goods go, or that are collected. */
export function deliveryParts(brief: Brief, book: PriceBook, goods: bigint): Part[] {
  if (!brief.delivery || brief.delivery.incoterm === "EXW") return [];
  return brief.delivery.incoterm === "FOB" ? [boardPart(brief, book)] : doorParts(brief, book, goods);
}

/** What of the way is in the price; a country without a freight rate is carried by the buyer, and the quote says so. */
export function deliveryOf(brief: Brief, book: PriceBook): PricedDelivery | undefined {
  const { delivery } = brief;
  if (!delivery) return undefined;
  const zone = zoneOf(brief, book);
  const toDoor = delivery.incoterm === "DDP" && zone !== undefined;
  return {
    ...delivery,
    weightGrams: weightOf(brief, book),
    freight: toDoor ? "included" : "not_included",
    duty: toDoor && zone.dutyBps !== undefined ? "included" : "not_included",
    tax: "not_included",
    ...(toDoor ? { transitDays: zone.transitDays } : {}),
  };
}

/** The sentences that say what of freight, duty and tax is not in the price. */
export function deliveryNotes(brief: Brief, book: PriceBook): string[] {
  const priced = deliveryOf(brief, book);
  if (!priced) return ["Freight, duties and taxes of the destination are not included"];
  const { incoterm, country = "the destination", freight, duty } = priced;
  const taxes = `Taxes of ${country} (VAT, GST or sales tax) are not included: the importer pays them`;
  if (incoterm === "EXW") return ["The goods are collected at the factory; freight, duties and taxes are not included"];
  if (incoterm === "FOB") return ["The price ends on board at Chattogram; sea freight, duties and taxes are not included"];
  if (freight === "not_included")
    return [`No freight rate to ${country}: freight, duties and taxes are not included, and a person will say what they are`];
  return [
    duty === "included"
      ? "Duty follows the preference for goods made in Bangladesh"
      : `Duty in ${country} depends on the article and is not included`,
    taxes,
  ];
}
