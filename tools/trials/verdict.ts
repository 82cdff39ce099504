import type { FileOutcome } from "./run.ts";

/** What a run says about something that was taken away or broken. Only a failed test catches it; what fails around the tests proves nothing. */
export type Verdict =
  | { readonly kind: "caught"; readonly test: string; readonly error: string }
  | { readonly kind: "survived" }
  | { readonly kind: "unclear"; readonly why: string };

/** Judges one run of a file. */
export function verdictOf({ tests, broken }: FileOutcome): Verdict {
  const failed = tests.find(({ state }) => state === "failed");
  if (failed) return { kind: "caught", test: failed.name, error: failed.error ?? "" };
  if (broken.length > 0) return { kind: "unclear", why: `no test failed, but what surrounds them: ${broken[0]}` };
  return tests.some(({ state }) => state === "passed") ? { kind: "survived" } : { kind: "unclear", why: "no test ran" };
}

/** Why the same tests on an unchanged tree say nothing about a changed one; undefined when they all pass. */
export function faultOfControl({ tests, broken }: FileOutcome): string | undefined {
  const failed = tests.find(({ state }) => state === "failed");
  if (failed) return `${failed.name}: ${failed.error}`;
  if (broken.length > 0) return broken[0];
  return tests.some(({ state }) => state === "passed") ? undefined : "no test ran";
}
