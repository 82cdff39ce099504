import { expect, test } from "vitest";
import { fabricOf, garmentOf } from "./rules.ts";

test.each([
  ["Heavyweight hooded sweatshirt", "Hoodies", "casualwear", "hoodie"],
  ["Piqué polo shirt", "Shirts", "casualwear", "polo"],
  ["Merino crew neck jumper", "Tops", "knitwear", "sweater"],
  ["Classic tee", "T-Shirts", "casualwear", "t-shirt"],
  ["Slim indigo jeans", "Denim", "cut-and-sew", "jeans"],
  ["Something warm", "Other", "knitwear", "sweater"],
  ["Something smart", "Other", "uniforms", "uniform-shirt"],
] as const)("%s in %s is priced as the garment it is closest to", (title, category, family, garment) => {
  expect(garmentOf({ title, category, family })).toBe(garment);
});

test("a fabric is taken over only by the name the price book has for it", () => {
  expect(fabricOf("French terry")).toBe("french-terry");
  expect(fabricOf("Moon dust")).toBeUndefined();
});
