import { expect, test } from "vitest";
import { type RunModule, tally } from "./test-tally.ts";

const ran = (states: readonly string[], more: { readonly errors?: number; readonly suiteErrors?: number } = {}): RunModule => ({
  errors: () => Array.from({ length: more.errors ?? 0 }, () => "broken"),
  children: {
    allTests: () => states.map((state) => ({ result: () => ({ state }) })),
    allSuites: () => [{ errors: () => Array.from({ length: more.suiteErrors ?? 0 }, () => "hook") }],
  },
});

test.each([
  ["every test is counted by itself", [ran(["passed", "passed"]), ran(["passed", "failed"])], 0, { passed: 3, failed: 1 }],
  ["a skipped or unfinished test counts as failed", [ran(["passed", "skipped", "pending"])], 0, { passed: 1, failed: 2 }],
  ["a file that cannot be loaded counts as one failure", [ran([], { errors: 1 })], 0, { passed: 0, failed: 1 }],
  [
    "tests whose hook failed are skipped by vitest and counted once each",
    [ran(["skipped", "skipped"], { suiteErrors: 1 })],
    0,
    { passed: 0, failed: 2 },
  ],
  ["a hook that fails after its tests passed counts as one failure", [ran(["passed"], { suiteErrors: 1 })], 0, { passed: 1, failed: 1 }],
  ["an error outside every test counts", [ran(["passed"])], 1, { passed: 1, failed: 1 }],
] as const)("%s", (_name, modules, unhandled, expected) => {
  expect(tally(modules, unhandled)).toEqual(expected);
});
