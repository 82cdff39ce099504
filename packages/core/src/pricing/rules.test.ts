import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Complexity, Fabric, GarmentType, Placement, Technique, usualFabrics, familyOf } from "../garment/model.ts";
import { compare, sum } from "../kernel/money.ts";
import { Rush } from "../production/model.ts";
import { leadTime } from "../production/templates.ts";
import { Brief, type BriefInput, MAX_QUANTITY, MIN_QUANTITY, PartialBrief, PricedQuote } from "./model.ts";
import { book1, estimate, leadTimeOf, price, priceBreaks, readyOn, rushFor, scheduleOf, standardQuantities } from "./rules.ts";
import { runs } from "../testing.ts";

const brief = (change: Partial<BriefInput> = {}): Brief =>
  Brief.parse({ garmentType: "t-shirt", quantity: 200, fabric: "cotton", complexity: "simple", ...change });

const amounts = (quote: PricedQuote) => quote.lines.map(({ key, amount }) => [key, amount.amount]);

const placements = Placement.options.filter((place) => place !== "all-over");
const anyBrief = fc
  .record({
    garmentType: fc.constantFrom(...GarmentType.options),
    quantity: fc.integer({ min: MIN_QUANTITY, max: MAX_QUANTITY }),
    fabric: fc.constantFrom(...Fabric.options),
    gsm: fc.option(fc.integer({ min: 80, max: 600 }), { nil: undefined }),
    complexity: fc.constantFrom(...Complexity.options),
    customisations: fc.array(fc.record({ technique: fc.constantFrom(...Technique.options), placement: fc.constantFrom(...placements) }), {
      maxLength: 8,
    }),
    rush: fc.constantFrom(...Rush.options),
    sample: fc.boolean(),
  })
  .map((input) => Brief.parse(input));

describe("the figures of a quote", () => {
  test("a plain order is itemised to the cent", () => {
    const quote = price(brief(), book1);

    expect(amounts(quote)).toEqual([
      ["base", 110_000],
      ["fabric", 0],
      ["complexity", 0],
      ["customisation", 0],
      ["volume", -5_500],
      ["lowMoq", 0],
      ["rush", 0],
      ["platformFee", 10_450],
    ]);
    expect(quote.total).toEqual({ amount: 114_950, currency: "USD" });
    expect(quote.unitPrice.amount).toBe(575);
  });

  test.each([
    [48, 502],
    [50, 503],
    [52, 503],
  ])("half a cent of the exact total is rounded up, and less is dropped: 500 cents and %i basis points are %i", (platformFeeBps, cents) => {
    const quote = price(brief({ quantity: 100 }), { ...book1, bases: { ...book1.bases, "t-shirt": 5 }, platformFeeBps });

    expect(quote.total.amount).toBe(cents);
    expect(sum(quote.lines.map(({ amount }) => amount)).amount).toBe(cents);
  });

  test("every part of a full brief has its own line and rule", () => {
    const quote = price(
      brief({
        quantity: 60,
        fabric: "organic-cotton",
        gsm: 240,
        complexity: "complex",
        rush: "fast",
        customisations: [{ technique: "screen-print", placement: "front" }, { technique: "woven-label" }],
      }),
      book1,
    );

    expect(amounts(quote)).toEqual([
      ["base", 33_000],
      ["fabric", 13_749],
      ["complexity", 21_037],
      ["customisation", 9_000],
      ["customisation", 3_900],
      ["volume", 0],
      ["lowMoq", 11_297],
      ["rush", 9_198],
      ["platformFee", 10_119],
    ]);
    expect(quote.lines.map(({ ruleId }) => ruleId)).toEqual([
      "base.t-shirt",
      "fabric.organic-cotton",
      "complexity.complex",
      "customisation.screen-print",
      "customisation.woven-label",
      "volume.tiers",
      "lowMoq.100",
      "rush.fast",
      "platformFee",
    ]);
    expect(quote.lines.map(({ label }) => label)).toEqual([
      "60 T-shirts",
      "Organic cotton, 240 g/m²",
      "Complex: many panels, linings or special seams",
      "Screen print, front",
      "Woven label",
      "No volume discount at this quantity",
      "Small run: 40 pieces short of 100",
      "Fast schedule, 10 %",
      "Platform fee, 10 %",
    ]);
  });

  test("each volume rate applies only to the pieces inside its tier", () => {
    const volume = (quantity: number) => price(brief({ quantity }), book1).lines.find(({ key }) => key === "volume")?.amount.amount;

    expect([100, 101, 500, 501, 1_000, 2_500, 5_000].map(volume)).toEqual([0, -55, -22_000, -22_110, -77_000, -283_250, -695_750]);
  });

  test("a book without tiers gives no discount", () => {
    const quote = price(brief(), { ...book1, tiers: [] });

    expect(quote.lines.find(({ key }) => key === "volume")).toMatchObject({ label: "No volume discount at this quantity", amount: { amount: 0 } });
  });

  test("at the smallest run the surcharge is a quarter of the making price", () => {
    const lowMoq = price(brief({ quantity: 50 }), book1).lines.find(({ key }) => key === "lowMoq");

    expect(lowMoq?.amount.amount).toBe((50 * 550) / 4);
  });

  test("heavier cloth costs its share and lighter cloth gives it back", () => {
    const fabric = (gsm: number) => price(brief({ gsm }), book1).lines[1]?.amount.amount;

    expect([90, 180, 360].map(fabric)).toEqual([-22_000, 0, 44_000]);
  });

  test("the quote keeps the version, validity, family and the breaks of the book", () => {
    const quote = price(brief(), book1);

    expect(quote).toMatchObject({ bookVersion: 1, validDays: 30, family: "casualwear", quantity: 200, rush: "none" });
    expect(quote.breaks.map(({ quantity }) => quantity)).toEqual([...standardQuantities]);
    expect(price(brief({ quantity: 500 }), book1).total).toEqual(quote.breaks[3]?.total);
  });
});

describe("lead time", () => {
  test("the quote's stages are those of the production plan and add up to the promise", () => {
    const order = brief({ customisations: [{ technique: "embroidery", placement: "left-chest" }], sample: true, rush: "express" });

    const quote = price(order, book1);

    expect(quote.leadTime).toEqual(leadTime("casualwear", { quantity: 200, rush: "express", decorated: true, sample: true }));
    expect(quote.leadTime.stages.reduce((total, { days }) => total + days, 0)).toBe(quote.leadTime.totalDays);
  });

  test("labels and packaging need no decoration stage", () => {
    expect(leadTimeOf(brief({ customisations: [{ technique: "hang-tag" }] })).totalDays).toBe(leadTimeOf(brief()).totalDays);
  });

  test("the schedule of the plan is read from the brief by the same rule", () => {
    expect(scheduleOf(brief({ rush: "fast", sample: true }))).toEqual({ quantity: 200, rush: "fast", decorated: false, sample: true });
  });

  test("a wanted date picks the cheapest schedule that meets it", () => {
    const today = "2026-10-03";
    const slow = readyOn(brief(), today);
    const fast = readyOn(brief(), today, "fast");
    const express = readyOn(brief(), today, "express");

    expect(rushFor(brief(), slow, today)).toBe("none");
    expect(rushFor(brief(), fast, today)).toBe("fast");
    expect(rushFor(brief(), express, today)).toBe("express");
    expect(rushFor(brief(), today, today)).toBeUndefined();
    expect(rushFor(brief({ rush: "fast" }), slow, today)).toBe("fast");
    expect(price(brief({ wantedOn: fast }), book1, today)).toMatchObject({ rush: "fast", total: price(brief({ rush: "fast" }), book1).total });
  });

  test("a date that cannot be met is said and costs confidence; one that was not checked is said too", () => {
    const missed = price(brief({ wantedOn: "2026-10-04" }), book1, "2026-10-03");

    expect(missed).toMatchObject({ rush: "express", confidenceBps: 9_000 });
    expect(missed.assumptions.join("\n")).toContain(
      `2026-10-04 cannot be met; on the express schedule the goods are ready on ${readyOn(brief(), "2026-10-03", "express")}`,
    );
    expect(price(brief({ wantedOn: "2026-10-04" }), book1).assumptions.join("\n")).toContain("has not been checked");
    expect(price(brief({ wantedOn: "2027-10-04" }), book1, "2026-10-03").assumptions.join("\n")).toContain("Ready to ship by 2027-10-04");
  });
});

describe("what the price rests on", () => {
  test.each<[string, Partial<BriefInput>, number]>([
    ["a plain brief", {}, 9_500],
    ["complex work", { complexity: "complex" }, 9_000],
    ["a fabric unusual for the garment", { fabric: "denim" }, 9_000],
    ["a specialty fibre", { fabric: "cashmere" }, 8_500],
    ["a very large run", { quantity: 10_001 }, 9_000],
    [
      "everything at once",
      {
        complexity: "complex",
        fabric: "silk",
        quantity: 20_000,
        customisations: Array.from({ length: 4 }, () => ({ technique: "hang-tag" as const })),
      },
      7_000,
    ],
  ])("confidence for %s", (_name, change, expected) => {
    expect(price(brief(change), book1).confidenceBps).toBe(expected);
  });

  test("assumptions name what the brief left open and fall away when it is said", () => {
    const open = price(brief({ customisations: [{ technique: "patch", placement: "sleeve" }] }), book1).assumptions;
    const closed = price(
      brief({ gsm: 180, sizes: { M: 120, L: 80 }, sample: true, customisations: [{ technique: "sublimation", placement: "all-over" }] }),
      book1,
    ).assumptions;

    expect(open).toHaveLength(6);
    expect(open[0]).toBe("Cloth of 180 g/m², the usual weight of this garment");
    expect(closed).toHaveLength(2);
  });
});

describe("briefs", () => {
  test.each<[string, object, boolean]>([
    ["sizes that add up", { sizes: { S: 100, M: 100 } }, true],
    ["sizes that do not add up", { sizes: { S: 100, M: 99 } }, false],
    ["fewer than 50 pieces", { quantity: 49 }, false],
    ["more than 100,000 pieces", { quantity: 100_001 }, false],
    ["part of a piece", { quantity: 100.5 }, false],
    ["an unknown field", { price: 1 }, false],
    ["an impossible date", { wantedOn: "2026-02-30" }, false],
  ])("%s", (_name, change, accepted) => {
    expect(Brief.safeParse({ garmentType: "polo", quantity: 200, fabric: "pique", ...change }).success).toBe(accepted);
  });

  test("a partial brief assumes nothing", () => {
    expect(PartialBrief.parse({ garmentType: "polo" })).toEqual({ garmentType: "polo" });
  });
});

describe("the live range", () => {
  test("there is none until garment and quantity are valid", () => {
    expect(estimate({}, book1)).toBeUndefined();
    expect(estimate({ garmentType: "polo" }, book1)).toBeUndefined();
    expect(estimate({ garmentType: "polo", quantity: 10 }, book1)).toBeUndefined();
  });

  test("a complete brief has the price itself as both ends", () => {
    const full = brief({ customisations: [], wantedOn: "2026-10-04" });
    const { total, unitPrice } = price({ ...full, wantedOn: undefined }, book1);

    expect(estimate(full, book1)).toEqual({ low: total, high: total, unitLow: unitPrice, unitHigh: unitPrice });
  });

  test("every usual completion is priced inside the range, and saying more never widens it (1,000 cases)", () => {
    const usual = anyBrief.chain((full) =>
      fc
        .record({
          fabric: fc.constantFrom(...usualFabrics[familyOf(full.garmentType)]),
          said: fc.subarray(["fabric", "complexity", "customisations"] as const),
        })
        .map(({ fabric, said }) => {
          const done: Brief = {
            ...full,
            fabric,
            customisations: full.customisations.filter(({ technique }) => technique === "embroidery").slice(0, 1),
          };
          const unsaid: PartialBrief = { ...done, fabric: undefined, complexity: undefined, customisations: undefined };
          return { done, unsaid, partly: said.reduce<PartialBrief>((partial, key) => ({ ...partial, [key]: done[key] }), unsaid) };
        }),
    );
    fc.assert(
      fc.property(usual, ({ done, unsaid, partly }) => {
        const [wide, narrow, { total }] = [estimate(unsaid, book1), estimate(partly, book1), price(done, book1)];

        expect(narrow && compare(narrow.low, total)).toBeLessThanOrEqual(0);
        expect(narrow && compare(narrow.high, total)).toBeGreaterThanOrEqual(0);
        expect(wide && narrow && compare(wide.low, narrow.low)).toBeLessThanOrEqual(0);
        expect(wide && narrow && compare(wide.high, narrow.high)).toBeGreaterThanOrEqual(0);
      }),
      runs(1_000),
    );
  });
});

describe("properties over any brief", () => {
  test("lines are whole cents, add up to the total and match the schema (2,000 cases)", () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const quote = price(any, book1);

        expect(sum(quote.lines.map(({ amount }) => amount))).toEqual(quote.total);
        expect(PricedQuote.safeParse(quote).success).toBe(true);
        expect(quote.confidenceBps).toBeGreaterThanOrEqual(7_000);
      }),
      runs(2_000),
    );
  });

  test("a larger order never costs less and never more a piece, neighbours included (4,000 cases)", () => {
    const step = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 20_000 }));
    fc.assert(
      fc.property(anyBrief, step, (any, more) => {
        const larger = { ...any, quantity: Math.min(MAX_QUANTITY, any.quantity + more) };
        const [a, b] = [priceOf(any), priceOf(larger)];

        expect(b.total).toBeGreaterThanOrEqual(a.total);
        expect(b.total * any.quantity).toBeLessThanOrEqual(a.total * larger.quantity);
        expect(b.unit).toBeLessThanOrEqual(a.unit);
      }),
      runs(4_000),
    );
  });

  test("the total stays between the dearest discount and the dearest surcharges of the book (1,000 cases)", () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const { total, lines } = price(any, book1);
        const made = sum(lines.slice(0, 3).map(({ amount }) => amount)).amount;
        const added = sum(lines.filter(({ key }) => key === "customisation").map(({ amount }) => amount)).amount;

        expect(total.amount).toBeGreaterThanOrEqual(Math.floor((made * 0.7 + added) * 1.1) - 1);
        expect(total.amount).toBeLessThanOrEqual(Math.ceil((made * 1.25 + added) * 1.2 * 1.1) + 1);
      }),
      runs(1_000),
    );
  });

  test("the same brief gives the same quote, whatever the order of its wishes and keys (1,000 cases)", () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const shuffled: Brief = JSON.parse(
          JSON.stringify(Object.fromEntries(Object.entries({ ...any, customisations: any.customisations.toReversed() }).toReversed())),
        );

        expect(price(shuffled, book1)).toEqual(price(any, book1));
      }),
      runs(1_000),
    );
  });
});

function priceOf(any: Brief): { total: number; unit: number } {
  const { total, unitPrice } = price(any, book1);
  return { total: total.amount, unit: unitPrice.amount };
}

test("breaks follow the brief's schedule", () => {
  expect(priceBreaks(brief({ rush: "fast" }), book1)[0]?.total.amount).toBeGreaterThan(priceBreaks(brief(), book1)[0]?.total.amount ?? 0);
});
