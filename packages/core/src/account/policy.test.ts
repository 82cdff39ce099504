import { expect, test } from "vitest";
import { actors, BUYER, only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("a profile is its owner's and nobody else's", () => {
  expect(verdicts(policy.self, { userId: actors.buyerOwner.userId })).toEqual(only(["buyerOwner"]));
  expect(verdicts(policy.self, { userId: actors.admin.userId })).toEqual(only(["admin"]));
});

test("an organisation is read by its own office, and its floor learns only that it exists", () => {
  expect(verdicts(policy.readOrg, { orgId: BUYER })).toEqual(only(["buyerOwner", "buyerMember", "buyerViewer"]));
  expect(verdicts(policy.readOrg, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory"]));
});

test("only owners change the organisation and take seats away", () => {
  expect(verdicts(policy.manageOrg, { orgId: BUYER })).toEqual(only(["buyerOwner"], ["buyerMember", "buyerViewer"]));
  expect(verdicts(policy.manageOrg, { orgId: SUPPLIER })).toEqual(only(["supplierOwner"], ["supplierManager", "supplierFactory"]));
});
