import { expect, test } from "vitest";
import { only, verdicts } from "../../../../test/support/actors.ts";
import * as policy from "./policy.ts";

test("a worker's task is asked for by workers alone", () => {
  expect(verdicts(policy.worker, {})).toEqual(only(["system"]));
});
