import { expect, test } from "vitest";
import { actors, only, verdicts } from "../../../../test/support/actors.ts";
import type { System } from "../kernel/actor.ts";
import * as policy from "./policy.ts";

test("that there are administrators everybody may know, who they are only they themselves", () => {
  const everybody = Object.keys(actors).filter((name): name is keyof typeof actors => name !== "admin");
  expect(verdicts(policy.list, {})).toEqual(only(["admin"], everybody));
});

test("the role is the administrators' to ask for and to withdraw, and nobody else learns of it", () => {
  expect(verdicts(policy.manage, {})).toEqual(only(["admin"]));
});

test("another administrator than who asked confirms", () => {
  expect(verdicts(policy.confirm, { askedBy: "somebody else", hasOneAdmin: false })).toEqual(only(["admin"]));
  expect(verdicts(policy.confirm, { askedBy: actors.admin.userId, hasOneAdmin: true })).toEqual(only([], ["admin"]));
});

test("an operator's command confirms as long as there is one administrator, and no other part of the system does", () => {
  const operator: System = { type: "system", cause: "operator:confirm-admin" };
  expect(policy.confirm.see(operator, { askedBy: "first", hasOneAdmin: true })).toBe(true);
  expect(policy.confirm.act(operator, { askedBy: "first", hasOneAdmin: true })).toBe(true);
  expect(policy.confirm.act(operator, { askedBy: "first", hasOneAdmin: false })).toBe(false);
  expect(policy.confirm.see(actors.system, { askedBy: "first", hasOneAdmin: true })).toBe(false);
});
