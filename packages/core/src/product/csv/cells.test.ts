import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPrice, readStock } from "./cells.ts";

const grouped = (units: number) => units.toLocaleString("en-US");

describe("a price", () => {
  test("is read to the cent, however it is written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom("", "$", "US$ ", "USD "),
        fc.boolean(),
        fc.boolean(),
        (cents, sign, groups, zeros) => {
          const units = Math.trunc(cents / 100);
          const text = `${sign}${groups ? grouped(units) : units}.${String(cents % 100).padStart(2, "0")}${zeros ? "00" : ""}`;

          expect(readPrice(text)).toEqual({ amount: cents, currency: "USD" });
        },
      ),
    );
  });

  test.each([
    ["50", 5_000],
    ["19.9", 1_990],
    ["0.07", 7],
    ["1,299.00", 129_900],
    ["4.35 USD", 435],
  ])("%s is %i cents", (text, cents) => {
    expect(readPrice(text).amount).toBe(cents);
  });

  test.each(["12,50", "1.234,56", "1,23.00", "abc", "£9", "9.999", "1e3", "NaN", "Infinity", "12 50", "10000000", "99999999999999999999"])(
    "%s is refused",
    (text) => {
      expect(() => readPrice(text)).toThrow(expect.objectContaining({ code: "price.format" }));
    },
  );

  test.each(["0", "0.00", "-3.50", "$-3"])("%s is not more than zero", (text) => {
    expect(() => readPrice(text)).toThrow(expect.objectContaining({ code: "price.negative" }));
  });
});

test("oversold stock is none on hand", () => {
  expect(readStock("-4")).toBe(0);
  expect(readStock(undefined)).toBeUndefined();
});
