import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing.ts";
import { RESOLUTION_BPS } from "./model.ts";
import { bandOf, countersOf, figureOf, middleOf, monthsOf, ownOf, spanAt, stepOf } from "./rules.ts";

type Case = { readonly amount: number; readonly quantity?: number; readonly mark: string };

/** The row that these cases would have made. */
function rowOf(cases: readonly Case[]): Record<string, number> {
  const row: Record<string, number> = {};
  for (const { amount, quantity = 500, mark } of cases)
    for (const [name, by] of Object.entries(countersOf({ amount, quantity, mark }))) row[name] = (row[name] ?? 0) + by;
  return row;
}
const of = (...marks: readonly string[]): Case[] => marks.map((mark, at) => ({ amount: 1_000 + 100 * at, mark }));

describe("a figure", () => {
  test.each<[string, readonly Case[], boolean]>([
    ["of five cases of five is told", of("a", "b", "c", "d", "e"), true],
    ["of four cases is withheld", of("a", "b", "c", "d"), false],
    ["of many cases of four is withheld", of("a", "b", "c", "d", "a", "b", "c", "d", "a"), false],
    ["of which one is just half is told", of("a", "a", "a", "a", "b", "c", "d", "e"), true],
    ["of which one is more than half is withheld", of("a", "a", "a", "a", "a", "b", "c", "d", "e"), false],
    ["of nobody is withheld", [], false],
  ])("%s", (_name, cases, isTold) => {
    expect(figureOf([rowOf(cases)]) !== undefined).toBe(isTold);
  });

  test("is of one band, or of all together", () => {
    const small = of("a", "b", "c", "d", "e").map((one) => ({ ...one, quantity: 100 }));
    const large = of("a", "b", "c", "d").map((one) => ({ ...one, quantity: 2_000 }));
    const row = rowOf([...small, ...large]);

    expect(figureOf([row], 0)?.cases).toBe(5);
    expect(figureOf([row], 2)).toBeUndefined();
    expect(figureOf([row])?.cases).toBe(9);
  });

  test("counts the same buyer in two months once among the different ones", () => {
    const months = [rowOf(of("a", "b", "c")), rowOf(of("a", "b", "d"))];

    expect(figureOf(months)).toBeUndefined();
    expect(figureOf([...months, rowOf(of("e"))])?.cases).toBe(7);
  });

  const amounts = fc.array(fc.integer({ min: 40, max: 900_000 }), { minLength: 5, maxLength: 60 });

  test("has its median and quarters within two and a half per cent and a cent of the exact ones (500 cases)", () => {
    fc.assert(
      fc.property(amounts, (all) => {
        const figure = figureOf([rowOf(all.map((amount, at) => ({ amount, mark: `m${at}` })))]);
        const sorted = all.toSorted((a, b) => a - b);
        const exact = (percent: number) => sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;

        for (const [percent, told] of [
          [25, figure?.low],
          [50, figure?.median],
          [75, figure?.high],
        ] as const) {
          const off = Math.abs((told?.amount ?? 0) - exact(percent));
          expect(off * 10_000).toBeLessThanOrEqual(exact(percent) * RESOLUTION_BPS + 10_000);
        }
      }),
      runs(500),
    );
  });

  test("is the same in whatever order and months its cases came (200 cases)", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 6 }), (all, parts) => {
        const cases = all.map((amount, at) => ({ amount, mark: `m${at % 7}` }));
        const months = Array.from({ length: parts }, (_, part) => rowOf(cases.filter((_one, at) => at % parts === part)));

        expect(figureOf(months)).toEqual(figureOf([rowOf(cases.toReversed())]));
      }),
      runs(200),
    );
  });
});

test("one's own prices are told from the first case on", () => {
  expect(ownOf([rowOf(of("a"))])).toMatchObject({ cases: 1 });
  expect(ownOf([{}])).toBeUndefined();
});

test("every amount is in the step whose middle is nearest to it", () => {
  for (const amount of [1, 39, 40, 41, 999, 1_000, 123_456]) {
    const step = stepOf(amount);
    expect(stepOf(middleOf(step).amount)).toBe(step);
  }
});

test.each([
  [1, 0],
  [199, 0],
  [200, 1],
  [999, 1],
  [1_000, 2],
  [5_000, 3],
] as const)("a run of %s is in band %s", (quantity, band) => {
  expect(bandOf(quantity)).toBe(band);
});

test("a span is of the twelve months that are over, also across the year", () => {
  expect(spanAt("2026-03-02")).toEqual({ from: "2025-03", to: "2026-02" });
  expect(spanAt("2026-01-31")).toEqual({ from: "2025-01", to: "2025-12" });
  expect(monthsOf(spanAt("2026-03-02"))).toHaveLength(12);
});
