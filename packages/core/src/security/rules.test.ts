import { describe, expect, test } from "vitest";
import { memoOf, OTHERS } from "./memo.ts";
import { Kind } from "./model.ts";
import { kindOf, rankOf, severityOf, steps } from "./rules.ts";

describe("severities", () => {
  test.each([
    ["sign_in_failed", 1, "info"],
    ["sign_in_failed", 9, "info"],
    ["sign_in_failed", 10, "low"],
    ["locked_out", 20, "high"],
    ["rate_limited", 2_000, "high"],
    ["probing", 199, "high"],
    ["probing", 200, "critical"],
    ["ai_cost", 999_999, "info"],
    ["ai_cost", 1_000_000, "high"],
    ["ai_cost", 5_000_000, "critical"],
    ["ai_over_budget", 1, "critical"],
    ["audit_tampered", 1, "critical"],
  ] as const)("%s, %i in an hour: %s", (kind, count, severity) => {
    expect(severityOf(kind, count)).toBe(severity);
  });

  test("rise with the count, for every kind", () => {
    for (const kind of Kind.options) {
      const counts = steps[kind].map(([from]) => from);
      const ranks = steps[kind].map(([, severity]) => rankOf(severity));
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });
});

test.each([
  ["a full window", { code: "rate.limited", kind: "limited", isAboutRecord: false }, "rate_limited"],
  ["an ID token", { code: "token.unusable", kind: "unauthenticated", isAboutRecord: false }, "token_unusable"],
  ["a missing right", { code: "supplier.verify.forbidden", kind: "forbidden", isAboutRecord: true }, "refused"],
  ["somebody else's record", { code: "record.not_found", kind: "not_found", isAboutRecord: true }, "probing"],
  ["a list that is not there", { code: "record.not_found", kind: "not_found", isAboutRecord: false }, undefined],
  ["a wrong code", { code: "code.wrong", kind: "invalid", isAboutRecord: true }, "code_guessed"],
  ["a webhook without its signature", { code: "hook.signature", kind: "invalid", isAboutRecord: false }, "webhook_unsigned"],
  ["an honest conflict", { code: "order.changed", kind: "conflict", isAboutRecord: true }, undefined],
] as const)("%s is a sign of its kind", (_name, refusal, kind) => {
  expect(kindOf(refusal)).toBe(kind);
});

describe("counting in memory", () => {
  const add = (memo: ReturnType<typeof memoOf>, who: string, window = "2026-03-02T09") => memo.add({ kind: "probing", who, window, first: 3 });

  test("a thousand times by one caller are told nine times, and the last doubling is all that is missing", () => {
    const memo = memoOf();
    const told = Array.from({ length: 1_000 }, () => add(memo, "a").by).filter((by) => by > 0);

    expect(told).toEqual([3, 3, 6, 12, 24, 48, 96, 192, 384]);
  });

  test("callers beyond five hundred are one, so that a crowd fills neither memory nor table", () => {
    const memo = memoOf();
    const names = new Set(Array.from({ length: 10_000 }, (_, index) => add(memo, `caller-${index}`).who));

    expect(names.size).toBe(501);
    expect(names).toContain(OTHERS);
  });

  test("an hour that has begun counts anew", () => {
    const memo = memoOf();
    const hours = ["2026-03-02T09", "2026-03-02T10"].map((window) => [1, 2, 3].map(() => add(memo, "a", window).by));

    expect(hours).toEqual([
      [0, 0, 3],
      [0, 0, 3],
    ]);
  });
});
