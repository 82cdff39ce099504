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

test("a seat is its holder's to give back", () => {
  expect(verdicts(policy.ownSeat, { userId: actors.buyerViewer.userId, orgId: BUYER })).toEqual(only(["buyerViewer"]));
  expect(verdicts(policy.ownSeat, { userId: actors.buyerViewer.userId, orgId: SUPPLIER })).toEqual(only([]));
});

test("who there is and who is shut out is the platform's to know and to decide", () => {
  const everybody = Object.keys(actors).filter((name): name is keyof typeof actors => name !== "admin");
  expect(verdicts(policy.oversee, {})).toEqual(only(["admin"]));
  expect(verdicts(policy.overseeLists, {})).toEqual(only(["admin"], everybody));
});

test("what follows from a decision is done by workers", () => {
  expect(verdicts(policy.work, {})).toEqual(only(["system"]));
});
