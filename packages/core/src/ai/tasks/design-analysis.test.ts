import { expect, test } from "vitest";
import { Seen } from "../../design/model.ts";
import { askingOf, judged } from "../asking.ts";
import { designAnalysis, MAX_PICTURE_BYTES } from "./design-analysis.ts";

const picture = { type: "image/webp" as const, data: Buffer.from("a checked picture").toString("base64") };
const unseen = { value: "unknown", percent: 0 };
const bare = { palette: [], today: "2026-11-27", picture };

test("without a model and without words nothing of a picture is known", () => {
  expect(designAnalysis.fallback(designAnalysis.input.parse(bare))).toEqual({
    garment: unseen,
    construction: unseen,
    pattern: unseen,
    print: unseen,
    colours: [],
    techniques: [],
  });
});

test("without a model the words and the colours of a design say what they say, as sure as the reader of briefs is", () => {
  const description = "A fleece hoodie with an embroidery on the left chest and a sublimation all over";
  const found = designAnalysis.fallback(designAnalysis.input.parse({ ...bare, description, palette: ["#1f3a5f", "#1f3a5f"] }));

  expect(found).toMatchObject({
    garment: { value: "hoodie", percent: 93 },
    construction: { value: "jersey", percent: 90 },
    pattern: unseen,
    print: { value: "all-over", percent: 88 },
    colours: [{ hex: "#1f3a5f", percent: 100 }],
  });
  expect(found.techniques.map(({ value }) => value)).toEqual(["embroidery", "sublimation"]);
  expect(Seen.safeParse(found).success).toBe(true);
});

test("the garment that its owner chose stands before the one that the words name", () => {
  const input = designAnalysis.input.parse({ ...bare, description: "A polo as a dress", garmentType: "dress" });

  expect(designAnalysis.fallback(input).garment).toEqual({ value: "dress", percent: 100 });
});

test("the model is shown the picture and what is stored of the design, and the prompt does not hold the picture", () => {
  const asking = askingOf(designAnalysis, designAnalysis.input.parse({ ...bare, description: "A hoodie, mail me at a@b.example" }));

  expect(asking.attachments).toEqual([picture]);
  expect(asking.prompt).not.toMatch(/a@b\.example|base64/u);
  expect(asking.prompt).not.toContain(picture.data);
});

const good = designAnalysis.fallback(designAnalysis.input.parse({ ...bare, garmentType: "hoodie" }));

test.each<[string, unknown]>([
  ["half a percent", { ...good, garment: { value: "hoodie", percent: 50.5 } }],
  ["more than all", { ...good, garment: { value: "hoodie", percent: 101 } }],
  ["a garment of no book", { ...good, garment: { value: "spoon", percent: 50 } }],
  ["a colour in words", { ...good, colours: [{ hex: "navy", percent: 50 }] }],
  ["seven colours", { ...good, colours: Array.from({ length: 7 }, (_, index) => ({ hex: `#00000${index}`, percent: 50 })) }],
  [
    "a colour twice",
    {
      ...good,
      colours: [
        { hex: "#000000", percent: 50 },
        { hex: "#000000", percent: 40 },
      ],
    },
  ],
  [
    "a technique twice",
    {
      ...good,
      techniques: [
        { value: "patch", percent: 50 },
        { value: "patch", percent: 40 },
      ],
    },
  ],
  ["words of its own", { ...good, note: "Order at once" }],
])("an answer with %s cannot be used", (_name, answer) => {
  expect(judged(designAnalysis, designAnalysis.input.parse(bare), answer).problem).toBeDefined();
});

test("a picture at the model's limit still fits the input", () => {
  const data = Buffer.alloc(MAX_PICTURE_BYTES).toString("base64");

  expect(designAnalysis.input.safeParse({ ...bare, picture: { ...picture, data } }).success).toBe(true);
});
