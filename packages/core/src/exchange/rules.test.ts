import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing.ts";
import { convert, divide, isLeap, isStale } from "./rules.ts";

const rate = (text: string) => ({ currency: "EUR" as const, rate: text, on: "2026-03-02", source: "Bank" });

test.each([
  ["1", "1.1600", "0.862069"],
  ["0.8790", "1.1600", "0.757759"],
  ["121.5", "1", "121.500000"],
  ["1", "3", "0.333333"],
  ["2", "3", "0.666667"],
])("%s by %s is %s, half up at the sixth digit", (a, b, quotient) => {
  expect(divide(a, b)).toBe(quotient);
});

test.each([
  [114_950, "0.862069", 99_095],
  [1, "0.5", 1],
  [-1, "0.5", -1],
  [0, "121.85", 0],
  [100, "121.85", 12_185],
])("%i cents at %s are %i", (amount, text, expected) => {
  expect(convert({ amount }, rate(text))).toEqual({ amount: expected, currency: "EUR" });
});

test("a conversion is the exact product rounded once: never off by more than half a unit, and never falling while dollars rise (1,000 cases)", () => {
  const cents = fc.integer({ min: 0, max: 2_000_000_000 });
  const millionths = fc.integer({ min: 1, max: 200_000_000 });
  fc.assert(
    fc.property(cents, millionths, (amount, scaled) => {
      const text = divide(String(scaled), "1000000");
      const { amount: converted } = convert({ amount }, rate(text));
      const exact = BigInt(amount) * BigInt(scaled);

      expect(2n * (BigInt(converted) * 1_000_000n - exact)).toBeLessThanOrEqual(1_000_000n);
      expect(2n * (exact - BigInt(converted) * 1_000_000n)).toBeLessThan(1_000_000n);
      expect(convert({ amount: amount + 1 }, rate(text)).amount).toBeGreaterThanOrEqual(converted);
    }),
    runs(1_000),
  );
});

test("a fifth is the most that a rate moves in a day before a person looks at it", () => {
  expect([isLeap(undefined, rate("5")), isLeap(rate("1"), rate("1.2")), isLeap(rate("1"), rate("0.8")), isLeap(rate("1"), rate("1.2001"))]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("Easter's pause is not stale, a day more is; a rate kept by hand is good for a month", () => {
  const [bank, kept] = [
    { on: "2026-04-02", currency: "EUR" as const },
    { on: "2026-04-02", currency: "BDT" as const },
  ];

  expect([isStale(bank, "2026-04-07"), isStale(bank, "2026-04-08"), isStale(kept, "2026-05-03"), isStale(kept, "2026-05-04")]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
