import { describe, expect, test } from "vitest";
import { verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";
import { process, stepTo } from "./process.ts";
import { Stage } from "./model.ts";
import { isLate, priorityOf, temperatureOf } from "./rules.ts";

const now = "2026-11-20T09:00:00.000Z";
const daysAgo = (days: number) => new Date(new Date(now).getTime() - days * 86_400_000).toISOString();

describe("the priority", () => {
  test.each([
    [100, 0, "low"],
    [501, 0, "medium"],
    [1_001, 0, "high"],
    [100, 1.1, "medium"],
    [100, 3.1, "high"],
  ] as const)("of %i pieces asked for %d days ago is %s as the table says", (quantity, days, priority) => {
    expect(priorityOf({ quantity, requestedAt: daysAgo(days) }, now)).toBe(priority);
  });
});

describe("the warmth", () => {
  test.each([
    [7, "hot"],
    [8, "warm"],
    [31, "cold"],
  ] as const)("after %i quiet days is %s", (days, warmth) => {
    expect(temperatureOf({ requestedAt: daysAgo(days) }, now)).toBe(warmth);
  });

  test("is what an administrator said", () => {
    expect(temperatureOf({ temperature: "cold", requestedAt: now }, now)).toBe("cold");
  });
});

test("an answer is late once its time is over, unless somebody answered or the lead has ended", () => {
  const lead = { stage: "new" as const, respondBy: daysAgo(1) };

  expect(isLate(lead, now)).toBe(true);
  expect(isLate({ ...lead, respondBy: now }, now)).toBe(false);
  expect(isLate({ ...lead, respondedAt: daysAgo(2) }, now)).toBe(false);
  expect(isLate({ ...lead, stage: "lost" }, now)).toBe(false);
});

test("every stage has the step that leads to it", () => {
  expect(Stage.options.map((stage) => process.steps[stepTo[stage]].to)).toEqual(Stage.options);
});

test("who has proven an address or acts for a buyer asks; the pipeline is the platform's, and mails are stopped by their holder", () => {
  const may = (one: Parameters<typeof verdicts<object>>[0]) =>
    Object.entries(verdicts(one, {})).flatMap(([name, verdict]) => (verdict === "yes" ? [name] : []));

  expect(may(policy.submit)).toEqual(["guest", "otherGuest", "buyerOwner", "buyerMember", "otherBuyer"]);
  expect([may(policy.work), may(policy.list)]).toEqual([["admin"], ["admin"]]);
  expect(verdicts(policy.work, {})).toMatchObject({ buyerOwner: "hidden", visitor: "hidden" });
  expect(verdicts(policy.stop, {})).toMatchObject({ visitor: "yes", system: "forbidden" });
});
