import { expect, test } from "vitest";
import { only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("everybody computes with the book in force", () => {
  expect(new Set(Object.values(verdicts(policy.inForce, {})))).toEqual(new Set(["yes"]));
});

test("only an administrator sees which books there are", () => {
  const { admin, ...others } = verdicts(policy.list, {});

  expect(admin).toBe("yes");
  expect(new Set(Object.values(others))).toEqual(new Set(["forbidden"]));
});

test("to everybody else than an administrator a book that is not in force does not exist", () => {
  expect(verdicts(policy.manage, {})).toEqual(only(["admin"]));
});
