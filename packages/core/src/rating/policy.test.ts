import { expect, test } from "vitest";
import { BUYER, only, OTHER_SUPPLIER, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

const subject = { order: { ownerId: BUYER, supplierId: SUPPLIER } };
const buyers = ["buyerOwner", "buyerMember"] as const;
const office = ["supplierOwner", "supplierManager"] as const;

test("a rating is given by those who act for the buyer, in sight of every party", () => {
  expect(verdicts(policy.give, subject)).toEqual(only(buyers, ["buyerViewer", ...office, "supplierFactory", "admin"]));
});

test("it is answered by the office of the supplier that made the order", () => {
  expect(verdicts(policy.reply, subject)).toEqual(only(office, [...buyers, "buyerViewer", "supplierFactory", "admin"]));
  expect(verdicts(policy.reply, { order: { ...subject.order, supplierId: OTHER_SUPPLIER } })).toMatchObject(
    only(["otherSupplier"], [...buyers, "buyerViewer", "admin"]),
  );
});

test("it is read by the parties, and its words are decided about by the platform", () => {
  expect(verdicts(policy.read, subject)).toEqual(only([...buyers, "buyerViewer", ...office, "admin"], ["supplierFactory"]));
  expect(verdicts(policy.moderate, subject)).toEqual(only(["admin"], [...buyers, "buyerViewer", ...office, "supplierFactory"]));
});

test("ratings of a supplier that is not verified are nobody's to read", () => {
  expect(policy.browse.see(undefined as never, { verification: "verified" })).toBe(true);
  expect(policy.browse.see(undefined as never, { verification: "suspended" })).toBe(false);
});
