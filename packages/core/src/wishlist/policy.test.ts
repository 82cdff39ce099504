import { expect, test } from "vitest";
import { actors, only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test.each(["buyerOwner", "buyerMember", "buyerViewer"] as const)("a %s keeps lists of their own, and nobody else sees them", (name) => {
  expect(verdicts(policy.own, { userId: actors[name].userId })).toEqual(only([name]));
});

test.each(["supplierOwner", "supplierFactory", "admin"] as const)("a %s keeps none", (name) => {
  expect(verdicts(policy.own, { userId: actors[name].userId })).toEqual(only([], [name]));
});

test("a link is for whoever holds it", () => {
  expect(new Set(Object.values(verdicts(policy.holder, {})))).toEqual(new Set(["yes"]));
});
