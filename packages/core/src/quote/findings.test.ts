import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteAnalysis } from "../ai/tasks/quote-analysis.ts";
import { Complexity, Fabric, GarmentType } from "../garment/model.ts";
import { Brief, type BriefInput, MAX_QUANTITY, MIN_QUANTITY } from "../pricing/model.ts";
import { book1, price } from "../pricing/rules.ts";
import { Rush } from "../production/model.ts";
import { runs } from "../testing.ts";
import { factsFor, risksOf, suggestionsFor } from "./findings.ts";
import { Analysis } from "./view.ts";

const brief = (change: Partial<BriefInput> = {}): Brief =>
  Brief.parse({ garmentType: "t-shirt", quantity: 200, fabric: "cotton", complexity: "simple", ...change });
const priced = (change: Partial<BriefInput> = {}) => price(brief(change), book1, "2026-03-02");
const suggest = (change: Partial<BriefInput> = {}) => suggestionsFor(brief(change), priced(change));
const risks = (change: Partial<BriefInput> = {}) => risksOf(brief(change), priced(change));

test("the next cheaper quantity is named with its true price", () => {
  const next = priced().breaks.find(({ quantity, unitPrice }) => quantity > 200 && unitPrice.amount < priced().unitPrice.amount);

  expect(suggest()[0]).toBe(`At ${next?.quantity} pieces the price falls to US$${((next?.unitPrice.amount ?? 0) / 100).toFixed(2)} a piece`);
});

test("the largest run has no cheaper one", () => {
  expect(suggest({ quantity: MAX_QUANTITY, sample: true, sizes: { M: MAX_QUANTITY } })).toEqual([]);
});

test("what a rush, a small run and a missing sample do is said with their own lines", () => {
  const lines = suggest({ quantity: 60, rush: "fast" });

  expect(lines.some((line) => /^The fast schedule adds US\$[\d,.]+;/.test(line))).toBe(true);
  expect(lines.some((line) => line.startsWith("A run this small adds US$"))).toBe(true);
  expect(lines.some((line) => line.startsWith("A sample"))).toBe(true);
});

test("a date that cannot be met is the first risk, and what the price leaves out is always one", () => {
  const found = risks({ wantedOn: "2026-03-05", complexity: "complex" });

  expect(found[0]).toContain("2026-03-05 cannot be met");
  expect(found).toContain("A complex make leaves less room in the schedule for corrections");
  expect(risks({ sample: true })).toEqual(["Freight, duties and taxes of the destination are not included"]);
});

test("rare cloth is a risk", () => {
  expect(risks({ garmentType: "sweater", fabric: "cashmere" }).some((risk) => risk.startsWith("Cashmere"))).toBe(true);
});

test("the facts hold no id, no person, and notes without addresses and numbers to call", () => {
  const facts = factsFor(brief({ notes: "Ask Rina, rina@example.com or +44 20 7946 0958, before 2026-05-01" }), priced());

  expect(facts.notes).toBe("Ask Rina, [email] or [number], before 2026-05-01");
  expect(Object.keys(facts).toSorted()).toEqual([
    "decoration",
    "fabric",
    "garment",
    "leadTime",
    "make",
    "notes",
    "perPiece",
    "price",
    "risks",
    "schedule",
    "suggestions",
    "total",
  ]);
});

test("every price has facts the task takes, and a fallback that passes the model's own checks (500 cases)", () => {
  const anyBrief = fc.record({
    garmentType: fc.constantFrom(...GarmentType.options),
    quantity: fc.integer({ min: MIN_QUANTITY, max: MAX_QUANTITY }),
    fabric: fc.constantFrom(...Fabric.options),
    complexity: fc.constantFrom(...Complexity.options),
    rush: fc.constantFrom(...Rush.options),
    sample: fc.boolean(),
    notes: fc.option(fc.string({ maxLength: 2_000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(anyBrief, (input) => {
      const asked = Brief.parse(input);
      const facts = quoteAnalysis.input.parse(factsFor(asked, price(asked, book1, "2026-03-02")));
      const said = quoteAnalysis.output.parse(quoteAnalysis.fallback(facts));

      expect(quoteAnalysis.problem(said, facts)).toBeUndefined();
      expect(Analysis.parse(said)).toEqual(said);
    }),
    runs(500),
  );
});
