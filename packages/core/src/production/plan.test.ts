import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Family } from "../garment/model.ts";
import { isWorkingDay } from "../kernel/calendar.ts";
import { runs } from "../testing.ts";
import { Milestone, type Stage } from "./model.ts";
import { daysLate, isLate, milestonesOf, overallPercent, planStages, promisedOn, readyForInspection, reported } from "./plan.ts";
import { leadTime } from "./templates.ts";

const first = (stages: readonly Stage[]): Stage => {
  const [stage] = stages;
  if (!stage) throw new Error("the plan is empty");
  return stage;
};
const plan = () => planStages("knitwear", { quantity: 200 }, { startOn: "2026-03-02" });

describe("a production plan", () => {
  test("runs its stages one after another on working days, whatever the family, run and start", () => {
    const start = fc
      .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.constantFrom(...Family.options),
        fc.integer({ min: 50, max: 5_000 }),
        fc.boolean(),
        start,
        (family, quantity, sample, startOn) => {
          const stages = planStages(family, { quantity, sample, decorated: true }, { startOn });

          expect(stages.map(({ days }) => days).reduce((a, b) => a + b, 0)).toBe(leadTime(family, { quantity, sample, decorated: true }).totalDays);
          expect(stages.reduce((sum, { weightBps }) => sum + weightBps, 0)).toBe(10_000);
          for (const [index, stage] of stages.entries()) {
            expect(isWorkingDay(stage.plannedStartOn) && isWorkingDay(stage.plannedDueOn)).toBe(true);
            expect(stage.plannedStartOn <= stage.plannedDueOn).toBe(true);
            expect(index === 0 || stage.plannedStartOn > (stages[index - 1]?.plannedDueOn ?? "")).toBe(true);
          }
          expect(promisedOn(stages)).toBe(stages.at(-1)?.plannedDueOn);
        },
      ),
      runs(200),
    );
  });

  test("is done by weight", () => {
    const stages = plan();

    expect(overallPercent(stages)).toBe(0);
    expect(overallPercent(stages.map((stage) => ({ ...stage, percent: 100 })))).toBe(100);
    expect(overallPercent(stages.map((stage) => ({ ...stage, state: "skipped" as const })))).toBe(0);
  });

  test("refuses an empty plan", () => {
    expect(() => promisedOn([])).toThrow(expect.objectContaining({ code: "production.empty" }));
  });

  test("a revised date is the promise", () => {
    const stages = plan().map((stage, index, all) => (index === all.length - 1 ? { ...stage, revisedDueOn: "2026-12-31" } : stage));

    expect(promisedOn(stages)).toBe("2026-12-31");
  });
});

describe("a stage", () => {
  test("starts with its first report and ends at a hundred percent", () => {
    const stage = first(plan());
    const started = reported(stage, { percent: 40, on: "2026-03-03" });

    expect(started).toMatchObject({ state: "active", percent: 40, startedOn: "2026-03-03" });
    expect(reported(started, { percent: 100, on: "2026-03-05", note: "All in" })).toMatchObject({
      state: "done",
      finishedOn: "2026-03-05",
      note: "All in",
    });
  });

  test("falls only with a note that says why", () => {
    const half = reported(first(plan()), { percent: 50, on: "2026-03-03" });

    expect(() => reported(half, { percent: 30, on: "2026-03-04" })).toThrow(expect.objectContaining({ code: "stage.falls" }));
    expect(reported(half, { percent: 30, on: "2026-03-04", note: "A roll was faulty" }).percent).toBe(30);
  });

  test("that is done is not reported done again, but can be reopened with a note", () => {
    const done = reported(first(plan()), { percent: 100, on: "2026-03-03" });

    expect(() => reported(done, { percent: 100, on: "2026-03-04" })).toThrow(expect.objectContaining({ code: "stage.done" }));
    expect(reported(done, { percent: 90, on: "2026-03-04", note: "Rework" })).not.toHaveProperty("finishedOn");
  });

  test("is late after its due date until it is done or skipped", () => {
    const stage = first(plan());

    expect(isLate(stage, stage.plannedDueOn)).toBe(false);
    expect(isLate(stage, "2099-01-01")).toBe(true);
    expect(isLate({ ...stage, revisedDueOn: "2099-02-01" }, "2099-01-01")).toBe(false);
    expect(isLate({ ...stage, state: "done" }, "2099-01-01")).toBe(false);
    expect(isLate({ ...stage, state: "skipped" }, "2099-01-01")).toBe(false);
  });
});

test("goods can be inspected when everything before the quality check is done or skipped", () => {
  const stages = plan();
  const made = stages.map((stage) => (stage.key === "quality" || stage.milestone === "packing" ? stage : { ...stage, state: "done" as const }));

  expect(readyForInspection(stages)).toBe(false);
  expect(readyForInspection(made)).toBe(true);
  expect(readyForInspection(stages.filter(({ key }) => key !== "quality").map((stage) => ({ ...stage, state: "skipped" as const })))).toBe(true);
});

describe("how late a stage is", () => {
  const stage = () => ({ ...first(plan()), plannedDueOn: "2026-03-05" });

  test.each<[string, Partial<Stage>, number]>([
    ["counts the days after its due date while it runs", { state: "active" }, 3],
    ["counts from the revised date when there is one", { state: "active", revisedDueOn: "2026-03-07" }, 1],
    ["is nothing before the due date", { state: "todo", revisedDueOn: "2026-03-20" }, 0],
    ["stays what it was when the stage was finished", { state: "done", finishedOn: "2026-03-06" }, 1],
    ["is measured today when nobody wrote down the finish", { state: "done" }, 3],
    ["does not count for a skipped stage", { state: "skipped" }, 0],
  ])("%s", (_name, change, days) => {
    expect(daysLate({ ...stage(), ...change }, "2026-03-08")).toBe(days);
  });
});

describe("the buyer's milestones", () => {
  const all = (change: Partial<Stage>) => plan().map((stage) => ({ ...stage, ...change }));

  test("follow the plan in order, end with its promise and match the schema", () => {
    const milestones = milestonesOf(planStages("knitwear", { quantity: 200, sample: true }, { startOn: "2026-03-02" }), "2026-03-02");

    expect(milestones.map(({ key }) => key)).toEqual(["sample", "materials", "making", "quality", "packing"]);
    expect(milestones.every((milestone) => Milestone.safeParse(milestone).success)).toBe(true);
    expect(milestonesOf(plan(), "2026-03-02").map(({ key }) => key)).toEqual(["materials", "making", "quality", "packing"]);
    expect(milestonesOf(plan(), "2026-03-02").at(-1)?.dueOn).toBe(promisedOn(plan()));
  });

  test.each<[string, Partial<Stage>]>([
    ["todo", { state: "todo" }],
    ["done", { state: "done", percent: 100 }],
    ["skipped", { state: "skipped" }],
    ["blocked", { state: "blocked" }],
    ["active", { state: "active", percent: 10 }],
  ])("are %s when their stages are", (state, change) => {
    expect(milestonesOf(all(change), "2026-03-02").every((milestone) => milestone.state === state)).toBe(true);
  });

  test("are under way while some of their stages are done, and late when one of them is", () => {
    const stages = plan().map((stage) => (stage.key === "knitting" ? { ...stage, state: "done" as const, percent: 100 } : stage));
    const making = milestonesOf(stages, "2099-01-01").find(({ key }) => key === "making");

    expect(making).toMatchObject({ state: "active", isLate: true });
    expect(making?.percent).toBeGreaterThan(0);
  });

  test("keep the day that was planned beside the one that is promised now, and are done on the day of their last stage", () => {
    const [planned] = milestonesOf(plan(), "2026-03-02");
    const later = milestonesOf(all({ revisedDueOn: "2027-01-07" }), "2026-03-02")[0];
    const done = milestonesOf(all({ state: "done", percent: 100, finishedOn: "2026-03-04" }), "2026-03-09")[0];

    expect(later).toMatchObject({ plannedOn: planned?.plannedOn, dueOn: "2027-01-07" });
    expect(done).toMatchObject({ finishedOn: "2026-03-04" });
    expect(planned?.finishedOn).toBeUndefined();
  });

  test("are due with their latest stage, also when an earlier one was revised past it", () => {
    const stages = plan().map((stage) => (stage.key === "knitting" ? { ...stage, revisedDueOn: "2026-12-31" } : stage));

    expect(milestonesOf(stages, "2026-03-02").find(({ key }) => key === "making")?.dueOn).toBe("2026-12-31");
  });
});
