import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateOf, daysBetween, endOfWork, isWorkingDay, weekday, workingDayFrom } from "./calendar.ts";
import { runs } from "../testing.ts";

const days = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays("2026-01-01", offset));

test("days are added over months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

test("a day that does not exist is refused by name", () => {
  expect(() => addDays("2026-02-30", 1)).toThrow("not a calendar date");
  expect(() => daysBetween("2026-01-01", "soon")).toThrow("not a calendar date");
});

test("an instant belongs to its day in UTC", () => {
  expect(dateOf("2026-12-31T23:30:00-02:00")).toBe("2027-01-01");
  expect(dateOf(new Date("2026-01-01T00:00:00Z"))).toBe("2026-01-01");
});

test("adding and counting days undo each other (2,000 cases)", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (on, by) => {
      expect(daysBetween(on, addDays(on, by))).toBe(by);
    }),
    runs(2_000),
  );
});

test("the weekday agrees with the platform's calendar, also before 1970 (2,000 cases)", () => {
  fc.assert(
    fc.property(days, (on) => {
      expect(weekday(on)).toBe(new Date(`${on}T00:00:00Z`).getUTCDay());
    }),
    runs(2_000),
  );
});

test("Friday is the weekly holiday, and festival days are not worked", () => {
  expect(isWorkingDay("2026-10-02")).toBe(false);
  expect(isWorkingDay("2026-10-03")).toBe(true);
  expect(isWorkingDay("2026-10-03", ["2026-10-03"])).toBe(false);
  expect(workingDayFrom("2026-10-02", ["2026-10-03"])).toBe("2026-10-04");
});

test("work of one day ends the day it starts and a week's work skips the Friday", () => {
  expect(endOfWork("2026-10-03", 1)).toBe("2026-10-03");
  expect(endOfWork("2026-10-03", 6)).toBe("2026-10-08");
  expect(endOfWork("2026-10-03", 7)).toBe("2026-10-10");
  expect(endOfWork("2026-10-02", 1)).toBe("2026-10-03");
});
