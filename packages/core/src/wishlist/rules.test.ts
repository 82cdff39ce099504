import { expect, test } from "vitest";
import { MAX_ENTRIES, MAX_LISTS } from "./model.ts";
import { freePlace, isFull } from "./rules.ts";

const places = (...taken: readonly number[]) => taken.map((place) => ({ place }));

test("a list gets the first place that is free, and none when all are taken", () => {
  expect(freePlace([])).toBe(1);
  expect(freePlace(places(3, 1))).toBe(2);
  expect(freePlace(places(...Array.from({ length: MAX_LISTS }, (_, index) => index + 1)))).toBeUndefined();
});

test("a list is full at its last product, not before", () => {
  expect(isFull({ count: MAX_ENTRIES - 1 })).toBe(false);
  expect(isFull({ count: MAX_ENTRIES })).toBe(true);
});
