import { expect, test } from "vitest";
import { only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("an application is written by the supplier's own office, not by its floor and not by the platform", () => {
  expect(verdicts(policy.write, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory"]));
});

test("an application is read by the supplier's office and the platform", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager", "admin"], ["supplierFactory"]));
});

test("only the platform lists and decides, and nobody else learns that there is something to decide", () => {
  expect(verdicts(policy.decide, { orgId: SUPPLIER })).toEqual(only(["admin"]));
});

test("what follows from a suspension is done by workers", () => {
  expect(verdicts(policy.work, { orgId: SUPPLIER })).toEqual(only(["system"]));
});
