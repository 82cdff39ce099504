import { beforeAll, describe, expect, test } from "vitest";
import { daysBetween } from "../kernel/days.ts";
import { fit, type Example } from "./fit.testing.ts";
import { forecast, type Standing, workingDaysBetween } from "./forecast.ts";
import { model } from "./forecast-model.ts";
import type { Stage } from "./model.ts";
import { overallPercent, planStages, promisedOn, reported } from "./plan.ts";
import { trialWorld, type World } from "./world.testing.ts";

const plan = planStages("casualwear", { quantity: 200 }, { startOn: "2026-06-01" });
const first = plan[0];
const standing = (part: Partial<Standing> = {}): Standing => ({
  family: "casualwear",
  stages: plan,
  today: "2026-05-31",
  holidays: [],
  history: {},
  ...part,
});
const likely = (part: Partial<Standing>) => forecast(standing(part), model);
const withFirst = (stage: Stage): readonly Stage[] => plan.map((one, index) => (index === 0 ? stage : one));

describe("working days", () => {
  test.each([
    ["2026-06-01", "2026-06-01", 0],
    ["2026-06-01", "2026-06-04", 3],
    ["2026-06-04", "2026-06-05", 0],
    ["2026-06-04", "2026-06-06", 1],
    ["2026-06-01", "2026-06-15", 12],
    ["2026-06-06", "2026-06-04", -1],
  ])("from %s to %s are %i, Fridays apart", (from, to, days) => {
    expect(workingDaysBetween(from, to, [])).toBe(days);
  });

  test("leave out holidays once, also where one falls on a Friday", () => {
    expect(workingDaysBetween("2026-06-01", "2026-06-15", ["2026-06-05", "2026-06-08", "2026-07-01"])).toBe(11);
  });
});

describe("a forecast", () => {
  test("names the promise, a likely day and a range around it, and the model it came from", () => {
    const found = likely({});

    expect(found).toMatchObject({ model: model.version, promisedOn: promisedOn(plan) });
    expect(found && found.earliestOn <= found.likelyOn && found.likelyOn <= found.latestOn).toBe(true);
  });

  test("is none where nothing is left", () => {
    expect(likely({ stages: plan.map((stage): Stage => ({ ...stage, state: "done", percent: 100 })) })).toBeUndefined();
  });

  test("is later for a supplier that is usually slow, and says so", () => {
    const slow = Object.fromEntries(plan.map(({ key }) => [key, { count: 20, sum: 20 }]));
    const found = likely({ history: slow });

    expect(found && found.likelyOn > (likely({})?.likelyOn ?? "")).toBe(true);
    expect(found?.causes[0]).toMatchObject({ what: "supplier" });
  });

  test("is later the longer nothing is heard of a stage, and says so", () => {
    if (!first) throw new Error("The plan is empty");
    const begun = reported(first, { percent: 50, on: "2026-06-02" });
    const soon = likely({ stages: withFirst(begun), today: "2026-06-03" });
    const late = likely({ stages: withFirst(begun), today: "2026-06-15" });

    expect(daysBetween(soon?.likelyOn ?? "", late?.likelyOn ?? "")).toBeGreaterThan(7);
    expect(late?.causes.map(({ what }) => what)).toEqual(expect.arrayContaining(["quiet", "stage"]));
  });

  test("counts the holidays on the way as a cause", () => {
    expect(likely({ holidays: ["2026-06-08", "2026-06-09"] })?.causes).toContainEqual({ what: "holidays", days: 2 });
  });
});

type Score = { readonly orders: number; readonly covered: number; readonly off: number; readonly planOff: number; readonly linearOff: number };
const none: Score = { orders: 0, covered: 0, off: 0, planOff: 0, linearOff: 0 };

/** Where the end lies if all goes on as it went so far. */
function linearOff({ standing: { stages, today }, doneOn }: Example): number {
  const [start, percent] = [stages[0]?.plannedStartOn ?? today, overallPercent(stages)];
  if (percent < 1) return Math.abs(daysBetween(promisedOn(stages), doneOn));
  return Math.abs(((daysBetween(start, today) + 1) * 100) / percent - daysBetween(start, doneOn) - 1);
}

function scored(sum: Score, example: Example): Score {
  const found = forecast(example.standing, model);
  if (!found) throw new Error("An order that is not done has no forecast");
  const isIn = found.earliestOn <= example.doneOn && example.doneOn <= found.latestOn;
  return {
    orders: sum.orders + 1,
    covered: sum.covered + (isIn ? 1 : 0),
    off: sum.off + Math.abs(daysBetween(found.likelyOn, example.doneOn)),
    planOff: sum.planOff + Math.abs(daysBetween(promisedOn(example.standing.stages), example.doneOn)),
    linearOff: sum.linearOff + linearOff(example),
  };
}

const scoreOf = (examples: readonly Example[]): Score => examples.reduce(scored, none);

describe("on simulated orders", () => {
  let trade: World = { training: [], heldOut: [] };
  beforeAll(() => {
    trade = trialWorld();
  }, 120_000);

  test("the shipped model is the one that is fitted to the training part", () => {
    expect(JSON.parse(JSON.stringify(fit(trade.training, model.version)))).toEqual(JSON.parse(JSON.stringify(model)));
  }, 120_000);

  test("held out, four of five end within the range, in every family, and the likely day is nearer than the plan and than going on as before", () => {
    const families = Map.groupBy(trade.heldOut, (one) => one.standing.family);
    const rows = [...families, ["all", trade.heldOut] as const].map(([name, examples]) => ({ name, ...scoreOf(examples) }));

    for (const { name, orders, covered, off, planOff, linearOff: lineOff } of rows) {
      const mean = (sum: number) => (sum / orders).toFixed(1);
      const share = (covered / orders) * 100;
      process.stdout.write(
        `${name}: ${orders} looks, ${share.toFixed(1)} % in the 80 % range; off by ${mean(off)} days (plan ${mean(planOff)}, linear ${mean(lineOff)})\n`,
      );
      expect(share, name).toBeGreaterThanOrEqual(75);
      expect(share, name).toBeLessThanOrEqual(85);
      expect(off, name).toBeLessThan(planOff);
      expect(off, name).toBeLessThan(lineOff);
    }
    expect(new Set(trade.heldOut.map(({ stages }) => stages)).size).toBe(1_000);
  }, 120_000);
});
