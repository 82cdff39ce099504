import { expect, test } from "vitest";
import { only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("where a supplier is paid is said by its owner alone, neither by its office nor by the platform", () => {
  expect(verdicts(policy.write, { orgId: SUPPLIER })).toEqual(only(["supplierOwner"], ["supplierManager", "supplierFactory"]));
});

test("where a supplier is paid is read, masked, by its office and not by its floor", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER })).toEqual(only(["supplierOwner", "supplierManager"], ["supplierFactory"]));
});

test("the whole account is shown to the platform's people, and nobody else learns that there is one", () => {
  expect(verdicts(policy.reveal, { orgId: SUPPLIER })).toEqual(only(["admin"]));
});
