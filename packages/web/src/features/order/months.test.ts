import { expect, test } from "vitest";
import { monthsBefore } from "./months.ts";

test("the twelve months before today go back over the turn of the year", () => {
  const months = monthsBefore(new Date("2026-03-31T23:30:00Z"));

  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ value: "2026-02", label: "February 2026" });
  expect(months.at(-1)).toEqual({ value: "2025-03", label: "March 2025" });
});
