import { Status } from "@sleekapp/core/order/model";
import { describe, expect, test } from "vitest";
import { phasesOf } from "./order-phases.ts";

const states = (status: Status, percent = 0) => phasesOf({ status, percent }).map((phase) => phase.state);

describe("the phases of an order", () => {
  test.each([
    ["awaiting_deposit", ["active", "todo", "todo", "todo", "todo", "todo"]],
    ["offered", ["done", "active", "todo", "todo", "todo", "todo"]],
    ["in_production", ["done", "done", "active", "todo", "todo", "todo"]],
    ["awaiting_balance", ["done", "done", "done", "done", "active", "todo"]],
    ["shipped", ["done", "done", "done", "done", "done", "active"]],
    ["claimed", ["done", "done", "done", "done", "done", "done"]],
    ["delivered", ["done", "done", "done", "done", "done", "done"]],
    ["completed", ["done", "done", "done", "done", "done", "done"]],
    ["cancelled", ["skipped", "skipped", "skipped", "skipped", "skipped", "skipped"]],
  ] as const)("of one that is %s", (status, expected) => {
    expect(states(status)).toEqual(expected);
  });

  test.each(Status.options)("have at most one in progress while it is %s", (status) => {
    expect(states(status, 40).filter((state) => state === "active" || state === "blocked").length).toBeLessThanOrEqual(1);
  });

  test("show the percent of making and of nothing else", () => {
    const percents = phasesOf({ status: "in_production", percent: 40 }).map((phase) => phase.percent);

    expect(percents).toEqual([undefined, undefined, 40, undefined, undefined, undefined]);
  });

  test("are blocked where a held order is known to stand", () => {
    expect(states("on_hold", 0)).toEqual(["done", "blocked", "todo", "todo", "todo", "todo"]);
    expect(states("on_hold", 40)).toEqual(["done", "done", "blocked", "todo", "todo", "todo"]);
    expect(states("on_hold", 100)).toEqual(["done", "done", "done", "blocked", "todo", "todo"]);
  });
});
