import { expect, test } from "vitest";
import { only, verdicts } from "../../../../test/support/actors.ts";
import * as security from "../security/policy.ts";
import * as policy from "./policy.ts";

const everybody = ["visitor", "guest", "otherGuest", "link", "buyerOwner", "buyerMember", "buyerViewer", "otherBuyer"] as const;
const others = [...everybody, "supplierOwner", "supplierManager", "supplierFactory", "otherSupplier", "system"] as const;

test("the audit and the security events are read by admins; everybody else is told that they may not", () => {
  expect(verdicts(policy.read, {})).toEqual(only(["admin"], others));
  expect(verdicts(security.read, {})).toEqual(only(["admin"], others));
});
