import { expect, test } from "vitest";
import { strengthOf } from "./strength.ts";

test.each([
  ["passwordpassword", 0, /common|repeat|guess/i],
  ["qwertyuiop123456", 1, /common|keyboard|guess/i],
])("%s is no password", (password, most, reason) => {
  const { score, warning } = strengthOf(password, []);

  expect(score).toBeLessThanOrEqual(most);
  expect(warning).toMatch(reason);
});

test("a sentence nobody else says is very hard to guess", () => {
  expect(strengthOf("seven blue looms hum at dawn", []).score).toBe(4);
});

test("what is known of a person makes a password easier", () => {
  const words = ["zeldamere", "quillfeather"];

  expect(strengthOf("zeldamerequillfeather", words).score).toBeLessThan(strengthOf("zeldamerequillfeather", []).score);
});
