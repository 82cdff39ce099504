import { type Customisation, complexityNames, fabricNames, garments, packagingNames, placementNames, techniqueNames } from "../garment/model.ts";
import { type Money, usd, WHOLE_BPS } from "../kernel/money.ts";
import { rushNames } from "../production/model.ts";
import type { PriceBook } from "./book-model.ts";
import { cents, factor, type Part, toCents, total } from "./exact.ts";
import { deliveryParts } from "./freight.ts";
import type { Brief } from "./model.ts";
import { sourcingOf } from "./sourcing.ts";

const percent = (bps: number): string => `${bps / 100} %`;
const grouped = new Intl.NumberFormat("en-US");
const count = (pieces: number): string => grouped.format(pieces);

/** The cloth's weight in basis points of the making price: only the cloth's share follows it, to the nearest basis point. */
function weightBps(brief: Brief, book: PriceBook): number {
  const usual = garments[brief.garmentType].gsm;
  return WHOLE_BPS + Math.round((((brief.gsm ?? usual) - usual) * book.clothShareBps) / usual);
}

const gaugeBps = ({ gauge }: Brief, book: PriceBook): number => (gauge === undefined ? WHOLE_BPS : book.gauges[`${gauge}`]);

/** The rates that make a piece's base price its making price, in basis points; their order changes nothing. */
export const makingRates = (brief: Brief, book: PriceBook): readonly number[] => [
  book.fabrics[brief.fabric],
  weightBps(brief, book),
  gaugeBps(brief, book),
  book.complexity[brief.complexity],
];

/** The exact price of making one piece before any discount: base, fabric, weight, gauge and complexity. */
export const making = (brief: Brief, book: PriceBook): bigint => makingRates(brief, book).reduce(factor, cents(book.bases[brief.garmentType]));

function makingParts(brief: Brief, book: PriceBook): Part[] {
  const { garmentType, quantity, fabric, complexity, gauge } = brief;
  const { plural, gsm: usual } = garments[garmentType];
  const gsm = brief.gsm ?? usual;
  const base = cents(book.bases[garmentType]) * BigInt(quantity);
  const cloth = factor(factor(base, book.fabrics[fabric]), weightBps(brief, book));
  const knit = factor(cloth, gaugeBps(brief, book));
  const made = making(brief, book) * BigInt(quantity);
  const gauged: Part = {
    key: "gauge",
    label: `Gauge ${gauge}`,
    ruleId: `gauge.${gauge}`,
    inputs: { gauge: gauge ?? 0, bps: gaugeBps(brief, book) },
    exact: knit - cloth,
  };
  return [
    {
      key: "base",
      label: `${count(quantity)} ${plural}`,
      ruleId: `base.${garmentType}`,
      inputs: { quantity, base: book.bases[garmentType] },
      exact: base,
    },
    {
      key: "fabric",
      label: `${fabricNames[fabric]}, ${gsm} g/m²`,
      ruleId: `fabric.${fabric}`,
      inputs: { bps: book.fabrics[fabric], gsm, usualGsm: usual, clothShareBps: book.clothShareBps },
      exact: cloth - base,
    },
    ...(gauge === undefined ? [] : [gauged]),
    {
      key: "complexity",
      label: complexityNames[complexity],
      ruleId: `complexity.${complexity}`,
      inputs: { bps: book.complexity[complexity] },
      exact: made - knit,
    },
  ];
}

const labelOf = ({ technique, placement }: Customisation): string =>
  placement ? `${techniqueNames[technique]}, ${placementNames[placement]}` : techniqueNames[technique];

function customisationParts({ customisations, quantity }: Brief, book: PriceBook): Part[] {
  const parts = customisations.map((wish): Part => {
    const each = book.customisations[wish.technique];
    const placementBps = wish.placement ? book.placements[wish.placement] : WHOLE_BPS;
    return {
      key: "customisation",
      label: labelOf(wish),
      ruleId: `customisation.${wish.technique}`,
      inputs: { quantity, each, placementBps, ...(wish.placement ? { placement: wish.placement } : {}) },
      exact: factor(cents(each), placementBps) * BigInt(quantity),
    };
  });
  if (parts.length === 0) return [{ key: "customisation", label: "No decoration", ruleId: "customisation.none", inputs: {}, exact: 0n }];
  // Sorted, so that the order in which wishes were ticked never changes a quote.
  return parts.toSorted((a, b) => (a.label < b.label ? -1 : 1));
}

function packagingPart({ packaging, quantity }: Brief, book: PriceBook): Part[] {
  if (packaging === undefined) return [];
  const each = book.packaging[packaging];
  const label = packagingNames[packaging];
  return [{ key: "packaging", label, ruleId: `packaging.${packaging}`, inputs: { quantity, each }, exact: cents(each) * BigInt(quantity) }];
}

/** Pieces of extended sizes and sizes beyond those included; at another quantity the sizes keep their shares. */
function sizesPart(brief: Brief, book: PriceBook): Part[] {
  if (!brief.sizes) return [];
  const { extended, surchargeBps, sizesIncluded, extraSize } = book.sizeRun;
  const run = Object.entries(brief.sizes);
  const split = run.reduce((sum, [, pieces]) => sum + pieces, 0);
  const large = run.reduce((sum, [size, pieces]) => sum + (extended.includes(size.toUpperCase()) ? pieces : 0), 0);
  const more = Math.max(0, run.length - sizesIncluded);
  if (large === 0 && more === 0) return [];
  const surcharge = factor(making(brief, book) * BigInt(brief.quantity), surchargeBps);
  const words = [large > 0 && `${count(large)} of ${count(split)} pieces in extended sizes`, more > 0 && `${more} more than ${sizesIncluded} sizes`];
  return [
    {
      key: "sizes",
      label: words.filter((word) => typeof word === "string").join(", "),
      ruleId: "sizeRun",
      inputs: { extended: large, split, surchargeBps, extraSizes: more, extraSize },
      exact: (surcharge * BigInt(large)) / BigInt(split) + cents(extraSize) * BigInt(more),
    },
  ];
}

function sourcingPart(brief: Brief, book: PriceBook): Part[] {
  const { specialtyBps } = book.sourcing;
  if (specialtyBps === 0 || !sourcingOf(brief).isSpecialty) return [];
  const exact = factor(making(brief, book) * BigInt(brief.quantity), specialtyBps);
  return [
    { key: "sourcing", label: `Specialty sourcing, ${percent(specialtyBps)}`, ruleId: "sourcing.specialty", inputs: { bps: specialtyBps }, exact },
  ];
}

function volumeDiscount(piece: bigint, quantity: number, book: PriceBook): bigint {
  return book.tiers.reduce((discount, { from, discountBps }, index) => {
    const end = Math.min(quantity, (book.tiers[index + 1]?.from ?? quantity + 1) - 1);
    return discount + factor(piece * BigInt(Math.max(0, end - from + 1)), discountBps);
  }, 0n);
}

function quantityParts(brief: Brief, book: PriceBook): Part[] {
  const { quantity } = brief;
  const { under, surchargeBps } = book.lowMoq;
  const piece = making(brief, book);
  const missing = Math.max(0, under - quantity);
  const first = book.tiers[0]?.from ?? Number.POSITIVE_INFINITY;
  return [
    {
      key: "volume",
      label: quantity >= first ? `Volume discount from piece ${count(first)}` : "No volume discount at this quantity",
      ruleId: "volume.tiers",
      inputs: { quantity, tiers: book.tiers.map(({ from, discountBps }) => `${from}:${discountBps}`).join(" ") },
      exact: -volumeDiscount(piece, quantity, book),
    },
    {
      key: "lowMoq",
      label: missing > 0 ? `Small run: ${missing} pieces short of ${under}` : "No small-run surcharge",
      ruleId: `lowMoq.${under}`,
      inputs: { missing, surchargeBps },
      exact: factor(piece * BigInt(missing), surchargeBps),
    },
  ];
}

/** A sample costs its set-up and a multiple of making one piece; it is neither discounted nor rushed. */
function samplingPart(brief: Brief, book: PriceBook): Part[] {
  const { setUp, pieceBps } = book.sampling;
  if (!brief.sample || setUp + pieceBps === 0) return [];
  const exact = cents(setUp) + factor(making(brief, book), pieceBps);
  return [{ key: "sampling", label: "Sample made and approved first", ruleId: "sampling", inputs: { setUp, pieceBps }, exact }];
}

/** The parts of the work itself, before rush, sample and fee: what a supplier is paid out of. */
export const workParts = (brief: Brief, book: PriceBook): Part[] => [
  ...makingParts(brief, book),
  ...customisationParts(brief, book),
  ...packagingPart(brief, book),
  ...sizesPart(brief, book),
  ...sourcingPart(brief, book),
  ...quantityParts(brief, book),
];

/** Everything above the platform's fee: the work, its rush surcharge and the sample. */
export function feeBase(brief: Brief, book: PriceBook): Part[] {
  const work = workParts(brief, book);
  const bps = book.rush[brief.rush];
  const rush: Part = {
    key: "rush",
    label: bps > 0 ? `${rushNames[brief.rush]}, ${percent(bps)}` : rushNames[brief.rush],
    ruleId: `rush.${brief.rush}`,
    inputs: { bps },
    exact: factor(total(work), bps),
  };
  return [...work, rush, ...samplingPart(brief, book)];
}

/** Every part of a price in the order a quote lists them. */
export function partsOf(brief: Brief, book: PriceBook): Part[] {
  const before = feeBase(brief, book);
  const fee: Part = {
    key: "platformFee",
    label: `Platform fee, ${percent(book.platformFeeBps)}`,
    ruleId: "platformFee",
    inputs: { bps: book.platformFeeBps },
    exact: factor(total(before), book.platformFeeBps),
  };
  const goods = [...before, fee];
  return [...goods, ...deliveryParts(brief, book, total(goods))];
}

/** The total of a brief, rounded once. */
export const totalOf = (brief: Brief, book: PriceBook): Money => usd(toCents(total(partsOf(brief, book))));
