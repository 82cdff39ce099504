import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Complexity, decorations, Fabric, FINE_GAUGE, Gauge, GarmentType, Packaging, Placement, Technique, familyOf } from "../garment/model.ts";
import { sum } from "../kernel/money.ts";
import { Rush } from "../production/model.ts";
import { runs } from "../testing.ts";
import { cents, factor } from "./exact.ts";
import {
  type Brief,
  Brief as BriefSchema,
  type BriefInput,
  Incoterm,
  type LineKey,
  MAX_QUANTITY,
  MIN_QUANTITY,
  PriceBook,
  PricedQuote,
} from "./model.ts";
import { making, totalOf } from "./parts.ts";
import { routesOf } from "./routes.ts";
import { PricedRoutes } from "./view.ts";
import { book1, book2, estimate, leadTimeOf, makingRates, price, readyOn, seedBookAt, seedBooks, seedCosts } from "./rules.ts";

const brief = (change: Partial<BriefInput> = {}): Brief =>
  BriefSchema.parse({ garmentType: "t-shirt", quantity: 200, fabric: "cotton", complexity: "simple", ...change });
const amountOf = (quote: PricedQuote, key: LineKey): number | undefined => quote.lines.find((line) => line.key === key)?.amount.amount;
const notes = (change: Partial<BriefInput>): string => price(brief(change), book2).assumptions.join("\n");

const places = Placement.options.filter((place) => place !== "all-over");
const wish = fc
  .record({ technique: fc.constantFrom(...Technique.options), placement: fc.constantFrom(...places) })
  .map(({ technique, placement }) => (decorations.includes(technique) ? { technique, placement } : { technique }));
const delivery = fc.constantFrom(
  undefined,
  ...Incoterm.options.flatMap((incoterm) => ["DE", "GB", "US", "BR"].map((country) => ({ incoterm, country }))),
);

/** Briefs that use every factor of the book; with sizes, the quantity is what the sizes add up to. */
const anyBrief = fc
  .record({
    garmentType: fc.constantFrom(...GarmentType.options),
    quantity: fc.integer({ min: MIN_QUANTITY, max: MAX_QUANTITY }),
    fabric: fc.constantFrom(...Fabric.options),
    gsm: fc.option(fc.integer({ min: 80, max: 600 }), { nil: undefined }),
    gauge: fc.option(fc.constantFrom(...Gauge.values), { nil: undefined }),
    complexity: fc.constantFrom(...Complexity.options),
    customisations: fc.array(wish, { maxLength: 8 }),
    packaging: fc.constantFrom(undefined, ...Packaging.options),
    delivery,
    rush: fc.constantFrom(...Rush.options),
    sample: fc.boolean(),
    large: fc.option(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { nil: undefined }),
  })
  .map(({ large, gauge, ...rest }) => {
    const xxl = Math.max(1, Math.floor(rest.quantity * (large ?? 0)));
    const sizes = large === undefined ? undefined : { M: rest.quantity - xxl, XXL: xxl };
    return BriefSchema.parse({ ...rest, sizes, gauge: familyOf(rest.garmentType) === "knitwear" ? gauge : undefined });
  });

describe("book 2", () => {
  test("costs what book 1 costs wherever the brief asks for nothing that only book 2 prices", () => {
    for (const garmentType of GarmentType.options)
      expect(price(brief({ garmentType }), book2).total, garmentType).toEqual(price(brief({ garmentType }), book1).total);
  });

  test("prices placement, packing, extended sizes, gauge, sourcing and a sample by rules of their own", () => {
    const wishes = [{ technique: "embroidery", placement: "sleeve" }] as const;
    const shirts = price(brief({ customisations: [...wishes], packaging: "retail", sizes: { M: 150, "3XL": 50 }, sample: true }), book2);
    const sweaters = price(brief({ garmentType: "sweater", fabric: "cashmere", gauge: 14 }), book2);

    // 250 a stitch, 15 % more on a sleeve; 55 a piece; a tenth of 550 on 50 pieces; 4,000 and two pieces' making.
    expect(["customisation", "packaging", "sizes", "sampling"].map((key) => amountOf(shirts, key as LineKey))).toEqual([
      57_500, 11_000, 2_750, 5_100,
    ]);
    expect([amountOf(sweaters, "gauge"), amountOf(sweaters, "sourcing")]).toEqual([168_000, 64_400]);
    expect(sweaters.sourcing?.reasons).toHaveLength(2);
  });

  test("every line names its rule, the book's version and what the rule was fed with", () => {
    const quote = price(brief({ gsm: 240 }), book2);

    expect(quote.lines[1]).toMatchObject({
      ruleId: "fabric.cotton",
      bookVersion: 2,
      inputs: { bps: 10_000, gsm: 240, usualGsm: 180, clothShareBps: 4_000 },
    });
    expect(quote.lines.every(({ bookVersion, inputs }) => bookVersion === 2 && inputs !== undefined)).toBe(true);
  });

  test.each<[string, BriefInput["delivery"], readonly (number | undefined)[], string]>([
    ["nothing said", undefined, [undefined, undefined], "Freight, duties and taxes of the destination are not included"],
    ["EXW", { incoterm: "EXW", country: "DE" }, [undefined, undefined], "collected at the factory"],
    ["FOB", { incoterm: "FOB", country: "DE" }, [15_389, undefined], "sea freight, duties and taxes are not included"],
    ["DDP to a country with a preference", { incoterm: "DDP", country: "DE" }, [43_389, 0], "Duty follows the preference"],
    ["DDP to a country that taxes by article", { incoterm: "DDP", country: "US" }, [50_389, undefined], "Duty in US depends on the article"],
    ["DDP to where there is no rate", { incoterm: "DDP", country: "BR" }, [undefined, undefined], "No freight rate to BR"],
  ])("%s: freight and duty are priced by rule or said not to be included", (_name, wanted, [freight, duty], said) => {
    const quote = price(brief(wanted ? { delivery: wanted } : {}), book2);
    const carried = quote.lines.filter(({ key }) => key === "freight").map(({ amount }) => amount);

    expect(carried.length === 0 ? undefined : sum(carried).amount).toBe(freight);
    expect(amountOf(quote, "duty")).toBe(duty);
    expect(quote.assumptions.join("\n")).toContain(said);
    expect(quote.delivery?.tax ?? "not_included").toBe("not_included");
  });

  test("a gauge is refused for what is not knitted, and DDP without a country", () => {
    expect(BriefSchema.safeParse({ ...brief(), gauge: 7 }).success).toBe(false);
    expect(BriefSchema.safeParse({ ...brief(), delivery: { incoterm: "DDP" } }).success).toBe(false);
    expect(FINE_GAUGE).toBe(14);
  });

  test("confidence falls with every doubt, and each is said", () => {
    const sure = price(brief({ garmentType: "polo", fabric: "pique" }), book2);
    const unsure = price(brief({ garmentType: "blazer", fabric: "silk", complexity: "complex", gsm: 500 }), book2);

    expect([sure.confidenceBps, sure.doubts]).toEqual([9_500, []]);
    expect(unsure.confidenceBps).toBe(9_500 - 500 * (unsure.doubts?.length ?? 0));
    expect(unsure.doubts).toContain("The book's base for blazers rests on one source");
    expect(notes({})).toContain("No sample before the bulk");
  });
});

describe("a wanted date", () => {
  const today = "2026-10-03";
  const asked = (wantedOn: string) => price(brief({ wantedOn }), book2, today).wanted;
  const fast = readyOn(brief(), today, "fast");

  test("is answered with yes, with the price of rush, or with the earliest day", () => {
    const rush = price(brief({ rush: "fast" }), book2).total.amount - price(brief(), book2).total.amount;

    expect(asked("2027-10-01")).toMatchObject({ answer: "yes", rush: "none", surcharge: { amount: 0 } });
    expect(asked(fast)).toMatchObject({ answer: "rush", rush: "fast", readyOn: fast, surcharge: { amount: rush } });
    expect(asked("2026-10-04")).toMatchObject({ answer: "earliest", rush: "express", readyOn: readyOn(brief(), today, "express") });
    expect(price(brief(), book2, today).wanted).toBeUndefined();
  });
});

describe("alternatives", () => {
  test("are a cheaper fabric, the next quantity and a longer lead, each as the rules price it", () => {
    const asked = brief({ fabric: "organic-cotton", rush: "fast", sizes: { M: 120, L: 80 } });
    const found = price(asked, book2, "2026-10-03").alternatives ?? [];

    expect(found.map(({ kind, change }) => [kind, change])).toEqual([
      ["cheaper-fabric", { fabric: "fleece" }],
      ["more-pieces", { quantity: 250 }],
      ["longer-lead", { rush: "none" }],
    ]);
    expect(found[0]?.total).toEqual(price({ ...asked, fabric: "fleece" }, book2).total);
    expect(found[2]?.difference.amount).toBe(price({ ...asked, rush: "none" }, book2).total.amount - price(asked, book2).total.amount);
    expect(found[2]?.readyOn).toBe(readyOn(asked, "2026-10-03", "none"));
  });

  test("there are two or three of them for any brief, none the brief itself (300 cases)", () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const found = price(any, book2).alternatives ?? [];

        expect([2, 3]).toContain(found.length);
        expect(found.every(({ change }) => Object.keys(change).length === 1)).toBe(true);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
      }),
      runs(300),
    );
  });
});

describe("production routes", () => {
  test.each<[string, Partial<BriefInput>, string, boolean]>([
    ["a usual fabric", {}, "bangladesh", false],
    ["cashmere", { garmentType: "sweater", fabric: "cashmere" }, "hybrid", true],
    ["a fine gauge", { garmentType: "sweater", gauge: 14 }, "hybrid", true],
    ["cashmere in a fine gauge", { garmentType: "sweater", fabric: "cashmere", gauge: 16 }, "specialty", true],
  ])("%s goes by %s", (_name, change, route, isSpecialty) => {
    const routes = PricedRoutes.parse(routesOf(brief(change), book2, seedCosts));

    expect(routes).toMatchObject({ recommended: route, sourcing: { isSpecialty }, isBelowFloor: false });
    expect(routes.routes.map(({ cost }) => cost.amount).toSorted((a, b) => a - b)).toEqual(routes.routes.map(({ cost }) => cost.amount));
  });

  test("cost and markup make up the price of the goods, whatever the freight", () => {
    const { routes } = routesOf(brief({ delivery: { incoterm: "DDP", country: "DE" } }), book2, seedCosts);
    const { amount } = price(brief(), book2).total;

    expect(routes.map(({ cost, markup }) => cost.amount + markup.amount)).toEqual([amount, amount, amount]);
    expect(routesOf(brief(), book2, { ...seedCosts, bangladeshBps: 10_000, leastMarkupBps: 2_000 }).isBelowFloor).toBe(true);
  });

  test("no word of cost, markup or route stands in what the buyer is given", () => {
    const text = JSON.stringify(price(brief({ garmentType: "sweater", fabric: "cashmere", gauge: 16 }), book2));

    expect(text).not.toMatch(/cost|markup|floor|route/i);
  });
});

describe("properties over every factor", () => {
  const totals = (any: Brief) => totalOf(any, book2).amount;

  test("lines add up, stages add up to the promise, and the quote has its schema's shape (500 cases)", () => {
    fc.assert(
      fc.property(anyBrief, (any) => {
        const quote = price(any, book2, "2026-10-03");

        expect(sum(quote.lines.map(({ amount }) => amount))).toEqual(quote.total);
        expect(PricedQuote.safeParse(quote).success).toBe(true);
        expect(quote.leadTime.stages.reduce((days, stage) => days + stage.days, 0)).toBe(quote.leadTime.totalDays);
        expect(quote.leadTime).toEqual(leadTimeOf(any));
      }),
      runs(500),
    );
  });

  test("with the sizes' shares kept, more pieces never cost less in all nor more a piece (2,000 cases)", () => {
    const step = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 20_000 }));
    fc.assert(
      fc.property(anyBrief, step, (any, more) => {
        const quantity = Math.min(MAX_QUANTITY, any.quantity + more);
        const [few, many] = [totals(any), totals({ ...any, quantity })];

        expect(many).toBeGreaterThanOrEqual(few);
        expect(many * any.quantity).toBeLessThanOrEqual(few * quantity + (quantity + any.quantity) / 2);
      }),
      runs(2_000),
    );
  });

  test("faster never costs less, a dearer fabric never less, a complete brief is its own range (500 cases)", () => {
    fc.assert(
      fc.property(anyBrief, fc.constantFrom(...Fabric.options), (any, fabric) => {
        const [slow, fast, express] = Rush.options.map((rush) => totals({ ...any, rush }));
        const dearer = book2.fabrics[fabric] > book2.fabrics[any.fabric] && any.gauge === undefined;

        expect([slow, fast, express]).toEqual([slow, fast, express].toSorted((a = 0, b = 0) => a - b));
        if (dearer && !["technical", "merino", "silk", "cashmere"].includes(any.fabric))
          expect(totals({ ...any, fabric })).toBeGreaterThanOrEqual(totals(any));
        expect(estimate(any, book2)).toMatchObject({ low: { amount: totals(any) }, high: { amount: totals(any) } });
      }),
      runs(500),
    );
  });

  test("the rates make the same price to the last digit in whatever order they are taken (500 cases)", () => {
    fc.assert(
      fc.property(
        anyBrief.chain((any) => fc.tuple(fc.constant(any), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }))),
        ([any, order]) => {
          const rates = makingRates(any, book2);
          const shuffled = order.reduce((exact, at) => factor(exact, rates[at] ?? 0), cents(book2.bases[any.garmentType]));

          expect(shuffled).toBe(making(any, book2));
        },
      ),
      runs(500),
    );
  });
});

describe("books of the code", () => {
  test("are valid, rise in version and instant, and each prices from its instant on", () => {
    expect(seedBooks.map(({ book }) => PriceBook.parse(book).version)).toEqual([1, 2]);
    expect([seedBookAt("2026-11-26T23:59:59.999Z").version, seedBookAt("2026-11-27T00:00:00.000Z").version]).toEqual([1, 2]);
  });

  test.each<[string, Partial<PriceBook>]>([
    [
      "a discount that falls with quantity",
      {
        tiers: [
          { from: 101, discountBps: 2_000 },
          { from: 501, discountBps: 1_000 },
        ],
      },
    ],
    ["a surcharge and a discount that together exceed a piece", { lowMoq: { under: 200, surchargeBps: 9_500 } }],
    ["an unknown field", { extra: 1 } as Partial<PriceBook>],
  ])("%s is refused", (_name, change) => {
    expect(PriceBook.safeParse({ ...book2, ...change }).success).toBe(false);
  });
});
