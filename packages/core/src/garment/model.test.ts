import { expect, test } from "vitest";
import { Customisation, Family, familyOf, GarmentType, garmentsOf, usualFabrics } from "./model.ts";

test("every garment belongs to exactly one family and every family has garments", () => {
  const listed = Family.options.flatMap((family) => garmentsOf(family));

  expect(listed.toSorted()).toEqual(GarmentType.options.toSorted());
  expect(Family.options.every((family) => garmentsOf(family).length >= 4)).toBe(true);
  expect(familyOf("cardigan")).toBe("knitwear");
});

test("every family suggests a fabric", () => {
  expect(Family.options.map((family) => usualFabrics[family][0])).toEqual(["cotton", "cotton", "cotton", "polyester", "poly-cotton"]);
});

test.each([
  ["a print says where it goes", { technique: "screen-print" }, false],
  ["a print with a place is accepted", { technique: "screen-print", placement: "front" }, true],
  ["a label needs no place", { technique: "woven-label" }, true],
  ["only sublimation covers the whole garment", { technique: "embroidery", placement: "all-over" }, false],
  ["sublimation covers the whole garment", { technique: "sublimation", placement: "all-over" }, true],
])("%s", (_name, wish, accepted) => {
  expect(Customisation.safeParse(wish).success).toBe(accepted);
});
