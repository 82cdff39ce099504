import { expect, test } from "vitest";
import { Asked, MAX_SEARCHES } from "./model.ts";
import { areSame, freePlace, nextAt, textOf } from "./rules.ts";

test("a question is kept as it stands in an address, without what was not chosen", () => {
  expect(textOf(Asked.parse({ family: "knitwear", q: " ", quantity: "300", maxPrice: 2_000 }))).toEqual({
    family: "knitwear",
    maxPrice: "2000",
    quantity: "300",
  });
});

test("the order in which things were chosen makes no other question", () => {
  expect(areSame({ q: "navy", family: "knitwear" }, { family: "knitwear", q: "navy" })).toBe(true);
  expect(areSame({ q: "navy" }, { q: "black" })).toBe(false);
});

test("a search gets the first place that is free, and none when all are taken", () => {
  const taken = Array.from({ length: MAX_SEARCHES }, (_, index) => ({ place: index + 1 }));

  expect(freePlace([{ place: 2 }])).toBe(1);
  expect(freePlace(taken)).toBeUndefined();
});

test("it is looked again a day later", () => {
  expect(nextAt(new Date("2026-03-02T09:00:00.000Z"))).toBe("2026-03-03T09:00:00.000Z");
});
