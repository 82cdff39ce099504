import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing.ts";
import { type Levels, skuOf } from "./model.ts";
import { after, cellName, cellsOf, holdUntil, isSoldOut, type Movement, none } from "./rules.ts";

const movement = fc.record<Movement>({
  what: fc.constantFrom("hold", "commit", "release", "takeLate", "count"),
  pieces: fc.integer({ min: 1, max: 30 }),
});
/** A count may also go down; every other movement is of pieces. */
const movements = fc.array(
  fc.tuple(movement, fc.boolean()).map(([one, isDown]): Movement => (one.what === "count" && isDown ? { ...one, pieces: -one.pieces } : one)),
  { maxLength: 80 },
);

describe("the pieces of a combination", () => {
  test("whatever happens in whatever order, what is in the house is free or held and nothing falls below zero (500 cases)", () => {
    fc.assert(
      fc.property(movements, (all) => {
        const levels = all.reduce<Levels>((before, one) => after(before, one) ?? before, none);

        expect(levels.onHand).toBe(levels.reserved + levels.sellable);
        expect(Math.min(levels.onHand, levels.reserved, levels.sellable)).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test("holding and giving back leaves everything as it was, and holding and selling takes the pieces away once (500 cases)", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), (sellable, pieces) => {
        const before: Levels = { onHand: sellable, reserved: 0, sellable };
        const held = after(before, { what: "hold", pieces });

        if (held === undefined) {
          expect(pieces).toBeGreaterThan(sellable);
          return;
        }
        expect(pieces).toBeLessThanOrEqual(sellable);
        expect(after(held, { what: "release", pieces })).toEqual(before);
        expect(after(held, { what: "commit", pieces })).toEqual({ onHand: sellable - pieces, reserved: 0, sellable: sellable - pieces });
        expect(after(held, { what: "commit", pieces })).toEqual(after(before, { what: "takeLate", pieces }));
      }),
      runs(500),
    );
  });

  test("a count never takes away what is held", () => {
    expect(after({ onHand: 10, reserved: 4, sellable: 6 }, { what: "count", pieces: -6 })).toEqual({ onHand: 4, reserved: 4, sellable: 0 });
    expect(after({ onHand: 10, reserved: 4, sellable: 6 }, { what: "count", pieces: -7 })).toBeUndefined();
  });
});

test("sold out is a stock of which nothing is free; a listing without stock is made to order and never sold out", () => {
  expect(isSoldOut([])).toBe(false);
  expect(isSoldOut([{ sellable: 0 }, { sellable: 0 }])).toBe(true);
  expect(isSoldOut([{ sellable: 0 }, { sellable: 1 }])).toBe(false);
});

test("a hold lasts thirty minutes", () => {
  expect(holdUntil(new Date("2026-03-02T09:00:00.000Z"))).toBe("2026-03-02T09:30:00.000Z");
});

test("a combination has one SKU, however it is written, and a listing one of each", () => {
  expect(skuOf({ size: " M", colour: "Navy" })).toBe("navy/m");
  expect([skuOf({ size: "M", colour: "" }), skuOf({ size: "", colour: "Navy" }), skuOf({ size: "", colour: "" })]).toEqual(["m", "navy", "one"]);
  expect(cellsOf({ sizes: ["S", "M", "m"], colours: ["Navy", "Rust"] }).map(skuOf)).toEqual(["navy/s", "navy/m", "rust/s", "rust/m"]);
  expect(cellsOf({}).map(skuOf)).toEqual(["one"]);
  expect([cellName({ size: "M", colour: "Navy" }), cellName({ size: "", colour: "" })]).toEqual(["Navy, M", "One size"]);
});
