import { expect, test } from "vitest";
import { fieldsOf, kindOf } from "./schema.ts";

test.each([
  [{ type: "string", maxLength: 120 }, "text up to 120 characters"],
  [{ type: "string", minLength: 2, maxLength: 80 }, "text 2 to 80 characters"],
  [{ type: "string", minLength: 2, maxLength: 2 }, "text of 2 characters"],
  [{ type: "string", format: "email" }, "email"],
  [{ type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, "whole number from 1"],
  [{ type: "integer", minimum: 1, maximum: 50 }, "whole number 1 to 50"],
  [{ enum: ["a", "b"] }, "one of a, b"],
  [{ type: "array", items: { type: "string" }, maxItems: 8 }, "list up to 8 of text"],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, "text or null"],
  [{ const: "USD" }, "USD"],
  [{}, "anything"],
])("%o is said in words", (schema, words) => {
  expect(kindOf(schema)).toBe(words);
});

test("nested fields are named by their path, and needed only where what holds them is", () => {
  const money = { properties: { amount: { type: "integer" } }, required: ["amount"] };
  const schema = {
    properties: { total: money, lines: { type: "array", items: { properties: { amount: money, label: { type: "string" } }, required: ["amount"] } } },
    required: ["total"],
  };

  expect(fieldsOf(schema)).toEqual([
    { name: "total.amount", kind: "whole number", isRequired: true },
    { name: "lines[].amount.amount", kind: "whole number", isRequired: false },
    { name: "lines[].label", kind: "text", isRequired: false },
  ]);
  expect(fieldsOf({ type: "array", items: money })).toEqual([{ name: "[].amount", kind: "whole number", isRequired: true }]);
});
