import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runs } from "../packages/core/src/testing.ts";
import { books } from "./replay/books.ts";
import { BLOCK, replayGenerated } from "./replay/generate.ts";

const known: Record<string, string[]> = JSON.parse(readFileSync(path.join(import.meta.dirname, "replay/cents.json"), "utf8"));
const many = Math.min(10_000, runs(BLOCK).numRuns);

test.each(books.map((book) => [book.version, book] as const))(
  "quotes by book %i cost what they cost when the book was made, to the cent (500 cases, all 10,000 in the deep run)",
  (version, book) => {
    expect(known[version]).toHaveLength(20);
    expect(replayGenerated(book, many, known[version])).toMatchObject({ quotes: many, differences: [] });
  },
);

test("a rule that changes for old quotes is told of, with the quotes it changes", () => {
  const [book] = books;
  if (!book) throw new Error("There are books");

  const { differences } = replayGenerated({ ...book, platformFeeBps: book.platformFeeBps + 1 }, BLOCK, known[book.version]);

  expect(differences).toEqual(["quotes 1 to 500 of book 1 cost something else than when the book was made"]);
});
