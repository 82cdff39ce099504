import { DefectType } from "@sleekapp/core/inspection/rules";
import { expect, test } from "vitest";
import { classesOf, findingOf, fresh, problemsOf, soFar, withType } from "./inspection-draft.ts";

const row = { key: "1" };

test("a defect begins as what it is at least and can only be called worse", () => {
  expect(withType(row, "open-seam")).toMatchObject({ type: "open-seam", class: "major" });
  expect(classesOf("open-seam")).toEqual(["critical", "major"]);
  expect(classesOf("sharp")).toEqual(["critical"]);
  expect(classesOf("loose-thread")).toEqual(["critical", "major", "minor"]);
  for (const type of DefectType.options) expect(classesOf(type)).toContain(withType(row, type).class);
});

test.each([
  ["nothing chosen", row, { type: "Choose what is wrong." }],
  ["no number", withType(row, "stain"), { count: "How many were found?" }],
  ["none", { ...withType(row, "stain"), count: 0 }, { count: "How many were found?" }],
  ["all there", { ...withType(row, "stain"), count: 2 }, {}],
])("says what a row lacks: %s", (_name, given, problems) => {
  expect(problemsOf(given)).toEqual(problems);
  expect(findingOf(given, []) === undefined).toBe(Object.keys(problems).length > 0);
});

test("the verdict follows what is written down", () => {
  const seams = { ...withType(row, "open-seam"), count: 4 };
  const threads = { ...withType({ key: "2" }, "loose-thread"), count: 6 };

  expect(soFar(500, fresh).verdict.result).toBe("pass");
  expect(soFar(500, { ...fresh, rows: [threads, row] }).verdict.result).toBe("conditional");
  expect(soFar(500, { ...fresh, rows: [seams, threads] })).toMatchObject({ found: { critical: 0, major: 4, minor: 6 }, verdict: { result: "fail" } });
});
