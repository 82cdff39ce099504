import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../testing.ts";
import { Reading } from "../model.ts";
import { languageOf, readBrief } from "./index.ts";

const TODAY = "2026-11-27";
const read = (text: string) => readBrief(text, TODAY);

test.each([
  ["1,200 polos", 1_200],
  ["1.200 Stück Poloshirts", 1_200],
  ["1 200 polos", 1_200],
  ["1,20,000 pcs t-shirts", 120_000],
  ["2.5k tees", 2_500],
  ["fünfhundert T-Shirts", 500],
  ["one hundred and fifty hoodies", 150],
  ["পাঁচশ পিস হুডি", 500],
  ["২০ ডজন গেঞ্জি", 240],
  ["20 dozen tees", 240],
  ["100 hoodies, no wait make it 150 hoodies", 150],
  ["polos: S 50, M 100", 150],
])("%s are so many pieces", (text, quantity) => {
  expect(read(text).quantity?.value).toBe(quantity);
});

test.each(["180 gsm cotton t-shirts", "t-shirts for $5.00 each", "hoodies in 3 colours by 12 March 2027", "hoodies, call +49 170 1234567"])(
  "no number of %s counts pieces",
  (text) => {
    expect(read(text)).not.toHaveProperty("quantity");
  },
);

test.each([
  ["in 2 weeks", "2026-12-11"],
  ["by 15 March", "2027-03-15"],
  ["bis 15.03.2027", "2027-03-15"],
  ["২০ ফেব্রুয়ারি", "2027-02-20"],
  ["by 2026-01-01", undefined],
  ["by 31 February 2027", undefined],
])("goods wanted %s are wanted on %s", (text, on) => {
  expect(read(`hoodies ${text}`).wantedOn?.value).toBe(on);
});

test.each([
  ["cotton, no polyester", "cotton"],
  ["kein Polyester, sondern Baumwolle", "cotton"],
  ["organic cotton", "organic-cotton"],
  ["cotton fleece", "fleece"],
  ["60% cotton 40% polyester", "poly-cotton"],
  ["পলিয়েস্টার না, কটন", "cotton"],
])("%s is %s", (text, fabric) => {
  expect(read(text).fabric?.value).toBe(fabric);
});

test.each([
  ["We need hoodies for our team", "en"],
  ["Wir brauchen Hoodies für unser Team", "de"],
  ["আমাদের হুডি লাগবে", "bn"],
])("%s is read as %s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test("a split that does not add up is left to the buyer", () => {
  expect(read("500 hoodies: S 100, M 100")).not.toHaveProperty("sizes");
});

test("whatever is written, what is read has its shape, and the same text reads the same (500 cases)", () => {
  const scraps = fc.constantFrom(
    "500",
    "hoodies",
    "কটন",
    "S 5",
    "kein",
    "2 dozen",
    "31.02.",
    "g/m²",
    "<b>",
    "</b>",
    "%",
    "lakh lakh lakh",
    "99999999999",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join(" ")),
      ),
      (text) => {
        expect(Reading.parse(read(text))).toEqual(read(text));
      },
    ),
    runs(500),
  );
});

test("the longest brief is read in well under a second, also one that is made to be slow", () => {
  const started = performance.now();
  for (const text of ["1 ".repeat(2_000), "S".repeat(4_000), "hundred ".repeat(500), "no ".repeat(1_300), "<a".repeat(2_000)]) read(text);

  expect(performance.now() - started).toBeLessThan(2_500);
});
