import * as z from "zod";
import { Complexity, Customisation, Fabric, Family, GarmentType, Technique } from "../garment/model.ts";
import { CalendarDate } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";
import { LeadTime, Rush } from "../production/model.ts";

/** The smallest and largest run that is priced without a person. */
export const MIN_QUANTITY = 50;
export const MAX_QUANTITY = 100_000;

/** The fields of a brief; `Brief` adds defaults and the rule that a size split adds up. */
export const BriefFields = z.strictObject({
  garmentType: GarmentType,
  quantity: z.int().min(MIN_QUANTITY).max(MAX_QUANTITY),
  fabric: Fabric,
  /** Cloth weight in grams a square metre; the garment's usual weight when left out. */
  gsm: z.int().min(80).max(600).optional(),
  complexity: Complexity,
  customisations: z.array(Customisation).max(8),
  /** Pieces by size, for example `{ "M": 30, "L": 20 }`; must add up to the quantity. */
  sizes: z.record(z.string().trim().min(1).max(12), z.int().min(1).max(MAX_QUANTITY)).optional(),
  rush: Rush,
  /** The day the goods should be ready to ship; the schedule is made as fast as that needs. */
  wantedOn: CalendarDate.optional(),
  /** Whether a sample is made and approved before the bulk. */
  sample: z.boolean(),
  notes: z.string().trim().max(2_000).optional(),
});

const withDefaults = BriefFields.extend({
  complexity: Complexity.default("medium"),
  customisations: BriefFields.shape.customisations.default([]),
  rush: Rush.default("none"),
  sample: z.boolean().default(false),
});

/** What a buyer wants made: medium, undecorated, on the standard schedule and without a sample unless it says otherwise. */
export const Brief = withDefaults.refine(({ sizes, quantity }) => !sizes || Object.values(sizes).reduce((a, b) => a + b, 0) === quantity, {
  path: ["sizes"],
  message: "The sizes must add up to the quantity",
});
export type Brief = z.infer<typeof Brief>;
export type BriefInput = z.input<typeof Brief>;

/** A brief that is still being written: whatever is known so far, nothing assumed. */
export const PartialBrief = BriefFields.partial();
export type PartialBrief = z.infer<typeof PartialBrief>;

const Cents = z.int().min(0);
const Bps = z.int().min(0).max(100_000);

/** A discount on the pieces from `from` on, up to the piece before the next tier. */
export const Tier = z.strictObject({ from: z.int().min(1), discountBps: z.int().min(0).max(9_000) });
export type Tier = z.infer<typeof Tier>;

/** Everything a price is computed from; a quote stores the version it was priced with. Money is in US cents. */
export const PriceBook = z.strictObject({
  version: z.int().min(1),
  /** Cents a piece: simple make, usual cloth weight, cotton or the fabric the garment is usually made of. */
  bases: z.record(GarmentType, Cents),
  /** The making price in this fabric, in basis points of the base. */
  fabrics: z.record(Fabric, Bps),
  /** How much of the making price is cloth and so follows its weight. */
  clothShareBps: Bps,
  complexity: z.record(Complexity, Bps),
  /** Cents a piece for each decoration or trim. */
  customisations: z.record(Technique, Cents),
  tiers: z.array(Tier).refine((tiers) => tiers.every((tier, i) => tier.from > (tiers[i - 1]?.from ?? 0)), "Tiers must start at rising quantities"),
  /** Every piece missing to `under` costs this share of a piece's making price. */
  lowMoq: z.strictObject({ under: z.int().min(1), surchargeBps: Bps }),
  rush: z.record(Rush, Bps),
  platformFeeBps: Bps,
  /** Calendar days a quote stays valid. */
  validDays: z.int().min(1),
});
export type PriceBook = z.infer<typeof PriceBook>;

export const LineKey = z.enum(["base", "fabric", "complexity", "customisation", "volume", "lowMoq", "rush", "platformFee"]);
export type LineKey = z.infer<typeof LineKey>;

/** One line of a quote for the whole run; `ruleId` names the entry of the price book it comes from. */
export const QuoteLine = z.strictObject({ key: LineKey, label: z.string(), ruleId: z.string(), amount: Money });
export type QuoteLine = z.infer<typeof QuoteLine>;

/** What another quantity of the same would cost; `unitPrice` is the average a piece, rounded half up for display. */
export const PriceBreak = z.strictObject({ quantity: z.int(), unitPrice: Money, total: Money });
export type PriceBreak = z.infer<typeof PriceBreak>;

/** A price with everything that explains it; the lines add up to `total` to the cent, and `total` is what binds. */
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
  /** How much of the price rests on the brief rather than on assumptions, in basis points. */
  confidenceBps: z.int().min(0).max(10_000),
  assumptions: z.array(z.string()),
  bookVersion: z.int(),
  validDays: z.int(),
});
export type PricedQuote = z.infer<typeof PricedQuote>;

/** The live range while a brief is being written. */
export const Estimate = z.strictObject({ low: Money, high: Money, unitLow: Money, unitHigh: Money });
export type Estimate = z.infer<typeof Estimate>;
