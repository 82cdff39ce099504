import { expect, test } from "vitest";
import type { FileOutcome } from "./run.ts";
import { faultOfControl, verdictOf } from "./verdict.ts";

const passed = { name: "one", state: "passed" } as const;
const failed = { name: "two", state: "failed", error: "expected 401" } as const;
const waiting = { name: "three", state: "not run" } as const;

const outcomes: readonly (readonly [string, FileOutcome, ReturnType<typeof verdictOf>, string | undefined])[] = [
  [
    "a failed test catches, by its name and what it says",
    { tests: [passed, failed, waiting], broken: [] },
    { kind: "caught", test: "two", error: "expected 401" },
    "two: expected 401",
  ],
  ["tests that all pass let it survive", { tests: [passed, waiting], broken: [] }, { kind: "survived" }, undefined],
  [
    "a hook that fails catches nothing",
    { tests: [passed, waiting], broken: ["no stage"] },
    { kind: "unclear", why: "no test failed, but what surrounds them: no stage" },
    "no stage",
  ],
  ["a file whose tests did not run says nothing", { tests: [waiting], broken: [] }, { kind: "unclear", why: "no test ran" }, "no test ran"],
];

test.each(outcomes)("%s", (_name, outcome, verdict, fault) => {
  expect(verdictOf(outcome)).toEqual(verdict);
  expect(faultOfControl(outcome)).toBe(fault);
});
