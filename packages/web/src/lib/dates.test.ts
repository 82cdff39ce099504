import { expect, test } from "vitest";
import { dateOf, formatAgo, formatDate, formatShortDate, formatWeekday } from "./dates.ts";

test("a calendar date is the same day west of Greenwich", () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "America/Los_Angeles";

  const shown = [formatDate("2026-10-14"), formatShortDate("2026-10-14"), formatWeekday("2026-10-14")];

  process.env["TZ"] = zone ?? "";
  expect(shown).toEqual(["14 Oct 2026", "14 Oct", "Wed 14 Oct"]);
});

test("an instant is refused where a calendar date is meant", () => {
  expect(() => formatDate("2026-10-14T00:00:00Z")).toThrow(RangeError);
});

test("ages use the largest unit that fits", () => {
  const now = new Date("2026-10-14T12:00:00Z");

  const ages = ["2026-10-14T11:59:48Z", "2026-10-14T11:00:00Z", "2026-10-11T12:00:00Z", "2026-10-14T14:00:00Z"].map((at) => formatAgo(at, now));

  expect(ages).toEqual(["12 seconds ago", "1 hour ago", "3 days ago", "in 2 hours"]);
});

test("the date of an instant is the reader's", () => {
  expect(dateOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
