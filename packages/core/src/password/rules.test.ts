import { describe, expect, test } from "vitest";
import { contextWords, passwordProblem } from "./rules.ts";

const rina = { name: "Rina Dâs Gupta", email: "rina.gupta@northfold.example", company: "Northfold Studio Ltd" };

describe("a password", () => {
  test.each([
    ["thread needle and cloth", undefined],
    ["কাপড় সুতা বোতাম কাঁচি", undefined],
    ["elevenchars", "Use at least 12 characters."],
    ["x".repeat(257), "Use at most 256 characters."],
    [" thread needle and cloth", "Leave out the blank at the beginning or end."],
    ["aaaaaaaaaaaabbb", "Use more than a few different characters."],
  ])("%s: %s", (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  test.each([
    ["my sleekapp password", "sleekapp"],
    ["GUPTA likes her tea", "gupta"],
    ["n0rthf0ld forever 22", "northfold"],
    ["a fine $tudio with light", "studio"],
    ["Řina and the sewing box", "rina"],
  ])("%s is refused for holding %s, which somebody would try first", (password, word) => {
    expect(passwordProblem(password, rina)).toContain(`"${word}"`);
  });

  test("short words of a name are in any sentence and refuse nothing", () => {
    expect(passwordProblem("the masala das we had in may", { name: "Li Das May" })).toBeUndefined();
  });
});

test("words are taken from the name, both parts of the address and the company, each once", () => {
  expect(contextWords(rina)).toEqual(["sleekapp", "sleek-app", "rina", "gupta", "northfold", "studio"]);
  expect(contextWords({})).toEqual(["sleekapp", "sleek-app"]);
});
