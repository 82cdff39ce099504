import { expect, test } from "vitest";
import { only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("a stage's photo is watched by everybody of the supplier, its floor too", () => {
  const everybody = ["supplierOwner", "supplierManager", "supplierFactory"] as const;

  expect(verdicts(policy.read, { orgId: SUPPLIER, purpose: "stage" })).toEqual(only(everybody));
});

test("a listing's picture is watched by the supplier's office, not by its floor", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER, purpose: "product" })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory"]));
});

test("only a worker decides about a picture", () => {
  expect(verdicts(policy.settle, {})).toEqual(only(["system"]));
});
