import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samplingPlan, verdictOf } from "./rules.ts";

describe("the sampling plan of a lot", () => {
  test.each([
    [5, "A", 5, 0, 0],
    [50, "D", 13, 0, 1],
    [90, "E", 20, 1, 2],
    [280, "G", 32, 2, 3],
    [500, "H", 50, 3, 5],
    [1_200, "J", 80, 5, 7],
    [3_200, "K", 125, 7, 10],
    [10_000, "L", 200, 10, 14],
    [35_000, "M", 315, 14, 21],
    [600_000, "Q", 1_250, 21, 21],
  ])("of %i pieces is letter %s with %i pieces, %i major and %i minor accepted", (lot, letter, sampleSize, major, minor) => {
    expect(samplingPlan(lot)).toEqual({ letter, sampleSize, accept: { critical: 0, major, minor } });
  });

  test("never asks for more pieces than there are", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (lot) => samplingPlan(lot).sampleSize <= lot));
  });
});

describe("the verdict", () => {
  test("passes a lot at its acceptance numbers and fails it one above", () => {
    expect(verdictOf(500, { critical: 0, major: 3, minor: 5 })).toMatchObject({ result: "pass", reasons: [] });
    expect(verdictOf(500, { critical: 0, major: 4, minor: 0 })).toMatchObject({
      result: "fail",
      reasons: ["4 major defects, at most 3 in 50 pieces"],
    });
    expect(verdictOf(500, { critical: 0, major: 0, minor: 6 }).result).toBe("fail");
  });

  test("fails a lot for a single critical defect", () => {
    expect(verdictOf(10_000, { critical: 1, major: 0, minor: 0 }).result).toBe("fail");
  });
});
