import { expect, test } from "vitest";
import { importedOf } from "./from-import.ts";

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
