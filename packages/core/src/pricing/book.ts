import type { PriceBook } from "./model.ts";

/**
 * Price book version 1, reconciled from the five price engines of the seed (A: the quote function, B: the model's
 * price sheet, C: the browser's manufacturing library, D: the instant calculator, E: the text inside A's prompt).
 *
 * - Bases are D's, the only engine that prices each garment, drawn into the range of B and C where these give one
 *   (D asked more for polo shirts, trousers, shorts, joggers and leggings than either).
 * - Fabrics: C and D (E where it agrees); where they contradict, the median. A blend never costs more than its dearer
 *   fibre, so polyester and cotton is 1.00 although C and E say 1.12. Denim and twill are what D's jeans and work
 *   trousers are made of, so they add nothing.
 * - Complexity is the median of A and C (1, 1.3, 1.6), B (1, 1.15, 1.3) and D (1, 1.2, 1.45), which is D.
 * - Decoration is D's price where it has one, else the middle of C's range.
 * - Volume: the steps at 101, 501 and 1,001 of E with B's at 2,501, but graduated: each rate applies to the pieces
 *   inside its tier, so that a larger order never costs less. Compared with the seed's all-piece discounts that is
 *   2 points less at 500 pieces, 6 at 1,000, 4.4 at 2,500 and 4.7 at 5,000.
 * - Small runs: C's 25 % under 100 pieces, taken on the pieces missing to 100 so that it fades out instead of ending
 *   in a step; at 50 pieces it is exactly C's 25 %.
 * - Rush is D's 10 % and 20 %. The fee of 10 % is the seed's listing fee. Cloth is B's 40 % of the price. The seed
 *   promised 30 days of validity in its mails.
 */
export const book1: PriceBook = {
  version: 1,
  bases: {
    "t-shirt": 550,
    polo: 700,
    hoodie: 1_500,
    sweatshirt: 1_200,
    sweater: 1_400,
    pullover: 1_350,
    cardigan: 1_600,
    vest: 1_100,
    tank: 450,
    "long-sleeve": 700,
    jacket: 2_200,
    windbreaker: 1_900,
    blazer: 3_500,
    pants: 1_200,
    jeans: 1_800,
    joggers: 900,
    shorts: 800,
    skirt: 1_200,
    dress: 2_000,
    jumpsuit: 2_500,
    "uniform-shirt": 1_100,
    "uniform-pants": 1_300,
    scrubs: 1_600,
    jersey: 1_800,
    tracksuit: 2_800,
    leggings: 800,
    "active-top": 1_200,
  },
  fabrics: {
    cotton: 10_000,
    "organic-cotton": 12_500,
    polyester: 8_500,
    "poly-cotton": 10_000,
    recycled: 13_000,
    pique: 10_500,
    "french-terry": 11_800,
    fleece: 12_000,
    denim: 10_000,
    twill: 10_000,
    nylon: 11_500,
    performance: 14_500,
    technical: 15_000,
    acrylic: 11_000,
    "wool-blend": 14_500,
    merino: 25_000,
    silk: 35_000,
    cashmere: 40_000,
  },
  clothShareBps: 4_000,
  complexity: { simple: 10_000, medium: 12_000, complex: 14_500 },
  customisations: {
    "screen-print": 150,
    embroidery: 250,
    "dtg-print": 200,
    sublimation: 300,
    "heat-transfer": 175,
    patch: 100,
    "woven-label": 65,
    "hang-tag": 55,
    "custom-packaging": 125,
  },
  tiers: [
    { from: 101, discountBps: 1_000 },
    { from: 501, discountBps: 2_000 },
    { from: 1_001, discountBps: 2_500 },
    { from: 2_501, discountBps: 3_000 },
  ],
  lowMoq: { under: 100, surchargeBps: 2_500 },
  rush: { none: 0, fast: 1_000, express: 2_000 },
  platformFeeBps: 1_000,
  validDays: 30,
};

/** The price book new quotes are priced with. */
export const currentBook: PriceBook = book1;

/** The quantities a quote shows prices for beside its own. */
export const standardQuantities: readonly number[] = [50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
