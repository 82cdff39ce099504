import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, isWorkingDay } from "../kernel/days.ts";
import { runs } from "../testing.ts";
import { planStages, promisedOn } from "./plan.ts";
import { revised } from "./revise.ts";

const plan = planStages("casualwear", { quantity: 200 }, { startOn: "2026-06-01" });
const move = (part: Partial<Parameters<typeof revised>[1]>) =>
  revised(plan, { position: 3, dueOn: "2026-06-20", reason: "The cloth is dyed again", today: "2026-06-01", holidays: [], ...part });
const due = (stages: readonly (typeof plan)[number][]) => stages.map(({ revisedDueOn, plannedDueOn }) => revisedDueOn ?? plannedDueOn);

test("moves the stage and what comes after it, with the reason, and leaves the promise as it was", () => {
  const stages = move({});

  expect(stages.slice(0, 2)).toEqual(plan.slice(0, 2));
  expect(stages[2]).toMatchObject({ revisedDueOn: "2026-06-20", revisionReason: "The cloth is dyed again", plannedDueOn: plan[2]?.plannedDueOn });
  expect(promisedOn(stages) > promisedOn(plan)).toBe(true);
  expect(stages.map(({ plannedDueOn }) => plannedDueOn)).toEqual(plan.map(({ plannedDueOn }) => plannedDueOn));
});

test("moves nothing that is done", () => {
  const stages = revised(
    plan.map((stage) => (stage.position === 4 ? { ...stage, state: "done" as const } : stage)),
    { position: 3, dueOn: "2026-06-20", reason: "Late cloth", today: "2026-06-01", holidays: [] },
  );

  expect(stages[3]?.revisedDueOn).toBeUndefined();
  expect(stages[4]?.revisedDueOn).toBeDefined();
});

test.each([
  ["a day that is over", { dueOn: "2026-05-31" }, "stage.past"],
  ["a Friday", { dueOn: "2026-06-19" }, "stage.rest"],
  ["the day it is due already", { dueOn: plan[2]?.plannedDueOn ?? "" }, "stage.same"],
])("refuses %s", (_name, part, code) => {
  expect(() => move(part)).toThrow(expect.objectContaining({ code }));
});

test("whatever day a stage is moved to, the plan stays in order, on working days, and not before today (500 cases)", () => {
  const holidays = ["2026-06-23", "2026-06-24"];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: plan.length }), fc.integer({ min: 0, max: 90 }), (position, days) => {
      const dueOn = addDays("2026-06-01", days);
      fc.pre(isWorkingDay(dueOn, holidays));
      fc.pre(dueOn !== plan[position - 1]?.plannedDueOn);
      const stages = move({ position, dueOn, holidays });
      const after = due(stages).slice(position - 1);

      expect(after).toEqual(after.toSorted());
      expect(after.every((on) => on >= "2026-06-01")).toBe(true);
      if (dueOn > (plan[position - 1]?.plannedDueOn ?? "")) expect(after.slice(1).every((on) => isWorkingDay(on, holidays))).toBe(true);
    }),
    runs(500),
  );
});
