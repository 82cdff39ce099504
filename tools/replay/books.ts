import type { PriceBook } from "@sleekapp/core/pricing/model";
import { book1, book2 } from "@sleekapp/core/pricing/rules";

/** A third version as an admin would make one: other bases, tiers, surcharges and rates, so that every rule is met with other figures. */
const book3: PriceBook = {
  ...book2,
  version: 1_001,
  bases: { ...book2.bases, "t-shirt": 583, polo: 731, hoodie: 1_519, sweater: 1_477, leggings: 833 },
  fabrics: { ...book2.fabrics, cotton: 10_100, "organic-cotton": 12_750, cashmere: 41_300, polyester: 8_430 },
  clothShareBps: 4_250,
  tiers: [
    { from: 121, discountBps: 700 },
    { from: 351, discountBps: 1_350 },
    { from: 1_201, discountBps: 2_150 },
    { from: 3_001, discountBps: 2_775 },
    { from: 12_001, discountBps: 3_050 },
  ],
  lowMoq: { under: 120, surchargeBps: 2_150 },
  rush: { none: 0, fast: 1_150, express: 2_350 },
  sampling: { setUp: 4_450, pieceBps: 22_500 },
  sizeRun: { ...book2.sizeRun, surchargeBps: 1_225, sizesIncluded: 5, extraSize: 1_999 },
  sourcing: { specialtyBps: 650 },
  platformFeeBps: 1_125,
};

/** The versions that generated quotes are replayed by. */
export const books: readonly PriceBook[] = [book1, book2, book3];
