import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usd } from "../kernel/money.ts";
import { listing } from "./listing.fixture.ts";
import { finalPrice, missingIn, priceAt, qualityOf, slugFor } from "./rules.ts";

const picture = { uploadId: "upl_1", key: "product/a", alt: "White T-shirt from the front", width: 800, height: 1_000 };

describe("a listing", () => {
  test("is complete with its fields and a picture that is put into words", () => {
    expect(missingIn(listing, [picture])).toEqual([]);
  });

  test("is complete without sizes, colours, price breaks and variants that nobody wrote", () => {
    const { sizes: _sizes, colours: _colours, breaks: _breaks, variants: _variants, ...written } = listing;

    expect(missingIn(written, [picture])).toEqual([]);
  });

  test("says what is missing, once each", () => {
    expect(missingIn({}, [])).toContain("pictures: add at least one");
    expect(missingIn(listing, [{ ...picture, alt: "" }])).toEqual(["pictures: say in words what each one shows"]);
    expect(missingIn({ ...listing, title: "Short" }, [picture])).toEqual(["title: at least ten characters"]);
    expect(missingIn({ ...listing, price: usd(0) }, [picture])).toEqual(["price: more than zero"]);
  });
});

describe("the quality of a listing", () => {
  const best = {
    ...listing,
    description: "A boxy T-shirt of heavy combed cotton. ".repeat(8),
    composition: "100% cotton",
    gauge: 24,
    metaDescription: "A heavy combed cotton T-shirt, garment washed, from fifty pieces.",
    features: ["Ribbed collar", "Garment washed", "Twin needle hems"],
    specifications: ["Neck", "Seams", "Care"].map((name) => ({ name, value: "as stated" })),
    breaks: [{ from: 100, price: usd(400) }],
  };

  test("is a hundred with everything that helps a buyer, and nothing with nothing", () => {
    expect(qualityOf(best, [picture, picture, picture])).toEqual({ score: 100, lacks: [] });
    expect(qualityOf({}, []).score).toBe(0);
  });

  test("names what is missing, the most valuable first", () => {
    const { score, lacks } = qualityOf({ ...best, sizes: [], breaks: [] }, [picture, picture, picture]);

    expect([score, lacks]).toEqual([
      85,
      [
        { name: "a price break", points: 10 },
        { name: "sizes", points: 5 },
      ],
    ]);
  });
});

test.each([
  ["a film on another site", { videoUrl: "https://films.example.com/a" }, []],
  ["a script for a film", { videoUrl: "javascript:alert(1)" }, ["videoUrl: an address that begins with https"]],
  ["an unprotected film", { videoUrl: "http://films.example.com/a" }, ["videoUrl: an address that begins with https"]],
  ["one letter for a feature", { features: ["x"] }, ["features: at least three letters each"]],
])("a listing with %s is handed in or not", (_name, more, missing) => {
  expect(missingIn({ ...listing, ...more }, [picture])).toEqual(missing);
});

test.each([
  ["rises in quantity and falls in price", [100, 400, 500, 350], true],
  ["does not begin at the minimum order", [50, 400], false],
  ["does not cost more for more pieces", [100, 400, 500, 420], false],
  ["does not fall below another break's quantity", [500, 400, 100, 350], false],
  ["is not free", [100, 0], false],
])("a price break %s", (_name, [from = 0, price = 0, ...next], sound) => {
  const breaks = [{ from, price: usd(price) }, ...(next.length > 0 ? [{ from: next[0] ?? 0, price: usd(next[1] ?? 0) }] : [])];

  expect(missingIn({ ...listing, breaks }, [picture])).toEqual(sound ? [] : ["breaks: each starts above the one before it and costs less"]);
});

test("the buyer's price is the supplier's with a tenth on top, half a cent rounded up", () => {
  expect(finalPrice(usd(455))).toEqual(usd(501));
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cents) => finalPrice(usd(cents)).amount === cents + Math.floor((cents + 5) / 10)));
});

test("a quantity takes the largest break that it reaches", () => {
  const breaks = [
    { from: 100, price: usd(400) },
    { from: 500, price: usd(350) },
  ];

  expect([50, 100, 499, 500].map((quantity) => priceAt(usd(455), breaks, quantity).amount)).toEqual([455, 400, 400, 350]);
});

test("two products of one name have two slugs, and a name in no Latin letter has one too", () => {
  const slugify = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, "-");

  expect(slugFor("Wool Hat", "prd_000001", slugify)).toBe("wool-hat-000001");
  expect(slugFor("", "prd_000002", slugify)).toBe("product-000002");
});
