import fc from "fast-check";
import { expect, test } from "vitest";
import { Family } from "../garment/model.ts";
import { WHOLE_BPS } from "../kernel/money.ts";
import { Rush } from "./model.ts";
import { leadTime, schedule, split, templates } from "./templates.ts";
import { runs } from "../testing.ts";

const family = fc.constantFrom(...Family.options);
const wish = fc.record({
  quantity: fc.integer({ min: 1, max: 100_000 }),
  rush: fc.constantFrom(...Rush.options),
  decorated: fc.boolean(),
  sample: fc.boolean(),
});
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test.each([
  ["casualwear", 15],
  ["knitwear", 15],
  ["activewear", 15],
  ["uniforms", 14],
  ["cut-and-sew", 17],
] as const)("a small undecorated run of %s takes %i working days", (of, days) => {
  expect(leadTime(of, { quantity: 100 }).totalDays).toBe(days);
});

test.each([
  [50, 100, 14, 21],
  [101, 500, 18, 30],
  [501, 1_000, 30, 45],
  [1_001, 2_500, 42, 60],
  [2_501, 100_000, 56, 76],
])("undecorated runs of %i to %i pieces take %i to %i calendar days in every family", (from, to, least, most) => {
  for (const of of Family.options) {
    for (const quantity of [from, to]) {
      const calendarDays = (leadTime(of, { quantity }).totalDays * 7) / 6;
      expect(calendarDays, `${of} ${quantity}`).toBeGreaterThanOrEqual(least);
      expect(calendarDays, `${of} ${quantity}`).toBeLessThanOrEqual(most);
    }
  }
});

test("every plan ends with packing and handover, and decoration and sample appear only when wanted", () => {
  for (const of of Family.options) {
    const plain = leadTime(of, { quantity: 100 }).stages.map(({ key }) => key);
    const full = leadTime(of, { quantity: 100, decorated: true, sample: true }).stages.map(({ key }) => key);

    expect(plain.slice(-3)).toEqual(["quality", "packing", "handover"]);
    expect(full.filter((key) => !plain.includes(key)).toSorted()).toEqual(["decoration", "sample"]);
    expect(full[0]).toBe("sample");
  }
});

test("a faster schedule is shorter: standard 15 days become 12 and 10", () => {
  const days = Rush.options.map((rush) => leadTime("casualwear", { quantity: 100, rush }).totalDays);

  expect(days).toEqual([15, 12, 10]);
});

test("stages add up to the total, weights to the whole, and no stage is empty (5,000 cases)", () => {
  fc.assert(
    fc.property(family, wish, (of, asked) => {
      const stages = schedule(templates[of], asked);
      const { totalDays } = leadTime(of, asked);

      expect(sum(stages.map(({ days }) => days))).toBe(totalDays);
      expect(sum(stages.map(({ weightBps }) => weightBps))).toBe(WHOLE_BPS);
      expect(stages.every(({ days }) => days >= 1)).toBe(true);
    }),
    runs(5_000),
  );
});

test("more pieces never take less time, and rush never takes more (3,000 cases)", () => {
  fc.assert(
    fc.property(family, wish, fc.integer({ min: 0, max: 100_000 }), (of, asked, more) => {
      const { totalDays } = leadTime(of, asked);

      expect(leadTime(of, { ...asked, quantity: asked.quantity + more }).totalDays).toBeGreaterThanOrEqual(totalDays);
      expect(leadTime(of, { ...asked, rush: "none" }).totalDays).toBeGreaterThanOrEqual(totalDays);
    }),
    runs(3_000),
  );
});

test("a plan for no pieces, part of a piece or no stages is refused", () => {
  expect(() => leadTime("knitwear", { quantity: 0 })).toThrow("whole number of pieces");
  expect(() => leadTime("knitwear", { quantity: 1.5 })).toThrow("whole number of pieces");
  expect(() => schedule([], { quantity: 1 })).toThrow("too little to split");
});

test("a split is exact and fair to the largest remainder (2,000 cases)", () => {
  const parts = (total: number, weights: readonly number[]) => split(total, weights, (weight) => weight).map(({ part }) => part);

  expect(parts(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(parts(7, [1, 8, 1])).toEqual([1, 5, 1]);
  expect(() => parts(-1, [1])).toThrow("too little to split");
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 10_000 }),
      (weights, total) => {
        expect(sum(parts(total, weights))).toBe(total);
      },
    ),
    runs(2_000),
  );
});
