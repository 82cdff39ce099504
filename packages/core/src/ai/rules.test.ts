import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing.ts";
import { costOf, priceOf, worstOf } from "./rules.ts";

const lite = { from: "2024-12-03", input: 60_000, output: 240_000 };

test("a thousand tokens in and a thousand out of the small model cost 300 micro-dollars", () => {
  expect(costOf(lite, { inputTokens: 1_000, outputTokens: 1_000 })).toBe(300);
});

test("a fraction of a micro-dollar counts as one", () => {
  expect(costOf(lite, { inputTokens: 1, outputTokens: 0 })).toBe(1);
  expect(costOf(lite, { inputTokens: 0, outputTokens: 0 })).toBe(0);
});

test("a price holds from its day on, and a model without one has none", () => {
  expect(priceOf("amazon.nova-lite-v1:0", "2024-12-03")).toEqual(lite);
  expect(priceOf("amazon.nova-lite-v1:0", "2024-12-02")).toBeUndefined();
  expect(priceOf("somebody.else-v1:0", "2026-03-02")).toBeUndefined();
});

test("the worst case is never under the true cost of what the bytes and the cap allow (2,000 cases)", () => {
  const count = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(count, count, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, maxTokens, share) => {
      const used = { inputTokens: Math.floor(bytes * share), outputTokens: Math.floor(maxTokens * share) };
      expect(costOf(lite, used)).toBeLessThanOrEqual(worstOf(lite, { bytes, maxTokens }));
    }),
    runs(2_000),
  );
});
