import { expect, test } from "vitest";
import { firstColours, Seen } from "./model.ts";
import { analysisOf, colourName } from "./rules.ts";

test.each([
  ["#000000", "Black"],
  ["#ffffff", "White"],
  ["#8c8c8c", "Grey"],
  ["#ff0000", "Red"],
  ["#24407a", "Navy"],
])("%s is called %s", (hex, name) => {
  expect(colourName(hex)).toBe(name);
});

test("each colour that a palette begins with has a name of its own", () => {
  expect(new Set(firstColours.map(colourName)).size).toBe(firstColours.length);
});

test("what was not seen is unsure, whatever a model says of itself, and colours bear our names", () => {
  const field = { value: "unknown", percent: 90 } as const;
  const seen = Seen.parse({
    garment: { value: "polo", percent: 90 },
    construction: field,
    pattern: field,
    print: field,
    colours: [{ hex: "#f2efe6", percent: 40 }],
    techniques: [],
  });

  expect(analysisOf(seen)).toEqual({
    garment: { value: "polo", percent: 90 },
    construction: { value: "unknown", percent: 0 },
    pattern: { value: "unknown", percent: 0 },
    print: { value: "unknown", percent: 0 },
    colours: [{ hex: "#f2efe6", name: "Off-white", percent: 40 }],
    techniques: [],
  });
});
