import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum, usd } from "../kernel/money.ts";
import { Brief } from "../pricing/model.ts";
import { currentBook, price } from "../pricing/rules.ts";
import { runs } from "../testing.ts";
import { REVIEW_CONFIDENCE_BPS, REVIEW_QUANTITY, REVIEW_TOTAL } from "./model.ts";
import { edited, isSamePrice, reviewReasons } from "./rules.ts";

const brief = Brief.parse({
  garmentType: "hoodie",
  quantity: 500,
  fabric: "cotton",
  customisations: [{ technique: "embroidery", placement: "left-chest" }],
});
const priced = price(brief, currentBook, "2026-11-01");
const fee = priced.lines.findIndex(({ key }) => key === "platformFee");

describe("a person looks at a price", () => {
  const plain = { total: REVIEW_TOTAL, quantity: REVIEW_QUANTITY, confidenceBps: REVIEW_CONFIDENCE_BPS };
  test.each([
    ["not at one that is within every limit", {}, []],
    ["that is a cent above the limit", { total: usd(REVIEW_TOTAL.amount + 1) }, ["value"]],
    ["of one piece more", { quantity: REVIEW_QUANTITY + 1 }, ["quantity"]],
    ["that is less sure", { confidenceBps: REVIEW_CONFIDENCE_BPS - 1 }, ["confidence"]],
  ] as const)("%s", (_name, change, reasons) => {
    expect(reviewReasons({ ...plain, ...change })).toEqual(reasons);
  });
});

describe("a price that is edited by hand", () => {
  test("is the same one when nothing is changed", () => {
    expect(isSamePrice(edited(priced, {}), priced)).toBe(true);
  });

  test("gets the platform's share of what the other lines come to", () => {
    const work = sum(priced.lines.filter(({ key }) => key !== "platformFee").map(({ amount }) => amount));
    const dearer = edited(priced, { feeBps: 2_000 });

    expect(dearer.lines[fee]).toMatchObject({ label: "Platform fee, 20 %", ruleId: "review.fee", amount: usd(Math.round(work.amount / 5)) });
    expect(dearer.breaks).toEqual([]);
  });

  test.each([
    ["a line that is not there", { lines: [{ position: 30, amount: 1 }] }, "quote.line"],
    ["the platform's share as if it were a line", { lines: [{ position: fee, amount: 1 }] }, "quote.line"],
    ["nothing left to pay", { lines: [{ position: 0, amount: -100_000_000 }] }, "quote.total"],
  ])("refuses %s", (_name, edit, code) => {
    expect(() => edited(priced, edit)).toThrow(expect.objectContaining({ code }));
  });

  test("still adds up to the cent, and says so again from the same edit (500 cases)", () => {
    const position = fc.constantFrom(...priced.lines.keys()).filter((place) => place !== fee);
    const edit = fc.record({
      lines: fc.uniqueArray(fc.record({ position, amount: fc.integer({ min: 1_000_000, max: 9_000_000 }) }), { selector: (one) => one.position }),
      feeBps: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(edit, (change) => {
        const made = edited(priced, change);

        expect(sum(made.lines.map(({ amount }) => amount))).toEqual(made.total);
        expect(edited(priced, change)).toEqual(made);
        for (const { position: at, amount } of change.lines) expect(made.lines[at]?.amount).toEqual(usd(amount));
      }),
      runs(500),
    );
  });
});
