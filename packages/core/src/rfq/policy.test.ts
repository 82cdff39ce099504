import { expect, test } from "vitest";
import { BUYER, only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

const rfq = { ownerId: BUYER };
const request = { supplierId: SUPPLIER };
const buyers = ["buyerOwner", "buyerMember"] as const;
const office = ["supplierOwner", "supplierManager"] as const;

test("every bid is read by the buyer's people and the platform, and by no supplier", () => {
  expect(verdicts(policy.read, rfq)).toEqual(only([...buyers, "buyerViewer", "admin"]));
});

test("only a buyer who may act counters, awards or calls off", () => {
  expect(verdicts(policy.decide, rfq)).toEqual(only(buyers, ["buyerViewer", "admin"]));
});

test("only the platform asks one more supplier", () => {
  expect(verdicts(policy.invite, rfq)).toEqual(only(["admin"], [...buyers, "buyerViewer"]));
});

test("an invited supplier's side is its own office's", () => {
  expect(verdicts(policy.readRequest, request)).toEqual(only(office, ["supplierFactory"]));
});

test("asking is for buyers who may act, the two lists for those whose they are", () => {
  const mayDo = (all: object) => Object.entries(all).flatMap(([name, verdict]) => (verdict === "yes" ? [name] : []));

  expect(mayDo(verdicts(policy.open, {}))).toEqual([...buyers, "otherBuyer"]);
  expect(mayDo(verdicts(policy.list, {}))).toEqual([...buyers, "buyerViewer", "otherBuyer", "admin"]);
  expect(mayDo(verdicts(policy.listRequests, {}))).toEqual([...office, "otherSupplier"]);
});
