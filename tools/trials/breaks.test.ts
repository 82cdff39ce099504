import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../source.ts";
import { breaks, controlsFor, testsFor } from "./breaks.ts";
import { placeOf } from "./edit.ts";

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

test.each(breaks.map((one) => [one.name, one] as const))("%s: its place is still there, once", (_name, one) => {
  const text = textOf(one.file);

  expect(placeOf(one, text).broken).not.toBe(text);
});

test("each break has a name of its own", () => {
  expect(new Set(breaks.map(({ name }) => name)).size).toBe(breaks.length);
});

test("a break is tried by the one test that names it, and all those of a file are shown to pass in one run", () => {
  const one = { name: "n", file: "a.ts", find: "x", replace: "y", caughtIn: "a.test.ts", by: "is done (once)" };

  expect(testsFor(one)).toEqual({ file: "a.test.ts", named: "is done \\(once\\)" });
  expect(controlsFor([one, { ...one, by: "is paid" }, { ...one, caughtIn: "b.test.ts" }])).toEqual([
    { file: "a.test.ts", named: "is done \\(once\\)|is paid" },
    { file: "b.test.ts", named: "is done \\(once\\)" },
  ]);
});

describe("the place of a break", () => {
  const edit = { file: "a.ts", find: "a < b", replace: "a > b" };

  test("is changed and nothing else", () => {
    expect(placeOf(edit, "if (a < b) stop();")).toEqual({ broken: "if (a > b) stop();" });
  });

  test("that is gone, or no longer the only one, is told by file and text", () => {
    expect(() => placeOf(edit, "if (a <= b) stop();")).toThrow("a.ts has nothing like this any more: a < b");
    expect(() => placeOf(edit, "a < b && a < b")).toThrow("a.ts has this more than once: a < b");
  });
});
