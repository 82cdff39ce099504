import { expect, test } from "vitest";
import { only, SUPPLIER, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

const office = ["supplierOwner", "supplierManager"] as const;

test("a listing's figures are for its supplier's office and the platform, and hidden from everybody else", () => {
  expect(verdicts(policy.read, { orgId: SUPPLIER })).toEqual(only([...office, "admin"], ["supplierFactory"]));
});

test("every supplier's office reads its own month", () => {
  const yes = Object.entries(verdicts(policy.list, {})).flatMap(([name, verdict]) => (verdict === "yes" ? [name] : []));

  expect(yes).toEqual([...office, "otherSupplier"]);
});

test("anybody who looks may be counted, and only the worker counts what happened", () => {
  expect(verdicts(policy.note, {})).toMatchObject({
    visitor: "yes",
    guest: "yes",
    link: "yes",
    buyerViewer: "yes",
    admin: "yes",
    system: "forbidden",
  });
  expect(verdicts(policy.work, {})).toEqual(only(["system"]));
});
