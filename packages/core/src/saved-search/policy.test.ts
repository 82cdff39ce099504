import { expect, test } from "vitest";
import { actors, only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test.each(["buyerOwner", "buyerMember", "buyerViewer"] as const)("a %s keeps searches of their own, and nobody else sees them", (name) => {
  expect(verdicts(policy.own, { userId: actors[name].userId })).toEqual(only([name]));
});

test.each(["supplierOwner", "admin"] as const)("a %s keeps none", (name) => {
  expect(verdicts(policy.own, { userId: actors[name].userId })).toEqual(only([], [name]));
});

test("whoever holds a mail may stop it, and only the worker writes mails", () => {
  expect(verdicts(policy.stop, {})).toMatchObject({ visitor: "yes", guest: "yes", buyerOwner: "yes", system: "forbidden" });
  expect(verdicts(policy.work, {})).toEqual(only(["system"]));
});
