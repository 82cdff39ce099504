import { expect, test } from "vitest";
import { monthName, monthsUntil } from "./months.ts";

test("a year of months ends with this one, also where a day is not in every month", () => {
  const months = monthsUntil(new Date("2027-03-31T23:00:00Z"));

  expect(months).toHaveLength(12);
  expect(months.slice(0, 4)).toEqual(["2027-03", "2027-02", "2027-01", "2026-12"]);
});

test("a month is named as people say it", () => {
  expect(monthName("2026-11")).toBe("November");
});
