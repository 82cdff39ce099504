import { describe, expect, test } from "vitest";
import { likelyStage, problemsOf, type ReportDraft, reportableStages } from "./report-form.ts";

type Given = Parameters<typeof reportableStages>[0]["stages"][number];

const stage = (position: number, part: Partial<Given>): Given => ({
  key: "cutting",
  name: "Cutting",
  position,
  milestone: "making",
  days: 2,
  weightBps: 1_000,
  plannedStartOn: "2026-10-01",
  plannedDueOn: "2026-10-03",
  percent: 0,
  state: "todo",
  isLate: false,
  daysLate: 0,
  ...part,
});

const sample = stage(1, { key: "sample" });
const cutting = stage(2, { state: "active", percent: 40 });
const sewing = stage(3, { key: "sewing" });

describe("the stages that can be reported", () => {
  test.each([
    ["accepted", [1]],
    ["sampling", [1]],
    ["in_production", [1, 2, 3]],
  ] as const)("of an order with a sample that is %s are %j", (status, positions) => {
    expect(reportableStages({ status, stages: [sample, cutting, sewing] }).map(({ position }) => position)).toEqual(positions);
  });

  test("are all of an accepted order without a sample, except those that are skipped", () => {
    const stages = [cutting, stage(3, { state: "skipped" })];

    expect(reportableStages({ status: "accepted", stages })).toEqual([cutting]);
  });
});

describe("the stage that is proposed", () => {
  test("is the one under way, else the next, else the last", () => {
    expect(likelyStage([stage(1, { state: "done" }), cutting, sewing])).toBe(cutting);
    expect(likelyStage([stage(1, { state: "done" }), sewing])).toBe(sewing);
    expect(likelyStage([stage(1, { state: "done" })])?.position).toBe(1);
    expect(likelyStage([])).toBeUndefined();
  });
});

describe("a report", () => {
  const draft = (percent: number, note = ""): ReportDraft => ({ position: 2, percent, note });

  test.each([
    ["may rise without a note", draft(60), cutting, {}],
    ["may stay where it is", draft(40), cutting, {}],
    ["cannot fall without a note", draft(20), cutting, { note: "It was 40 % before. Say why there is less now." }],
    ["cannot fall with an empty note", draft(20, "   "), cutting, { note: "It was 40 % before. Say why there is less now." }],
    ["may fall with a note", draft(20, "Twelve pieces are cut again"), cutting, {}],
    ["needs a note worth reading", draft(60, "ok"), cutting, { note: "Write at least 3 characters, or leave the note empty." }],
    [
      "cannot finish what is done",
      draft(100),
      stage(2, { state: "done", percent: 100 }),
      { percent: "This stage is done. Lower the percent to open it again." },
    ],
  ])("%s", (_name, given, at, expected) => {
    expect(problemsOf(given, at)).toEqual(expected);
  });
});
