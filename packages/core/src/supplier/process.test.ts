import { expect, test } from "vitest";
import { Verification } from "./model.ts";
import { process } from "./process.ts";

test("every status can be reached and can come to rest at verified", () => {
  expect(process.validate(Verification.options)).toEqual([]);
});

test.each([
  ["draft", "submit", "pending"],
  ["rejected", "submit", "pending"],
  ["pending", "withdraw", "draft"],
  ["pending", "verify", "verified"],
  ["pending", "reject", "rejected"],
  ["verified", "suspend", "suspended"],
  ["suspended", "restore", "verified"],
] as const)("a %s supplier can %s and is then %s", (status, step, after) => {
  expect(process.next(status, step)).toBe(after);
});

test.each([
  ["draft", "verify"],
  ["rejected", "verify"],
  ["suspended", "verify"],
  ["verified", "reject"],
  ["pending", "suspend"],
  ["draft", "restore"],
  ["verified", "submit"],
  ["suspended", "submit"],
] as const)("a %s supplier cannot %s", (status, step) => {
  expect(() => process.next(status, step)).toThrow(expect.objectContaining({ code: "supplier.transition" }));
});
