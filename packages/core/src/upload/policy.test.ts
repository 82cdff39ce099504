import { expect, test } from "vitest";
import { actors, idOf, only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("a stage's photo is watched by everybody of the supplier, its floor too", () => {
  const everybody = ["supplierOwner", "supplierManager", "supplierFactory"] as const;

  expect(verdicts(policy.read, { orgId: SUPPLIER, purpose: "stage", subjectId: idOf("ord", "1") })).toEqual(only(everybody));
});

test("a listing's picture is watched by the supplier's office, not by its floor", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER, purpose: "product", subjectId: idOf("prd", "1") })).toEqual(
    only(["supplierOwner", "supplierManager"], ["supplierFactory"]),
  );
});

test("a person's own picture is watched by that person alone, whatever organisation they act for", () => {
  const ofViewer = { orgId: SUPPLIER, purpose: "avatar", subjectId: actors.buyerViewer.userId } as const;

  expect(verdicts(policy.read, ofViewer)).toEqual(only(["buyerViewer"]));
  expect(verdicts(policy.read, { ...ofViewer, subjectId: actors.admin.userId })).toEqual(only(["admin"]));
});

test("only a worker decides about a picture", () => {
  expect(verdicts(policy.settle, {})).toEqual(only(["system"]));
});
