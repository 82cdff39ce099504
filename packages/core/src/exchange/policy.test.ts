import { expect, test } from "vitest";
import { verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("everybody reads rates, and administrators alone keep one", () => {
  const { admin, ...others } = verdicts(policy.keep, {});

  expect(new Set(Object.values(verdicts(policy.read, {})))).toEqual(new Set(["yes"]));
  expect([admin, new Set(Object.values(others))]).toEqual(["yes", new Set(["forbidden"])]);
});
