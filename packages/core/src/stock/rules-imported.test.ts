import { describe, expect, test } from "vitest";
import { importedOf, newCounts } from "./rules.ts";

const variants = [
  { sku: "TEE-NVY-M", options: { Size: "M", Color: "Navy" }, stock: 12 },
  { sku: "TEE-NVY-L", options: { Size: "L", Color: "Navy" }, stock: 7 },
  { sku: "TEE-NVY-L-2", options: { Size: "l", Color: "navy ", Fit: "Boxy" }, stock: 3 },
];

test("a combination has what its variants have together, under their number where it is one", () => {
  expect(importedOf({ size: "M", colour: "Navy" }, variants)).toEqual({ onHand: 12, code: "TEE-NVY-M" });
  expect(importedOf({ size: "L", colour: "Navy" }, variants)).toEqual({ onHand: 10 });
  expect(importedOf({ size: "", colour: "" }, variants)).toEqual({ onHand: 22 });
});

test("a combination that the file does not know has no number, rather than none left", () => {
  expect(importedOf({ size: "M", colour: "Rust" }, variants)).toBeUndefined();
  expect(importedOf({ size: "", colour: "" }, [])).toBeUndefined();
});

describe("what a file says anew of the stock", () => {
  const made = { sizes: ["M", "L"], colours: ["Navy"] };
  const said = new Set(variants.map(({ sku }) => sku));
  const fewer = variants.map((variant) => (variant.sku === "TEE-NVY-M" ? { ...variant, stock: 5 } : variant));

  test("is every combination of a new listing", () => {
    expect(newCounts(made, { before: [], after: variants, said })).toEqual([
      { size: "M", colour: "Navy", onHand: 12, code: "TEE-NVY-M" },
      { size: "L", colour: "Navy", onHand: 10 },
    ]);
  });

  test("is only what is another number than before", () => {
    expect(newCounts(made, { before: variants, after: fewer, said })).toEqual([{ size: "M", colour: "Navy", onHand: 5, code: "TEE-NVY-M" }]);
    expect(newCounts(made, { before: variants, after: variants, said })).toEqual([]);
  });

  test("is nothing where the file gives no number, or has no piece of a new listing", () => {
    expect(newCounts(made, { before: [], after: variants, said: new Set() })).toEqual([]);
    expect(newCounts(made, { before: [], after: variants.map((variant) => ({ ...variant, stock: 0 })), said })).toEqual([]);
  });
});
