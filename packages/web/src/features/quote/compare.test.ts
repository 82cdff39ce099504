import { currentBook, price } from "@sleekapp/core/pricing/rules";
import { Brief } from "@sleekapp/core/pricing/model";
import { describe, expect, test } from "vitest";
import { marksOf } from "./compare.ts";

const quote = (quoteId: string, given: { quantity: number; rush?: "none" | "express" }) => {
  const priced = price(Brief.parse({ garmentType: "t-shirt", fabric: "cotton", ...given }), currentBook, "2026-11-02");
  return { quoteId, quantity: priced.quantity, total: priced.total, priced };
};

describe("comparing quotes", () => {
  test("marks the lowest price a piece, not the smallest total", () => {
    const marks = marksOf([quote("few", { quantity: 100 }), quote("many", { quantity: 2_000 })]);

    expect([...marks.lowestPrice]).toEqual(["many"]);
  });

  test("marks the shortest lead time", () => {
    const marks = marksOf([quote("standard", { quantity: 500 }), quote("fast", { quantity: 500, rush: "express" })]);

    expect([...marks.shortestLead]).toEqual(["fast"]);
  });

  test("marks nothing where all are equal, and all that share the best", () => {
    const same = [quote("a", { quantity: 500 }), quote("b", { quantity: 500 })];

    expect(marksOf(same)).toEqual({ lowestPrice: new Set(), shortestLead: new Set() });
    expect([...marksOf([...same, quote("c", { quantity: 500, rush: "express" })]).lowestPrice]).toEqual(["a", "b"]);
  });
});
