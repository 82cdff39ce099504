import { describe, expect, test } from "vitest";
import { defineProcess, type ProcessSpec, type Step } from "./process.ts";

type Status = "open" | "busy" | "held" | "done";
const all: readonly Status[] = ["open", "busy", "held", "done"];
const by = ["admin"] as const;

const steps = {
  start: { from: ["open"], to: "busy", by, timer: "remind" },
  finish: { from: ["busy"], to: "done", by, stops: ["remind"] },
  hold: { from: ["busy"], to: "held", by },
  resume: { from: ["held"], to: "resume", by },
} as const satisfies Record<string, Step<Status>>;

const faultsOf = (changed: Readonly<Record<string, Step<Status>>>): string[] => {
  const spec: ProcessSpec<Status, string> = { noun: "job", initial: "open", final: ["done"], steps: changed };
  return defineProcess(spec).validate(all);
};

describe("the validator", () => {
  test("finds nothing wrong with a sound process", () => {
    expect(faultsOf(steps)).toEqual([]);
  });

  test("names a state that cannot be reached", () => {
    expect(faultsOf({ ...steps, hold: { ...steps.hold, to: "busy" } })).toContain("held cannot be reached");
  });

  test("names a state that leads nowhere", () => {
    const { resume: _resume, ...without } = steps;

    expect(faultsOf(without)).toEqual(["held cannot end"]);
  });

  test("names a clock that nobody stops", () => {
    expect(faultsOf({ ...steps, finish: { from: ["busy"], to: "done", by } })).toEqual(["timer remind is never stopped"]);
  });

  test("a resume without a hold leads nowhere", () => {
    const { hold: _hold, ...without } = steps;

    expect(faultsOf(without)).toEqual(["held cannot be reached", "held cannot end"]);
  });
});

test("a step is taken only from its own statuses, and a held record returns to where it was", () => {
  const process = defineProcess<Status, keyof typeof steps>({ noun: "job", initial: "open", final: ["done"], steps });

  expect(process.can("open", "start")).toBe(true);
  expect(process.can("busy", "start")).toBe(false);
  expect(process.next("open", "start")).toBe("busy");
  expect(process.next("held", "resume", "busy")).toBe("busy");
  expect(() => process.next("held", "resume")).toThrow(expect.objectContaining({ code: "job.transition" }));
  expect(() => process.next("done", "start")).toThrow(expect.objectContaining({ code: "job.transition" }));
});
