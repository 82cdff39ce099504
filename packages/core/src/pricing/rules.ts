import {
  type Customisation,
  complexityNames,
  decorations,
  fabricNames,
  familyOf,
  garments,
  placementNames,
  specialtyFabrics,
  techniqueNames,
  usualFabrics,
} from "../garment/model.ts";
import { addDays, type CalendarDate, endOfWork } from "../kernel/calendar.ts";
import { type Money, usd, WHOLE_BPS } from "../kernel/money.ts";
import { type LeadTime, Rush, rushNames, type Schedule } from "../production/model.ts";
import { leadTime } from "../production/templates.ts";
import { standardQuantities } from "./book.ts";
import { Brief, type Estimate, type PartialBrief, type PriceBook, type PricedQuote, type QuoteLine } from "./model.ts";

export { book1, currentBook, standardQuantities } from "./book.ts";

/** Calendar days allowed for deposit and matching before a supplier accepts, when a wanted date is checked. */
export const MATCHING_DAYS = 3;

// Amounts are exact until the end: one cent is 10^24, so that six rates in basis points multiply without a remainder.
const CENT = 10n ** 24n;
const BPS = 10n ** 4n;

type Part = Pick<QuoteLine, "key" | "label" | "ruleId"> & { readonly exact: bigint };

const percent = (bps: number): string => `${bps / 100} %`;

const factor = (exact: bigint, bps: number): bigint => (exact * BigInt(bps)) / BPS;

/** The cloth's weight in basis points of the making price: only the cloth's share follows it, to the nearest basis point. */
function weightBps(brief: Brief, book: PriceBook): number {
  const usual = garments[brief.garmentType].gsm;
  return WHOLE_BPS + Math.round((((brief.gsm ?? usual) - usual) * book.clothShareBps) / usual);
}

/** The exact price of making one piece before any discount: base, fabric, weight and complexity. */
const making = (brief: Brief, book: PriceBook): bigint =>
  factor(
    factor(factor(CENT * BigInt(book.bases[brief.garmentType]), book.fabrics[brief.fabric]), weightBps(brief, book)),
    book.complexity[brief.complexity],
  );

function volumeDiscount(piece: bigint, quantity: number, book: PriceBook): bigint {
  return book.tiers.reduce((discount, { from, discountBps }, index) => {
    const end = Math.min(quantity, (book.tiers[index + 1]?.from ?? quantity + 1) - 1);
    return discount + factor(piece * BigInt(Math.max(0, end - from + 1)), discountBps);
  }, 0n);
}

function makingParts(brief: Brief, book: PriceBook): Part[] {
  const { plural, gsm } = garments[brief.garmentType];
  const pieces = BigInt(brief.quantity);
  const base = CENT * BigInt(book.bases[brief.garmentType]) * pieces;
  const cloth = factor(factor(base, book.fabrics[brief.fabric]), weightBps(brief, book));
  const made = making(brief, book) * pieces;
  return [
    { key: "base", label: `${brief.quantity.toLocaleString("en-US")} ${plural}`, ruleId: `base.${brief.garmentType}`, exact: base },
    { key: "fabric", label: `${fabricNames[brief.fabric]}, ${brief.gsm ?? gsm} g/m²`, ruleId: `fabric.${brief.fabric}`, exact: cloth - base },
    { key: "complexity", label: complexityNames[brief.complexity], ruleId: `complexity.${brief.complexity}`, exact: made - cloth },
  ];
}

const labelOf = ({ technique, placement }: Customisation): string =>
  placement ? `${techniqueNames[technique]}, ${placementNames[placement]}` : techniqueNames[technique];

function customisationParts(brief: Brief, book: PriceBook): Part[] {
  const parts = brief.customisations.map((wish): Part => ({
    key: "customisation",
    label: labelOf(wish),
    ruleId: `customisation.${wish.technique}`,
    exact: CENT * BigInt(book.customisations[wish.technique]) * BigInt(brief.quantity),
  }));
  if (parts.length === 0) return [{ key: "customisation", label: "No decoration", ruleId: "customisation.none", exact: 0n }];
  // Sorted, so that the order in which wishes were ticked never changes a quote.
  return parts.toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

function quantityParts(brief: Brief, book: PriceBook): Part[] {
  const piece = making(brief, book);
  const missing = Math.max(0, book.lowMoq.under - brief.quantity);
  const first = book.tiers[0]?.from ?? Number.POSITIVE_INFINITY;
  return [
    {
      key: "volume",
      label: brief.quantity >= first ? `Volume discount from piece ${first.toLocaleString("en-US")}` : "No volume discount at this quantity",
      ruleId: "volume.tiers",
      exact: -volumeDiscount(piece, brief.quantity, book),
    },
    {
      key: "lowMoq",
      label: missing > 0 ? `Small run: ${missing} pieces short of ${book.lowMoq.under}` : "No small-run surcharge",
      ruleId: `lowMoq.${book.lowMoq.under}`,
      exact: factor(piece * BigInt(missing), book.lowMoq.surchargeBps),
    },
  ];
}

const total = (parts: readonly Part[]): bigint => parts.reduce((sum, { exact }) => sum + exact, 0n);

function partsOf(brief: Brief, book: PriceBook): Part[] {
  const work = [...makingParts(brief, book), ...customisationParts(brief, book), ...quantityParts(brief, book)];
  const rushBps = book.rush[brief.rush];
  const rush: Part = {
    key: "rush",
    label: rushBps > 0 ? `${rushNames[brief.rush]}, ${percent(rushBps)}` : rushNames[brief.rush],
    ruleId: `rush.${brief.rush}`,
    exact: factor(total(work), rushBps),
  };
  const fee: Part = {
    key: "platformFee",
    label: `Platform fee, ${percent(book.platformFeeBps)}`,
    ruleId: "platformFee",
    exact: factor(total(work) + rush.exact, book.platformFeeBps),
  };
  return [...work, rush, fee];
}

/** Half up to the cent; running totals of a quote are never negative. */
const toCents = (exact: bigint): number => Number((exact + CENT / 2n) / CENT);

/** A quotient rounded half up, for showing an average. */
const average = (money: Money, pieces: number): Money => usd(Number((BigInt(money.amount) * 2n + BigInt(pieces)) / (BigInt(pieces) * 2n)));

/**
 * The exact total is rounded half up to the cent, once. A line is the difference of two rounded running totals, so the
 * lines add up to the total by construction and none is a cent or more away from its exact value.
 */
function linesOf(parts: readonly Part[]): QuoteLine[] {
  let running = 0n;
  return parts.map(({ exact, ...line }) => {
    const before = toCents(running);
    running += exact;
    return { ...line, amount: usd(toCents(running) - before) };
  });
}

const totalOf = (brief: Brief, book: PriceBook): Money => usd(toCents(total(partsOf(brief, book))));

const isDecorated = (brief: Pick<Brief, "customisations">): boolean => brief.customisations.some(({ technique }) => decorations.includes(technique));

/** What the length of production depends on, as the quote and the order's plan both read it from the brief; trims need no stage of their own. */
export const scheduleOf = (brief: Brief): Schedule => ({
  quantity: brief.quantity,
  rush: brief.rush,
  decorated: isDecorated(brief),
  sample: brief.sample,
});

/** The working days a brief takes by stage on a schedule, its own unless another is asked for; what the production plan of the order will add up to. */
export const leadTimeOf = (brief: Brief, rush: Rush = brief.rush): LeadTime => leadTime(familyOf(brief.garmentType), scheduleOf({ ...brief, rush }));

/** The day the goods would be ready to ship if a supplier accepts `MATCHING_DAYS` after `today`. */
export const readyOn = (brief: Brief, today: CalendarDate, rush: Rush = brief.rush): CalendarDate =>
  endOfWork(addDays(today, MATCHING_DAYS), leadTimeOf(brief, rush).totalDays);

/** The cheapest schedule, not slower than the one chosen, that is ready by the wanted date; undefined when none is. */
export function rushFor(brief: Brief, wantedOn: CalendarDate, today: CalendarDate): Rush | undefined {
  const fastEnough = Rush.options.slice(Rush.options.indexOf(brief.rush));
  return fastEnough.find((rush) => readyOn(brief, today, rush) <= wantedOn);
}

type Timing = { readonly rush: Rush; readonly note: string | undefined; readonly isMissed: boolean };

function timing(brief: Brief, today: CalendarDate | undefined): Timing {
  const { wantedOn } = brief;
  if (!wantedOn) return { rush: brief.rush, note: undefined, isMissed: false };
  if (!today) return { rush: brief.rush, note: `The wanted date ${wantedOn} has not been checked against the schedule`, isMissed: false };
  const rush = rushFor(brief, wantedOn, today);
  if (rush)
    return { rush, note: `Ready to ship by ${wantedOn} if the deposit is paid and a supplier accepts within ${MATCHING_DAYS} days`, isMissed: false };
  return {
    rush: "express",
    note: `${wantedOn} cannot be met; on the express schedule the goods are ready on ${readyOn(brief, today, "express")}`,
    isMissed: true,
  };
}

const CONFIDENT_BPS = 9_500;
const LEAST_CONFIDENT_BPS = 7_000;

/** Starts at 95 % and loses 5 points for each thing that makes the price depend on what is not in the brief; never under 70 %. */
function confidence(brief: Brief, isMissed: boolean): number {
  const doubts = [
    brief.complexity === "complex",
    specialtyFabrics.includes(brief.fabric),
    !usualFabrics[familyOf(brief.garmentType)].includes(brief.fabric),
    brief.customisations.length > 3,
    brief.quantity > 10_000,
    isMissed,
  ];
  return Math.max(LEAST_CONFIDENT_BPS, CONFIDENT_BPS - 500 * doubts.filter(Boolean).length);
}

function assumptions(brief: Brief, timingNote: string | undefined): string[] {
  const notes = [
    brief.gsm === undefined && `Cloth of ${garments[brief.garmentType].gsm} g/m², the usual weight of this garment`,
    brief.sizes === undefined && "An even split over the usual sizes",
    isDecorated(brief) && brief.customisations.every(({ placement }) => placement !== "all-over") && "Each decoration fits 300 × 400 mm",
    !brief.sample && "No sample before the bulk; one adds seven working days",
    timingNote,
    "Lead time counts working days, Saturday to Thursday, from the day the supplier accepts",
    "Freight, duties and taxes of the destination are not included",
  ];
  return notes.filter((note) => typeof note === "string");
}

/**
 * The binding price of a brief in US cents, the same in the browser and on the server.
 *
 * The making price of a piece is base × fabric × cloth weight × complexity. Decorations are added a piece; volume
 * tiers and the small-run surcharge apply to the making price; rush is a share of all of that; the platform fee a
 * share of everything. With `today` a wanted date picks the cheapest schedule that meets it. The same brief, book and
 * day always give the same quote, whatever the order of its customisations.
 */
export function price(brief: Brief, book: PriceBook, today?: CalendarDate): PricedQuote {
  const when = timing(brief, today);
  const timed: Brief = { ...brief, rush: when.rush };
  const sumTotal = totalOf(timed, book);
  return {
    family: familyOf(brief.garmentType),
    quantity: brief.quantity,
    rush: when.rush,
    lines: linesOf(partsOf(timed, book)),
    total: sumTotal,
    unitPrice: average(sumTotal, brief.quantity),
    breaks: priceBreaks(timed, book),
    leadTime: leadTimeOf(timed),
    confidenceBps: confidence(timed, when.isMissed),
    assumptions: assumptions(timed, when.note),
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

/**
 * The range a brief's price will fall into as far as it is written, undefined until garment and quantity are valid.
 * What is missing spans the usual choices: any usual fabric of the family, simple to complex, nothing to one
 * embroidery; what is given is used as it is, so the range narrows to the price itself. A wanted date has no effect here: only a quote knows its day.
 */
export function estimate(partial: PartialBrief, book: PriceBook): Estimate | undefined {
  const { garmentType, quantity, fabric, complexity, customisations } = partial;
  if (!garmentType) return undefined;
  const fabrics = fabric ? [fabric] : usualFabrics[familyOf(garmentType)].toSorted((a, b) => book.fabrics[a] - book.fabrics[b]);
  const known = { ...partial, sizes: undefined, wantedOn: undefined };
  const least: PartialBrief = { ...known, fabric: fabrics.at(0), complexity: complexity ?? "simple", customisations: customisations ?? [] };
  const most: PartialBrief = {
    ...known,
    fabric: fabrics.at(-1),
    complexity: complexity ?? "complex",
    customisations: customisations ?? [{ technique: "embroidery", placement: "left-chest" }],
  };
  const [cheap, dear] = [Brief.safeParse(least), Brief.safeParse(most)];
  if (!cheap.success || !dear.success || !quantity) return undefined;
  const [low, high] = [totalOf(cheap.data, book), totalOf(dear.data, book)];
  return { low, high, unitLow: average(low, quantity), unitHigh: average(high, quantity) };
}
