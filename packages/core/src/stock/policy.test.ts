import { expect, test } from "vitest";
import { only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as order from "../order/policy.ts";
import * as policy from "./policy.ts";

const everybody = ["visitor", "guest", "otherGuest", "link", "buyerOwner", "buyerMember", "buyerViewer", "otherBuyer"] as const;
const trade = ["supplierOwner", "supplierManager", "supplierFactory", "otherSupplier", "admin", "system"] as const;

test("a supplier's office counts its stock; its floor and the platform only know of it", () => {
  expect(verdicts(policy.write, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory", "admin"]));
});

test("the office and the platform read what is held and free", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager", "admin"], ["supplierFactory"]));
});

test("what can be bought is for everybody to see", () => {
  expect(verdicts(policy.browse, {})).toEqual(only([...everybody, ...trade]));
});

test("people of a buyer who may act order from stock; everybody else finds the listing and may not", () => {
  expect(verdicts(order.place, {})).toEqual(only(["buyerOwner", "buyerMember", "otherBuyer"], [...everybody, ...trade]));
});

test("only the system ends a hold", () => {
  const subject = { order: { ownerId: "another", supplierId: undefined } };

  expect(verdicts(order.expire, subject)).toEqual(only(["system"], ["admin"]));
});
