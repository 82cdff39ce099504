import { expect, test } from "vitest";
import { actors, only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("an address book is its owner's and nobody else's, an admin's included", () => {
  expect(verdicts(policy.own, { userId: actors.buyerViewer.userId })).toEqual(only(["buyerViewer"]));
  expect(verdicts(policy.own, { userId: actors.admin.userId })).toEqual(only(["admin"]));
});
