import { expect, test } from "vitest";
import { actors, verdicts } from "../../../../test/support/actors.ts";
import type { Policy } from "../kernel/action.ts";
import * as policy from "./policy.ts";

const allowed = (of: Policy<object>): readonly string[] => Object.keys(actors).filter((name) => Object(verdicts(of, {}))[name] === "yes");

test.each<[string, Policy<object>, readonly string[]]>([
  ["buyers and the platform read what others pay", policy.benchmark, ["buyerOwner", "buyerMember", "buyerViewer", "otherBuyer", "admin"]],
  ["a supplier's office reads how it stands, not its floor", policy.position, ["supplierOwner", "supplierManager", "otherSupplier"]],
  ["the platform reads and keeps the rest", policy.oversee, ["admin"]],
  ["workers count", policy.work, ["system"]],
])("%s", (_name, of, names) => {
  expect(allowed(of)).toEqual(names);
});
