import * as z from "zod";
import { Complexity, Customisation, Fabric, Family, familyOf, Gauge, GarmentType, Packaging } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";
import { LeadTime, Rush } from "../production/model.ts";
import { COUNTRY, MAX_COLOURS, MAX_GSM, MAX_NOTES, MAX_QUANTITY, MAX_SIZES, MIN_GSM, MIN_QUANTITY, sizesOf } from "./facts.ts";

export { MAX_COLOURS, MAX_QUANTITY, MAX_SIZES, MIN_QUANTITY, sizesOf } from "./facts.ts";

/** Where the seller's part ends: at the factory gate, on board at the port of loading, or at the buyer's door with duty paid. */
export const Incoterm = z.enum(["EXW", "FOB", "DDP"]);
export type Incoterm = z.infer<typeof Incoterm>;

export const incotermNames: Readonly<Record<Incoterm, string>> = {
  EXW: "EXW: you collect at the factory",
  FOB: "FOB: on board at Chattogram",
  DDP: "DDP: delivered to your door",
};

/** How the goods reach the buyer; `country` is ISO 3166 of the destination. */
export const Delivery = z
  .strictObject({
    incoterm: Incoterm,
    country: z.string().regex(COUNTRY, "two capital letters").optional(),
  })
  .refine(({ incoterm, country }) => incoterm !== "DDP" || country !== undefined, { path: ["country"], message: "Say where the goods go" });
export type Delivery = z.infer<typeof Delivery>;

/**
 * One colour of a run with its pieces by size. What a colour is called is read by people: dyeing has no price of its own in any book,
 * so that a split by colour changes no price; the sizes that it adds up to do, as before.
 */
export const ColourSplit = z.strictObject({
  name: z.string().trim().min(1).max(40),
  sizes: z
    .record(z.string().trim().min(1).max(12), z.int().min(1).max(MAX_QUANTITY))
    .refine((sizes) => Object.keys(sizes).length >= 1 && Object.keys(sizes).length <= MAX_SIZES, `from one to ${MAX_SIZES} sizes`),
});
export type ColourSplit = z.infer<typeof ColourSplit>;

/** The fields of a brief; `Brief` adds defaults and the rule that a size split adds up. */
export const BriefFields = z.strictObject({
  garmentType: GarmentType,
  quantity: z.int().min(MIN_QUANTITY).max(MAX_QUANTITY),
  fabric: Fabric,
  /** Cloth weight in grams a square metre; the garment's usual weight when left out. */
  gsm: z.int().min(MIN_GSM).max(MAX_GSM).optional(),
  /** Needles an inch, for knitwear; the usual gauge when left out. */
  gauge: Gauge.optional(),
  complexity: Complexity,
  customisations: z.array(Customisation).max(8),
  /** Folded into cartons when left out. */
  packaging: Packaging.optional(),
  /** Freight and duties are not part of the price when left out. */
  delivery: Delivery.optional(),
  /** Pieces by size, for example `{ "M": 30, "L": 20 }`; must add up to the quantity. */
  sizes: z.record(z.string().trim().min(1).max(12), z.int().min(1).max(MAX_QUANTITY)).optional(),
  /** The same pieces by colour and size; each size must add up to what `sizes` says. */
  colours: z.array(ColourSplit).min(1).max(MAX_COLOURS).optional(),
  rush: Rush,
  /** The day the goods should be ready to ship; the schedule is made as fast as that needs. */
  wantedOn: CalendarDate.optional(),
  /** Whether a sample is made and approved before the bulk. */
  sample: z.boolean(),
  notes: z.string().trim().max(MAX_NOTES).optional(),
});

type Split = Readonly<Record<string, number>>;
const isSameSplit = (a: Split, b: Split): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([size, pieces]) => b[size] === pieces);

const withDefaults = BriefFields.extend({
  complexity: Complexity.default("medium"),
  customisations: BriefFields.shape.customisations.default([]),
  rush: Rush.default("none"),
  sample: z.boolean().default(false),
});

/** What a buyer wants made: medium, undecorated, on the standard schedule and without a sample unless it says otherwise. */
export const Brief = withDefaults
  .refine(({ sizes, quantity }) => !sizes || Object.values(sizes).reduce((a, b) => a + b, 0) === quantity, {
    path: ["sizes"],
    message: "The sizes must add up to the quantity",
  })
  .refine(({ colours }) => !colours || new Set(colours.map(({ name }) => name.toLowerCase())).size === colours.length, {
    path: ["colours"],
    message: "Each colour once",
  })
  .refine(({ colours, sizes }) => !colours || (sizes !== undefined && isSameSplit(sizesOf(colours), sizes)), {
    path: ["colours"],
    message: "The colours must add up to the pieces of each size",
  })
  .refine(({ gauge, garmentType }) => gauge === undefined || familyOf(garmentType) === "knitwear", {
    path: ["gauge"],
    message: "Only knitwear has a gauge",
  });
export type Brief = z.infer<typeof Brief>;
export type BriefInput = z.input<typeof Brief>;

/** A brief that is still being written: whatever is known so far, nothing assumed. */
export const PartialBrief = BriefFields.partial();
export type PartialBrief = z.infer<typeof PartialBrief>;

export const LineKey = z.enum([
  "base",
  "fabric",
  "gauge",
  "complexity",
  "customisation",
  "packaging",
  "sizes",
  "sourcing",
  "volume",
  "lowMoq",
  "rush",
  "sampling",
  "platformFee",
  "freight",
  "duty",
]);
export type LineKey = z.infer<typeof LineKey>;

/** What a rule was fed with: pieces, cents, basis points, grams, and names out of the brief. */
export const LineInputs = z.record(z.string(), z.union([z.string(), z.int()]));
export type LineInputs = z.infer<typeof LineInputs>;

/**
 * One line of a quote for the whole run. `ruleId` names the entry of the price book it comes from, `bookVersion` the
 * book, `inputs` what the rule was fed with. Lines of the first quotes have neither of the last two.
 */
export const QuoteLine = z.strictObject({
  key: LineKey,
  label: z.string(),
  ruleId: z.string(),
  amount: Money,
  bookVersion: z.int().optional(),
  inputs: LineInputs.optional(),
});
export type QuoteLine = z.infer<typeof QuoteLine>;

/** What another quantity of the same would cost; `unitPrice` is the average a piece, rounded half up for display. */
export const PriceBreak = z.strictObject({ quantity: z.int(), unitPrice: Money, total: Money });
export type PriceBreak = z.infer<typeof PriceBreak>;

/** The answer to a wanted date: met as asked, met by a faster schedule at its surcharge, or the earliest day there is. */
export const WantedAnswer = z.strictObject({
  wantedOn: CalendarDate,
  answer: z.enum(["yes", "rush", "earliest"]),
  rush: Rush,
  /** The day the goods are ready to ship on that schedule. */
  readyOn: CalendarDate,
  /** What the faster schedule adds to the price; zero for a yes. */
  surcharge: Money,
});
export type WantedAnswer = z.infer<typeof WantedAnswer>;

export const AlternativeKind = z.enum(["cheaper-fabric", "more-pieces", "longer-lead", "simpler-make", "fewer-pieces", "faster"]);
export type AlternativeKind = z.infer<typeof AlternativeKind>;

/** What the buyer could have instead: the change, its price, how much less (negative) or more, and when it would be ready. */
export const Alternative = z.strictObject({
  kind: AlternativeKind,
  label: z.string(),
  change: z.strictObject({ fabric: Fabric.optional(), quantity: z.int().optional(), rush: Rush.optional(), complexity: Complexity.optional() }),
  total: Money,
  unitPrice: Money,
  difference: Money,
  totalDays: z.int(),
  readyOn: CalendarDate.optional(),
});
export type Alternative = z.infer<typeof Alternative>;

const Part = z.enum(["included", "not_included"]);

/** What of the way to the buyer is in the price; taxes of the destination never are. `transitDays` are calendar days by sea. */
export const PricedDelivery = z.strictObject({
  incoterm: Incoterm,
  country: z.string().optional(),
  weightGrams: z.int(),
  freight: Part,
  duty: Part,
  tax: z.literal("not_included"),
  transitDays: z.int().optional(),
});
export type PricedDelivery = z.infer<typeof PricedDelivery>;

/** Whether the usual mills of Bangladesh cannot do it alone, and why. */
export const Sourcing = z.strictObject({ isSpecialty: z.boolean(), reasons: z.array(z.string()) });
export type Sourcing = z.infer<typeof Sourcing>;

/**
 * A price with everything that explains it; the lines add up to `total` to the cent, and `total` is what binds. It goes
 * to the buyer as it is: what making costs and what the platform earns stand in `routes.ts`, never here.
 */
export const PricedQuote = z.strictObject({
  family: Family,
  quantity: z.int(),
  rush: Rush,
  lines: z.array(QuoteLine),
  total: Money,
  unitPrice: Money,
  breaks: z.array(PriceBreak),
  /** Working days from the day the supplier accepts. */
  leadTime: LeadTime,
  /** How much of the price rests on the brief and on figures with more than one source, in basis points. */
  confidenceBps: z.int().min(0).max(10_000),
  /** What lowered the confidence, a sentence each. */
  doubts: z.array(z.string()).optional(),
  assumptions: z.array(z.string()),
  wanted: WantedAnswer.optional(),
  alternatives: z.array(Alternative).optional(),
  delivery: PricedDelivery.optional(),
  sourcing: Sourcing.optional(),
  bookVersion: z.int(),
  validDays: z.int(),
});
export type PricedQuote = z.infer<typeof PricedQuote>;

/** The live range while a brief is being written. */
export const Estimate = z.strictObject({ low: Money, high: Money, unitLow: Money, unitHigh: Money });
export type Estimate = z.infer<typeof Estimate>;

export { BookCosts, PriceBook, Tier } from "./book-model.ts";
