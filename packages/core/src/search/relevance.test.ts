import { expect, test } from "vitest";
import { engine } from "../adapters/minisearch/engine.ts";
import { asked, shop } from "./relevance.fixture.ts";
import { termsAsked } from "./words.ts";

const held = engine();
held.sync(
  shop.map((entry) => JSON.stringify(entry)),
  "2026-06-01",
);
const slugs = (q: string) => held.find({ q, chosen: {}, sort: "relevance", limit: 50 }).pages.map(({ slug }) => slug);

test("at least thirty queries have been written", () => {
  expect(asked.length).toBeGreaterThanOrEqual(30);
});

test.each(asked)("“%s” brings first what is meant", (query, first) => {
  expect(slugs(query).slice(0, first.length).toSorted()).toEqual([...first].toSorted());
});

test("a right word never brings what is merely spelt alike", () => {
  expect(slugs("jersey")).not.toContain("jeans");
  expect(slugs("polo")).toEqual(["polo"]);
});

test("words that nobody has bring nothing, and words that say nothing narrow nothing", () => {
  expect(slugs("zzqxxv")).toEqual([]);
  expect(slugs("for the")).toHaveLength(shop.length);
});

test.each([
  ["colours", "color"],
  ["Grey fibre", "gray fiber"],
  ["trousers", "pant"],
  ["women's cardis", "ladies cardigan"],
  ["piqué", "pique"],
])("“%s” and “%s” are one question", (a, b) => {
  expect(termsAsked(a)).toEqual(termsAsked(b));
});
