import { expect, test } from "vitest";
import { kindOf, kindValue, noAnswers, parseAnswers, sendable } from "./answers.ts";

test("a rule counts once it says which products and what they are", () => {
  const whole = { by: "tag", value: "women", family: "knitwear" } as const;
  const answers = { ...noAnswers, rules: [whole, { by: "type", value: " ", family: "knitwear" } as const, { by: "title", value: "top" } as const] };

  expect(sendable(answers).rules).toEqual([whole]);
});

test("zero pieces or days are no answer", () => {
  expect(sendable({ ...noAnswers, defaults: { moq: 0, leadDays: 30 } }).defaults).toEqual({ leadDays: 30 });
});

test.each(["garment:hoodie", "family:knitwear", ""])("the choice %s comes back as it went", (value) => {
  expect(kindValue(kindOf(value))).toBe(value);
});

test("choosing a family takes back a garment", () => {
  const chosen = { ...kindOf("garment:hoodie"), ...kindOf("family:uniforms") };

  expect(kindValue(chosen)).toBe("family:uniforms");
});

test("answers kept by another release in another shape are dropped", () => {
  expect([parseAnswers({ rules: 1 }), parseAnswers(noAnswers)]).toEqual([undefined, noAnswers]);
});
