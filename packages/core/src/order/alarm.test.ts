import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/days.ts";
import { planStages, reported } from "../production/plan.ts";
import { type Alarm, alarmOf, type Watched, watched } from "./alarm.ts";
import { Status } from "./model.ts";
import { process } from "./process.ts";

const TODAY = "2026-06-08";
const plan = planStages("casualwear", { quantity: 200 }, { startOn: TODAY });
const [first] = plan;
const order = (status: Status, part: Partial<Watched> = {}): Watched => ({ status, movedAt: `${TODAY}T08:00:00.000Z`, stages: plan, ...part });
const after = (days: number) => addDays(TODAY, days);

describe("a paid order", () => {
  test.each([
    ["deposit_paid", {}, 1, undefined],
    ["deposit_paid", {}, 2, ["unassigned", "admin"]],
    ["offered", {}, 4, undefined],
    ["offered", {}, 5, ["unanswered", "admin"]],
    ["accepted", { stages: [] }, 0, ["unplanned", "admin"]],
    ["in_production", {}, 4, undefined],
    ["in_production", {}, 8, ["silent", "supplier"]],
    ["sampling", { guardMet: true }, 4, undefined],
    ["sampling", { guardMet: true }, 5, ["undecided", "buyer"]],
    ["inspection", {}, 4, ["uninspected", "supplier"]],
    ["inspection", { guardMet: true }, 4, ["undecided", "buyer"]],
    ["ready", {}, 2, ["uninvoiced", "admin"]],
    ["awaiting_balance", {}, 30, undefined],
    ["awaiting_balance", { guardMet: true }, 4, ["unshipped", "supplier"]],
    ["on_hold", {}, 8, ["held", "admin"]],
    ["shipped", {}, 30, undefined],
  ] as const)("that is %s with %j has after %i days the alarm %j", (status, part, days, expected) => {
    const alarm = alarmOf(order(status, part), undefined, after(days));

    expect(alarm && [alarm.cause, alarm.owner]).toEqual(expected);
  });

  test("is late when the stage under way is, though somebody just spoke of it", () => {
    if (!first) throw new Error("The plan is empty");
    const late = { ...reported(first, { percent: 50, on: TODAY }), plannedDueOn: TODAY };

    expect(alarmOf(order("in_production", { stages: [late, ...plan.slice(1)] }), undefined, after(1))).toMatchObject({ cause: "late", level: 1 });
  });

  test("has in the end an alarm with an owner wherever nothing happens any more", () => {
    for (const status of watched.filter((one) => one !== "awaiting_balance")) {
      for (const stages of [plan, []]) expect(alarmOf(order(status, { stages }), undefined, after(60)), status).toBeDefined();
    }
  });

  test("is watched in every status between the deposit and the shipment", () => {
    const paid = Status.options.filter((status) => !["awaiting_deposit", "shipped", "delivered", "claimed", ...process.final].includes(status));

    expect([...watched].toSorted()).toEqual([...paid].toSorted());
  });
});

describe("an alarm", () => {
  const silent = (level: number): Alarm => ({ cause: "silent", owner: "supplier", level, since: after(8) });

  test.each([
    [8, 1],
    [9, 1],
    [10, 2],
    [11, 2],
    [12, 3],
    [40, 3],
  ])("on day %i is at level %i", (days, level) => {
    expect(alarmOf(order("in_production", { movedAt: `${after(0)}T08:00:00.000Z` }), silent(1), after(days))?.level).toBe(level);
  });

  test("begins anew with another cause, and ends with a word from the floor", () => {
    expect(alarmOf(order("deposit_paid"), silent(3), after(12))).toMatchObject({ cause: "unassigned", level: 1, since: after(12) });
    expect(alarmOf(order("in_production", { movedAt: `${after(12)}T08:00:00.000Z` }), silent(3), after(12))).toBeUndefined();
  });

  test("about what the buyer has to do stays a reminder", () => {
    const before: Alarm = { cause: "undecided", owner: "buyer", level: 1, since: after(5) };

    expect(alarmOf(order("sampling", { guardMet: true }), before, after(20))).toMatchObject({ level: 1, since: after(5) });
  });
});
