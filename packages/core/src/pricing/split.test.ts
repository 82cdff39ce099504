import fc from "fast-check";
import { expect, test } from "vitest";
import { type BriefInput, Brief, sizesOf } from "./model.ts";
import { book1, book2, price } from "./rules.ts";
import { briefFacts, colourWords } from "./words.ts";

const base = { garmentType: "hoodie", quantity: 100, fabric: "cotton" } as const satisfies BriefInput;
const colours = [
  { name: "Navy", sizes: { S: 30, M: 30 } },
  { name: "White", sizes: { M: 40 } },
];
const refusalOf = (change: object) => Brief.safeParse({ ...base, sizes: { S: 30, M: 70 }, colours, ...change }).error?.issues[0]?.message;

test.each<[string, object, string]>([
  ["that do not add up to a size", { sizes: { S: 31, M: 69 } }, "The colours must add up to the pieces of each size"],
  ["without the sizes that they add up to", { sizes: undefined }, "The colours must add up to the pieces of each size"],
  ["of a size that nobody asked for", { sizes: { M: 100 } }, "The colours must add up to the pieces of each size"],
  ["that are called alike", { colours: [...colours.slice(0, 1), { name: "navy ", sizes: { M: 40 } }] }, "Each colour once"],
  ["without a size", { colours: [{ name: "Navy", sizes: {} }] }, "from one to 12 sizes"],
  [
    "beyond what is cut together",
    { colours: Array.from({ length: 13 }, (_, at) => ({ name: `No. ${at}`, sizes: { M: 1 } })) },
    "Too big: expected array to have <=12 items",
  ],
])("colours %s are refused", (_name, change, message) => {
  expect(refusalOf(change)).toBe(message);
});

const split = fc.uniqueArray(fc.constantFrom("Navy", "White", "Olive", "Rust", "Black"), { minLength: 1, maxLength: 5 }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        name: fc.constant(name),
        sizes: fc.dictionary(fc.constantFrom("S", "M", "L", "XXL", "4XL"), fc.integer({ min: 25, max: 900 }), { minKeys: 2 }),
      }),
    ),
  ),
);

test("whatever the colours, a run costs the same as its sizes alone, to the cent, by every book", () => {
  fc.assert(
    fc.property(split, (given) => {
      const sizes = sizesOf(given);
      const quantity = Object.values(sizes).reduce((sum, pieces) => sum + pieces, 0);
      const plain = { ...base, quantity, sizes };
      for (const book of [book1, book2]) {
        const [without, coloured] = [plain, { ...plain, colours: given }].map((brief) => price(Brief.parse(brief), book, "2026-11-27"));
        expect(coloured).toEqual(without);
      }
    }),
    { numRuns: 60 },
  );
});

test("a brief says its colours in words, sizes as a rail is hung", () => {
  const brief = Brief.parse({ ...base, sizes: { M: 70, S: 30 }, colours });

  expect(colourWords(colours)).toBe("Navy: S 30 · M 30; White: M 40");
  expect(briefFacts(brief)).toContainEqual({ key: "colours", label: "Colours", text: "Navy: S 30 · M 30; White: M 40" });
  expect(briefFacts(Brief.parse(base)).map(({ key }) => key)).not.toContain("colours");
});
