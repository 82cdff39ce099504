import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing.ts";
import { Defects, Letter, Level, samplingPlan, verdictOf } from "./rules.ts";

const lots = fc.integer({ min: 1, max: 1_000_000 });
const levels = fc.constantFrom(...Level.options);
const few = fc.integer({ min: 0, max: 30 });
const found = fc.record({ critical: fc.integer({ min: 0, max: 2 }), major: few, minor: few });

describe("the code letter of a lot", () => {
  test.each([
    [8, "A", "A", "B"],
    [9, "A", "B", "C"],
    [25, "B", "C", "D"],
    [50, "C", "D", "E"],
    [51, "C", "E", "F"],
    [150, "D", "F", "G"],
    [151, "E", "G", "H"],
    [500, "F", "H", "J"],
    [501, "G", "J", "K"],
    [3_200, "H", "K", "L"],
    [10_000, "J", "L", "M"],
    [35_000, "K", "M", "N"],
    [150_000, "L", "N", "P"],
    [500_000, "M", "P", "Q"],
    [500_001, "N", "Q", "R"],
  ])("of %i pieces is %s, %s and %s at levels I, II and III", (lot, ...expected) => {
    expect(Level.options.map((level) => samplingPlan(lot, level).letter)).toEqual(expected);
  });

  test("is II's when no level is asked for", () => {
    expect(samplingPlan(1_200)).toEqual(samplingPlan(1_200, "II"));
  });
});

describe("the plan of table 2-A", () => {
  test.each([
    [50, "D", 5, 0, 13, 1],
    [90, "E", 20, 1, 13, 1],
    [150, "F", 20, 1, 20, 2],
    [280, "G", 32, 2, 32, 3],
    [500, "H", 50, 3, 50, 5],
    [1_200, "J", 80, 5, 80, 7],
    [3_200, "K", 125, 7, 125, 10],
    [10_000, "L", 200, 10, 200, 14],
    [35_000, "M", 315, 14, 315, 21],
    [100_000, "N", 500, 21, 315, 21],
  ])("for %i pieces is letter %s: %i pieces with %i major, %i pieces with %i minor", (lot, letter, majorPieces, major, minorPieces, minor) => {
    const plan = samplingPlan(lot);

    expect(plan).toMatchObject({ letter, accept: { critical: 0, major, minor }, pieces: { major: majorPieces, minor: minorPieces } });
    expect(plan.sampleSize).toBe(Math.max(majorPieces, minorPieces));
    expect(plan.pieces.critical).toBe(plan.sampleSize);
  });

  test("looks at the whole lot when that is smaller than the sample", () => {
    expect(samplingPlan(2)).toMatchObject({ sampleSize: 2, pieces: { critical: 2, major: 2, minor: 2 } });
  });

  test("refuses a lot without pieces", () => {
    expect(() => samplingPlan(0)).toThrow(expect.objectContaining({ code: "inspection.lot" }));
    expect(() => samplingPlan(1.5)).toThrow(expect.objectContaining({ code: "inspection.lot" }));
  });

  test("never asks for more than there is, and a stricter level or larger lot never for less (3,000 cases)", () => {
    fc.assert(
      fc.property(lots, lots, levels, (a, b, level) => {
        const [small, large] = [samplingPlan(Math.min(a, b), level), samplingPlan(Math.max(a, b), level)];

        expect(small.sampleSize).toBeLessThanOrEqual(Math.min(a, b));
        expect(large.sampleSize).toBeGreaterThanOrEqual(small.sampleSize);
        expect(large.accept.minor).toBeGreaterThanOrEqual(small.accept.minor);
        expect(Letter.options.indexOf(samplingPlan(a, "III").letter)).toBeGreaterThan(Letter.options.indexOf(samplingPlan(a, "I").letter));
      }),
      runs(3_000),
    );
  });
});

describe("the verdict", () => {
  test.each([
    ["passes at the acceptance numbers", { critical: 0, major: 3, minor: 5 }, []],
    ["fails one major above", { critical: 0, major: 4, minor: 0 }, ["4 major defects, at most 3 in 50 pieces"]],
    ["fails one minor above", { critical: 0, major: 0, minor: 6 }, ["6 minor defects, at most 5 in 50 pieces"]],
    ["fails for a single critical defect", { critical: 1, major: 0, minor: 0 }, ["1 critical defect, at most 0 in 50 pieces"]],
  ])("of 500 pieces %s", (_name, defects, reasons) => {
    expect(verdictOf(500, defects)).toMatchObject({ result: reasons.length === 0 ? "pass" : "fail", reasons });
  });

  test("follows the level", () => {
    expect(verdictOf(500, { critical: 0, major: 2, minor: 0 }, "I").result).toBe("fail");
    expect(verdictOf(500, { critical: 0, major: 5, minor: 0 }, "III").result).toBe("pass");
  });

  test("fails exactly when it names a reason, and more defects never turn a fail into a pass (3,000 cases)", () => {
    fc.assert(
      fc.property(lots, found, found, (lot, some, more) => {
        const worse = Defects.parse({ critical: some.critical + more.critical, major: some.major + more.major, minor: some.minor + more.minor });
        const [before, after] = [verdictOf(lot, some), verdictOf(lot, worse)];

        expect(before.result === "fail").toBe(before.reasons.length > 0);
        expect(before.result === "fail" && after.result === "pass").toBe(false);
      }),
      runs(3_000),
    );
  });
});
