import * as fc from "fast-check";
import { expect, test } from "vitest";
import { amountText, formatMoney, formatRate, parseAmount } from "./money.ts";

test.each([
  [124_000, "US$1,240.00"],
  [5, "US$0.05"],
  [0, "US$0.00"],
  [-500, "−US$5.00"],
])("%i cents read as %s", (amount, text) => {
  expect(formatMoney({ amount, currency: "USD" })).toBe(text);
});

test("a rate in basis points reads as a percentage", () => {
  expect([3000, 1250, 5].map(formatRate)).toEqual(["30 %", "12.5 %", "0.05 %"]);
});

test.each([
  ["1,240.5", 124_050],
  ["US$ 12", 1200],
  ["0.07", 7],
  ["12.", 1200],
  ["1.234", undefined],
  ["-3", undefined],
  ["abc", undefined],
  ["", undefined],
])("typing %j means %s cents", (typed, cents) => {
  expect(parseAmount(typed)).toBe(cents);
});

test("what is shown in an input reads back as the same amount", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => parseAmount(amountText(cents)) === cents));
});
