import { expect, test } from "vitest";
import { BUYER, only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("open invitations are read by the organisation's own office", () => {
  expect(verdicts(policy.read, { orgId: BUYER })).toEqual(only(["buyerOwner", "buyerMember", "buyerViewer"]));
  expect(verdicts(policy.read, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory"]));
});

test("only owners offer seats and take offers back", () => {
  expect(verdicts(policy.manage, { orgId: BUYER })).toEqual(only(["buyerOwner"], ["buyerMember", "buyerViewer"]));
  expect(verdicts(policy.manage, { orgId: SUPPLIER })).toEqual(only(["supplierOwner"], ["supplierManager", "supplierFactory"]));
});

test("a seat is taken by somebody who is signed in as a customer", () => {
  const customers = [
    "buyerOwner",
    "buyerMember",
    "buyerViewer",
    "otherBuyer",
    "supplierOwner",
    "supplierManager",
    "supplierFactory",
    "otherSupplier",
  ] as const;

  expect(verdicts(policy.take, {})).toEqual(only(customers));
});
