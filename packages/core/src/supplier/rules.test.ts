import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isWorkingDay, weekday } from "../kernel/calendar.ts";
import { runs } from "../testing.ts";
import {
  bandOf,
  bookingsOf,
  isExpired,
  meanBooked,
  meanRating,
  noCounts,
  rankedBps,
  scorecardOf,
  slugFor,
  weekOf,
  weekOfCapacity,
  weeksFrom,
} from "./rules.ts";

describe("the scorecard", () => {
  test("says of how many deeds each figure is made, and gives none before the first", () => {
    expect(scorecardOf(noCounts)).toEqual({ onTime: { of: 0 }, quality: { of: 0 }, response: { of: 0 }, rating: { of: 0 } });
  });

  test("is what was counted, rounded down", () => {
    const counts = { passed: 3, onTime: 2, inspected: 4, answers: 2, answerMinutes: 121, ratingSum: 25, ratingCount: 2 };

    expect(scorecardOf(counts)).toEqual({
      onTime: { bps: 6_666, of: 3 },
      quality: { bps: 7_500, of: 4 },
      response: { minutes: 60, of: 2 },
      rating: { hundredths: 416, of: 2 },
    });
  });

  test("has a mean rating between one and five", () => {
    expect(meanRating({ ratingSum: 3, ratingCount: 1 })).toBe(100);
    expect(meanRating({ ratingSum: 15, ratingCount: 1 })).toBe(500);
  });

  test.each([
    [0, 0, 7_500],
    [0, 1, 5_625],
    [1, 1, 8_125],
    [97, 97, 9_925],
  ])("counts for the ranking with three assumed deeds: %i of %i is %i", (part, of, bps) => {
    expect(rankedBps(part, of)).toBe(bps);
  });
});

describe("capacity", () => {
  test("books an order on the working days of its making, and no piece more or less (300 orders)", () => {
    const order = fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(order, ([quantity, from, length]) => {
        const startOn = addDays("2026-01-01", from);
        const booked = bookingsOf(quantity, { startOn, dueOn: addDays(startOn, length) });
        expect(Object.values(booked).reduce((sum, pieces) => sum + pieces, 0)).toBe(quantity);
        for (const [week, pieces] of Object.entries(booked)) {
          expect(weekday(week)).toBe(1);
          expect(pieces).toBeGreaterThan(0);
          expect(week >= weekOf(startOn) && week <= addDays(startOn, length)).toBe(true);
        }
      }),
      runs(300),
    );
  });

  test("splits two weeks by their working days", () => {
    // Saturday to the Thursday after: a weekend of two days in the first week, four days in the second.
    expect(isWorkingDay("2026-03-07")).toBe(true);
    expect(bookingsOf(600, { startOn: "2026-03-07", dueOn: "2026-03-12" })).toEqual({ "2026-03-02": 200, "2026-03-09": 400 });
  });

  test("keeps a week's own total, and shows no less than nothing free", () => {
    const capacity = { weekly: 1_000, totals: { "2026-03-09": 100 }, booked: { "2026-03-02": 300, "2026-03-09": 400 } };

    expect(weekOfCapacity(capacity, "2026-03-02")).toEqual({ weekOn: "2026-03-02", total: 1_000, booked: 300, free: 700 });
    expect(weekOfCapacity(capacity, "2026-03-09")).toEqual({ weekOn: "2026-03-09", total: 100, booked: 400, free: 0 });
  });

  test("is looked at week by week from this one on, and by the mean of eight for the ranking", () => {
    expect(weeksFrom("2026-03-08", 2)).toEqual(["2026-03-02", "2026-03-09"]);
    expect(meanBooked({ "2026-02-23": 900, "2026-03-02": 80, "2026-03-09": 1 }, "2026-03-04")).toBe(11);
  });

  test.each([
    [1, { from: 1, to: 1_000 }],
    [1_000, { from: 1, to: 1_000 }],
    [1_001, { from: 1_001, to: 2_500 }],
    [90_000, { from: 10_001 }],
  ])("of %i pieces a week is told as a band", (weekly, band) => {
    expect(bandOf(weekly)).toEqual(band);
  });
});

test("a certificate is good up to and with its last day", () => {
  expect(isExpired("2026-03-02", "2026-03-02")).toBe(false);
  expect(isExpired("2026-03-02", "2026-03-03")).toBe(true);
});

test.each([
  ["Shapla Knit Works", "shapla-knit-works-abc123"],
  ["Ŝtofo & Söhne (BD)", "stofo-sohne-bd-abc123"],
  ["শাপলা", "supplier-abc123"],
])("%s has a name in addresses", (name, slug) => {
  expect(slugFor(name, "org_01jabc123")).toBe(slug);
});
