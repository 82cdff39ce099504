import { describe, expect, test } from "vitest";
import { chips, none, withValue } from "./wish.ts";

test.each([
  ["", "navy", true, "navy"],
  ["navy", "red", true, "navy,red"],
  ["navy,red", "navy", false, "red"],
  ["navy,red", "navy", true, "red,navy"],
  ["navy", "navy", false, ""],
])("“%s” with “%s” chosen %s is “%s”", (text, value, on, after) => {
  expect(withValue(text, value, on)).toBe(after);
});

describe("chips", () => {
  const wish = { ...none, q: "merino", colour: "navy,zorp", quantity: "1200", maxPrice: "1550", sort: "lead" };
  const shown = chips(["q", "maxPrice", "colour", "quantity", "sort"], wish, { colour: [{ value: "navy", label: "Navy", count: 3 }] } as never);

  test("say what is chosen in words, in the order it was chosen, without the search and the order", () => {
    expect(shown.map(({ label }) => label)).toEqual(["Up to US$15.50", "Colour: Navy", "Colour: zorp", "For 1,200 pieces"]);
  });

  test("each takes off what it names and nothing else", () => {
    expect(shown.map(({ without }) => without)).toEqual([{ maxPrice: "" }, { colour: "zorp" }, { colour: "navy" }, { quantity: "" }]);
  });
});
