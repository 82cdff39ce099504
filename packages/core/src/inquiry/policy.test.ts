import { expect, test } from "vitest";
import { BUYER, only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

const inquiry = { ownerId: BUYER, supplierId: SUPPLIER };
const buyers = ["buyerOwner", "buyerMember"] as const;
const office = ["supplierOwner", "supplierManager"] as const;
const onlookers = ["buyerViewer", "supplierFactory", "admin"] as const;

test("a thread is read by both sides and the platform, but not on the floor", () => {
  expect(verdicts(policy.read, inquiry)).toEqual(only([...buyers, ...office, "buyerViewer", "admin"], ["supplierFactory"]));
});

test("both sides write in it; who only looks on does not", () => {
  expect(verdicts(policy.write, inquiry)).toEqual(only([...buyers, ...office], onlookers));
});

test("only the supplier's office makes an offer", () => {
  expect(verdicts(policy.offer, inquiry)).toEqual(only(office, [...buyers, ...onlookers]));
});

test("only a buyer who may act takes one", () => {
  expect(verdicts(policy.convert, inquiry)).toEqual(only(buyers, [...office, ...onlookers]));
});

test("asking is for buyers who are signed in and may act, lists for everybody who reads threads", () => {
  const mayDo = (all: object) => Object.entries(all).flatMap(([name, verdict]) => (verdict === "yes" ? [name] : []));

  expect(mayDo(verdicts(policy.ask, {}))).toEqual(["buyerOwner", "buyerMember", "otherBuyer"]);
  expect(mayDo(verdicts(policy.list, {}))).toEqual([...buyers, "buyerViewer", "otherBuyer", ...office, "otherSupplier"]);
});
