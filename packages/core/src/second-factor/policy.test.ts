import { expect, test } from "vitest";
import { type ActorName, actors, only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("a second factor is its owner's and nobody else's, an admin's included", () => {
  expect(verdicts(policy.own, { userId: actors.supplierFactory.userId })).toEqual(only(["supplierFactory"]));
});

test("an account is recovered by who proved an address, signed in or not", () => {
  expect(verdicts(policy.proven, {})).toEqual(
    only(
      ["guest", "otherGuest"],
      Object.keys(actors).filter((name): name is ActorName => name in actors),
    ),
  );
});
