import { expect, test } from "vitest";
import { GarmentType } from "../garment/model.ts";
import { book1 } from "./book.ts";
import { PriceBook } from "./model.ts";

/** Dollars a piece in the seed: engine D's base, and the lowest and highest figure of engines B and C where they have one. */
const evidence: Partial<Record<GarmentType, readonly [d: number, low: number, high: number]>> = {
  "t-shirt": [5.5, 2.5, 6],
  polo: [9.5, 4, 7],
  hoodie: [15, 8, 15],
  sweater: [14, 8, 14],
  cardigan: [16, 9, 16],
  jacket: [22, 12, 25],
  pants: [14, 6, 12],
  joggers: [15, 7, 9],
  shorts: [8.5, 4, 8],
  dress: [20, 10, 20],
  leggings: [10, 6, 8],
  "uniform-shirt": [11, 5, 12],
  "uniform-pants": [13, 5, 14],
};

test("the book is valid by its own schema", () => {
  expect(PriceBook.parse(book1)).toEqual(book1);
});

test.each(Object.entries(evidence))("the base of a %s is engine D's price drawn into the range of B and C", (type, [d, low, high]) => {
  expect(book1.bases[GarmentType.parse(type)]).toBe(Math.round(Math.min(Math.max(d, low), high) * 100));
});

test("the other bases are engine D's as they stand", () => {
  const rest = GarmentType.options.filter((type) => !(type in evidence)).map((type) => [type, book1.bases[type]]);

  expect(Object.fromEntries(rest)).toEqual({
    sweatshirt: 1_200,
    pullover: 1_350,
    vest: 1_100,
    tank: 450,
    "long-sleeve": 700,
    windbreaker: 1_900,
    blazer: 3_500,
    jeans: 1_800,
    skirt: 1_200,
    jumpsuit: 2_500,
    scrubs: 1_600,
    jersey: 1_800,
    tracksuit: 2_800,
    "active-top": 1_200,
  });
});

test("tiers that do not rise are refused", () => {
  const tiers = [
    { from: 501, discountBps: 1_000 },
    { from: 101, discountBps: 2_000 },
  ];

  expect(PriceBook.safeParse({ ...book1, tiers }).success).toBe(false);
});

test.each([
  [100, 0, 0],
  [500, 800, 200],
  [1_000, 1_400, 600],
  [2_500, 2_060, 440],
  [5_000, 2_530, 470],
])("at %i pieces the graduated tiers give %i bps, %i less than the seed's all-piece discount", (quantity, graduated, less) => {
  const seed = book1.tiers.toReversed().find(({ from }) => quantity >= from)?.discountBps ?? 0;
  const discounted = book1.tiers.reduce((total, { from, discountBps }, i) => {
    const end = Math.min(quantity, (book1.tiers[i + 1]?.from ?? quantity + 1) - 1);
    return total + Math.max(0, end - from + 1) * discountBps;
  }, 0);

  expect(discounted / quantity).toBe(graduated);
  expect(seed - graduated).toBe(less);
});
