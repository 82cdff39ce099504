import { expect, test } from "vitest";
import { idOf } from "../../../../test/support/actors.ts";
import type { Kind } from "./model.ts";
import { batches, countsOf, distinct, sumOf } from "./rules.ts";

const note = (tag: number, kind: Kind = "view") => ({ productId: idOf("prd", String(tag)), kind });

test("a note counts once, however often it comes", () => {
  expect(distinct([note(2), note(1), note(2), note(1, "share")])).toEqual([note(1), note(1, "share"), note(2)]);
});

test("a transaction takes a mark for each note, and a day and a month for each listing, a hundred rows together", () => {
  const many = distinct(Array.from({ length: 50 }, (_, tag) => note(tag)));
  const one = distinct((["view", "hover", "swatch", "quote", "share"] as const).map((kind) => note(1, kind)));

  expect(batches(many).map(({ length }) => length)).toEqual([33, 17]);
  expect(batches(many).flat()).toEqual(many);
  expect(batches(one)).toEqual([one]);
  expect(batches([])).toEqual([]);
});

test("sums are by count, and what was never counted is nothing", () => {
  expect(sumOf([{ views: 3, hearts: 1 }, { views: 4 }, {}])).toEqual(countsOf({ views: 7, hearts: 1 }));
  expect(countsOf({})).toMatchObject({ views: 0, orders: 0 });
});
