import * as z from "zod";
import { Complexity, Fabric, GarmentType, Packaging, Placement, Technique } from "../garment/model.ts";
import { WHOLE_BPS } from "../kernel/money.ts";
import { Rush } from "../production/model.ts";

const Cents = z.int().min(0).max(10_000_000);
const Bps = z.int().min(0).max(100_000);
/** A rate that multiplies: 10,000 leaves a price as it is. */
const Factor = z.int().min(1_000).max(100_000);

/** A discount on the pieces from `from` on, up to the piece before the next tier. */
export const Tier = z.strictObject({ from: z.int().min(1), discountBps: z.int().min(0).max(9_000) });
export type Tier = z.infer<typeof Tier>;

const risesFrom = (tiers: readonly Tier[]): boolean => tiers.every((tier, i) => tier.from > (tiers[i - 1]?.from ?? 0));
/** A rate that fell with volume would let the price of a piece rise. */
const risesIn = (tiers: readonly Tier[]): boolean => tiers.every((tier, i) => tier.discountBps >= (tiers[i - 1]?.discountBps ?? 0));

/** Sea freight to some countries, and the duty there on goods made in Bangladesh where one rate covers all garments. */
export const Zone = z.strictObject({
  name: z.string().min(2).max(60),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(60),
  perKg: Cents,
  minimum: Cents,
  transitDays: z.int().min(1).max(120),
  /** Left out: duty depends on the article and is not included. */
  dutyBps: Bps.optional(),
  /** The preference or tariff that the duty follows. */
  dutyRule: z.string().max(200),
});
export type Zone = z.infer<typeof Zone>;

type Volume = { readonly tiers: readonly Tier[]; readonly lowMoq: { readonly under: number; readonly surchargeBps: number } };

/** Where a discount begins while the small-run surcharge still fades, one piece more must not take off more than it costs. */
const neverFalls = ({ tiers, lowMoq }: Volume): boolean =>
  tiers.every(({ from, discountBps }) => from > lowMoq.under || discountBps + lowMoq.surchargeBps <= WHOLE_BPS);

const Fields = z.strictObject({
  version: z.int().min(1),
  /** Cents a piece: simple make, usual cloth weight, cotton or the fabric the garment is usually made of. */
  bases: z.record(GarmentType, Cents),
  /** The making price in this fabric, in basis points of the base. */
  fabrics: z.record(Fabric, Factor),
  /** How much of the making price is cloth and so follows its weight. */
  clothShareBps: Bps.max(WHOLE_BPS),
  /** The making price of knitwear by the gauge it is knitted in. */
  gauges: z.record(z.literal(["3", "5", "7", "9", "12", "14", "16"]), Factor),
  complexity: z.record(Complexity, Factor),
  /** Cents a piece for each decoration or trim. */
  customisations: z.record(Technique, Cents),
  /** The price of a decoration by where it goes. */
  placements: z.record(Placement, Factor),
  /** Cents a piece. */
  packaging: z.record(Packaging, Cents),
  /** Pieces of an extended size cost a share more of a piece's making price; every size beyond those included costs its grading. */
  sizeRun: z.strictObject({
    extended: z.array(z.string().min(1).max(12)).max(20),
    surchargeBps: Bps,
    sizesIncluded: z.int().min(1).max(20),
    extraSize: Cents,
  }),
  /** What comes from beyond the usual mills costs a share of the making price more. */
  sourcing: z.strictObject({ specialtyBps: Bps }),
  tiers: z
    .array(Tier)
    .max(12)
    .refine(risesFrom, "Tiers must start at rising quantities")
    .refine(risesIn, "A larger quantity must not have a smaller discount"),
  /** Every piece missing to `under` costs this share of a piece's making price. */
  lowMoq: z.strictObject({ under: z.int().min(1), surchargeBps: Bps.max(WHOLE_BPS) }),
  rush: z.record(Rush, Bps),
  /** A sample: its set-up, and its making in basis points of what a piece costs in making. */
  sampling: z.strictObject({ setUp: Cents, pieceBps: Bps }),
  platformFeeBps: Bps.max(5_000),
  /** Bringing the goods on board costs a fixed sum and a sum a kilogram; beyond the port the zones' rates apply. */
  freight: z.strictObject({
    /** Square decimetres of cloth in a piece, from which its weight follows. */
    cloth: z.record(GarmentType, z.int().min(1).max(2_000)),
    board: z.strictObject({ fixed: Cents, perKg: Cents }),
    zones: z.array(Zone).max(30),
  }),
  /** How many independent sources a base rests on, and how confidence is counted. */
  coverage: z.strictObject({
    sources: z.partialRecord(GarmentType, z.int().min(0).max(100)),
    startBps: Bps.max(WHOLE_BPS),
    doubtBps: Bps.max(WHOLE_BPS),
    leastBps: Bps.max(WHOLE_BPS),
  }),
  /** Calendar days a quote stays valid. */
  validDays: z.int().min(1).max(365),
});
/** Everything a price is computed from; a quote stores the version it was priced with. Money is in US cents. */
export const PriceBook = Fields.refine(neverFalls, {
  path: ["lowMoq"],
  message: "Discount and small-run surcharge together must not exceed a piece's price",
});
export type PriceBook = z.infer<typeof PriceBook>;

/**
 * What the platform pays for making, as a share of the price before its fee; no buyer, guest or supplier sees it, so it
 * is kept apart from the book that browsers compute with.
 */
export const BookCosts = z.strictObject({
  /** Cloth and making in Bangladesh. */
  bangladeshBps: Bps.max(WHOLE_BPS),
  /** Cloth and making from specialty mills. */
  specialtyBps: Bps.max(WHOLE_BPS),
  /** The least that must stay above the cost, as a share of the cost. */
  leastMarkupBps: Bps,
});
export type BookCosts = z.infer<typeof BookCosts>;
