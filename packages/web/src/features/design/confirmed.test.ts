import type { DesignAnalysis } from "@sleekapp/core/design/model";
import { expect, test } from "vitest";
import { emptyForm } from "../quote/quote-form.ts";
import { confidenceWords, confirmedFrom, formWith } from "./confirmed.ts";

const read: DesignAnalysis = {
  garment: { value: "hoodie", percent: 92 },
  construction: { value: "jersey", percent: 70 },
  pattern: { value: "unknown", percent: 0 },
  print: { value: "large-motif", percent: 64 },
  colours: [{ hex: "#1f3a5f", name: "Navy", percent: 88 }],
  techniques: [{ value: "screen-print", percent: 55 }],
};

test("what was read goes into the quote form only as it was confirmed, with the design beside it", () => {
  const confirmed = { ...confirmedFrom(read), fabric: "fleece" as const };

  expect(formWith({ ...emptyForm, quantity: 300 }, "dsn_1", confirmed)).toEqual({
    ...emptyForm,
    quantity: 300,
    garmentType: "hoodie",
    fabric: "fleece",
    wishes: [{ technique: "screen-print" }],
    notes: "Cut from knitted cloth. Print: a large motif. Colours: navy #1f3a5f.",
    designId: "dsn_1",
  });
});

test("what was not seen leaves what was typed before as it is, and the same note does not stand there twice", () => {
  const nothing = { ...confirmedFrom(read), garmentType: undefined, techniques: [] };
  const before = { ...emptyForm, garmentType: "polo" as const, wishes: [{ technique: "embroidery" as const }] };

  const once = formWith(before, "dsn_1", nothing);

  expect(once).toMatchObject({ garmentType: "polo", wishes: before.wishes });
  expect(formWith(once, "dsn_1", nothing).notes).toBe(once.notes);
});

test.each([
  [0, "Not seen: please choose"],
  [1, "A guess: please check (1 %)"],
  [50, "Likely: please check (50 %)"],
  [80, "Sure (80 %)"],
])("%i percent is said in words", (percent, words) => {
  expect(confidenceWords(percent)).toBe(words);
});
