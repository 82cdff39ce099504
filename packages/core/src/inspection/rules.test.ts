import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing.ts";
import { agreed, isLenient, Aql, countOf, Defects, DefectType, defectTypes, Letter, Level, samplingPlan, verdictOf } from "./rules.ts";
import { letterOf, sampleSizes, singlePlan } from "./tables.ts";

const lots = fc.integer({ min: 1, max: 1_000_000 });
const levels = fc.constantFrom(...Level.options);
const few = fc.integer({ min: 0, max: 30 });
const found = fc.record({ critical: fc.integer({ min: 0, max: 2 }), major: few, minor: few });

describe("the code letter of a lot (table 1)", () => {
  test.each([
    [2, "AAAAAAB"],
    [8, "AAAAAAB"],
    [9, "AAAAABC"],
    [15, "AAAAABC"],
    [16, "AABBBCD"],
    [25, "AABBBCD"],
    [26, "ABBCCDE"],
    [50, "ABBCCDE"],
    [51, "BBCCCEF"],
    [90, "BBCCCEF"],
    [91, "BBCDDFG"],
    [150, "BBCDDFG"],
    [151, "BCDEEGH"],
    [280, "BCDEEGH"],
    [281, "BCDEFHJ"],
    [500, "BCDEFHJ"],
    [501, "CCEFGJK"],
    [1_200, "CCEFGJK"],
    [1_201, "CDEGHKL"],
    [3_200, "CDEGHKL"],
    [3_201, "CDFGJLM"],
    [10_000, "CDFGJLM"],
    [10_001, "CDFHKMN"],
    [35_000, "CDFHKMN"],
    [35_001, "DEGJLNP"],
    [150_000, "DEGJLNP"],
    [150_001, "DEGJMPQ"],
    [500_000, "DEGJMPQ"],
    [500_001, "DEHKNQR"],
    [5_000_000, "DEHKNQR"],
  ])("of %i pieces is %s at S-1, S-2, S-3, S-4, I, II and III", (lot, expected) => {
    expect(Level.options.map((level) => letterOf(lot, level)).join("")).toBe(expected);
  });

  test("is II's when no level is asked for", () => {
    expect(samplingPlan(1_200)).toEqual(samplingPlan(1_200, { ...agreed, level: "II" }));
  });
});

describe("table 2-A, single sampling, normal inspection", () => {
  /**
   * The table read down its diagonals, as the standard builds it: the acceptance number belongs to the mean number of defects at the
   * limit. Each limit takes one defect at none from its own letter on, skips two letters, and goes 1, 2, 3, 5, 7, 10, 14, 21.
   */
  const numbers = [1, 2, 3, 5, 7, 10, 14, 21];
  const withNone: Readonly<Record<Aql, Letter>> = {
    "6.5": "A",
    "4.0": "B",
    "2.5": "C",
    "1.5": "D",
    "1.0": "E",
    "0.65": "F",
    "0.40": "G",
    "0.25": "H",
    "0.15": "J",
    "0.10": "K",
    "0.065": "L",
  };
  const expected = (letter: Letter, aql: Aql): readonly [Letter, number] => {
    const at = (index: number): Letter => Letter.options[index] ?? "R";
    const from = Letter.options.indexOf(withNone[aql]);
    const distance = Letter.options.indexOf(letter) - from;
    if (distance <= 1) return [at(from), 0];
    if (distance === 2) return [at(from + 3), 1];
    const last = Math.min(distance - 3, numbers.length - 1);
    return [at(from + 3 + last), numbers[last] ?? Number.NaN];
  };

  test.each(Aql.options)("at AQL %s has for every letter the number of its diagonal, arrows followed", (aql) => {
    for (const letter of Letter.options) {
      const [led, accept] = expected(letter, aql);
      expect(singlePlan(letter, aql), letter).toEqual({ letter: led, pieces: sampleSizes[led], accept });
    }
  });

  // Cells of the printed table, one by one.
  test.each([
    ["A", "6.5", 2, 0],
    ["B", "6.5", 2, 0],
    ["C", "6.5", 8, 1],
    ["F", "0.65", 20, 0],
    ["G", "0.65", 20, 0],
    ["H", "0.65", 80, 1],
    ["J", "1.0", 80, 2],
    ["K", "1.5", 125, 5],
    ["L", "1.0", 200, 5],
    ["M", "0.40", 315, 3],
    ["P", "0.10", 800, 2],
    ["Q", "0.65", 1_250, 14],
    ["R", "0.65", 2_000, 21],
    ["R", "1.0", 1_250, 21],
    ["R", "6.5", 200, 21],
  ] as const)("says for letter %s at AQL %s: %i pieces, %i accepted", (letter, aql, pieces, accept) => {
    expect(singlePlan(letter, aql)).toMatchObject({ pieces, accept });
  });
});

describe("the plan that was agreed", () => {
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
        const limits = { ...agreed, level };
        const [small, large] = [samplingPlan(Math.min(a, b), limits), samplingPlan(Math.max(a, b), limits)];

        expect(small.sampleSize).toBeLessThanOrEqual(Math.min(a, b));
        expect(large.sampleSize).toBeGreaterThanOrEqual(small.sampleSize);
        expect(large.accept.minor).toBeGreaterThanOrEqual(small.accept.minor);
        expect(Letter.options.indexOf(letterOf(a, "III"))).toBeGreaterThan(Letter.options.indexOf(letterOf(a, "I")));
      }),
      runs(3_000),
    );
  });
});

describe("the verdict", () => {
  test.each([
    ["passes at the acceptance numbers", { critical: 0, major: 3, minor: 5 }, []],
    ["fails one major above", { critical: 0, major: 4, minor: 0 }, ["4 major defects, at most 3 in 50 pieces"]],
    ["fails many minors above", { critical: 0, major: 0, minor: 8 }, ["8 minor defects, at most 5 in 50 pieces"]],
    ["fails for a single critical defect", { critical: 1, major: 0, minor: 0 }, ["1 critical defect, at most 0 in 50 pieces"]],
  ])("of 500 pieces %s", (_name, defects, reasons) => {
    expect(verdictOf(500, defects)).toMatchObject({ result: reasons.length === 0 ? "pass" : "fail", reasons });
  });

  test.each([
    ["nothing but minors one limit above", { critical: 0, major: 3, minor: 6 }, "conditional"],
    ["the last that the next limit accepts", { critical: 0, major: 0, minor: 7 }, "conditional"],
    ["a major beside them", { critical: 0, major: 4, minor: 6 }, "fail"],
    ["a critical beside them", { critical: 1, major: 0, minor: 6 }, "fail"],
  ] as const)("is left to the buyer only for few minor defects too many: %s", (_name, defects, result) => {
    expect(verdictOf(500, defects)).toMatchObject({ result, reasons: expect.arrayContaining([expect.any(String)]) });
  });

  test("is never the buyer's to decide where the standard has no looser limit", () => {
    expect(verdictOf(500, { critical: 0, major: 0, minor: 8 }, { ...agreed, minor: "6.5" }).result).toBe("fail");
  });

  test("follows the level and the limits", () => {
    const major = (count: number) => ({ critical: 0, major: count, minor: 0 });

    expect(verdictOf(500, major(2), { ...agreed, level: "I" }).result).toBe("fail");
    expect(verdictOf(500, major(5), { ...agreed, level: "III" }).result).toBe("pass");
    expect(verdictOf(500, major(3), { ...agreed, major: "1.5" }).result).toBe("fail");
  });

  test("passes exactly when it names no reason, and more defects never make it better (3,000 cases)", () => {
    fc.assert(
      fc.property(lots, found, found, (lot, some, more) => {
        const worse = Defects.parse({ critical: some.critical + more.critical, major: some.major + more.major, minor: some.minor + more.minor });
        const [before, after] = [verdictOf(lot, some), verdictOf(lot, worse)];

        const order = ["pass", "conditional", "fail"];
        expect(before.result !== "pass").toBe(before.reasons.length > 0);
        expect(order.indexOf(after.result)).toBeGreaterThanOrEqual(order.indexOf(before.result));
      }),
      runs(3_000),
    );
  });
});

describe("what was found", () => {
  test("is counted by class", () => {
    const findings = [
      { type: "open-seam", class: "major", count: 2 },
      { type: "loose-thread", class: "minor", count: 5 },
      { type: "stain", class: "major", count: 1 },
      { type: "sharp", class: "critical", count: 1 },
    ] as const;

    expect(countOf(findings)).toEqual({ critical: 1, major: 3, minor: 5 });
    expect(countOf([])).toEqual({ critical: 0, major: 0, minor: 0 });
  });

  test.each(DefectType.options)("can be called worse than %s is, never better", (type) => {
    const order = ["minor", "major", "critical"] as const;
    for (const called of order) {
      const isBetter = order.indexOf(called) < order.indexOf(defectTypes[type].least);
      const count = () => countOf([{ type, class: called, count: 1 }]);
      if (isBetter) expect(count).toThrow(expect.objectContaining({ code: "inspection.class" }));
      else expect(count()[called]).toBe(1);
    }
  });
});

describe("a lot", () => {
  test.each([
    [agreed, true],
    [{ ...agreed, level: "III" }, true],
    [{ level: "II", major: "1.5", minor: "2.5" }, true],
    [{ ...agreed, level: "I" }, false],
    [{ ...agreed, level: "S-4" }, false],
    [{ ...agreed, major: "4.0" }, false],
    [{ ...agreed, minor: "6.5" }, false],
  ] as const)("held to %j is held to enough: %s", (limits, isEnough) => {
    expect(isLenient(limits)).toBe(!isEnough);
  });
});
