import { readFileSync } from "node:fs";
import path from "node:path";
import { readBrief } from "@sleekapp/core/brief/reader";
import { describe, expect, test } from "vitest";
import { root } from "../source.ts";
import { briefsOf, isRight, percentOf, scoresOf, tableOf, TODAY } from "./briefs.ts";

const rules = ({ text }: { readonly text: string }) => readBrief(text, TODAY);

test("there are 60 briefs that the rules were written against and 40 that they were not, in three languages, none twice", () => {
  const [known, unseen] = [briefsOf("known"), briefsOf("unseen")];
  const all = [...known, ...unseen];

  expect([known.length, unseen.length]).toEqual([60, 40]);
  expect(new Set(all.map(({ text }) => text)).size).toBe(100);
  expect(new Set(unseen.map(({ language }) => language))).toEqual(new Set(["en", "de", "bn"]));
});

describe.each(["en", "de", "bn"])("of the %s briefs that they were not written against, the rules read at least 80 %% of", (language) => {
  test.each(["garmentType", "quantity", "fabric"])("%s", async (field) => {
    const scores = await scoresOf(briefsOf("unseen"), rules);

    expect(percentOf(scores[language]?.[field] ?? { right: 0, all: 1 })).toBeGreaterThanOrEqual(80);
  });
});

test("the report in docs is what the rules score now", async () => {
  const report = readFileSync(path.join(root, "docs/brief-reading.md"), "utf8");

  for (const set of ["known", "unseen"] as const) expect(report).toContain(tableOf(await scoresOf(briefsOf(set), rules)));
});

test("a field that is read where nothing is said counts as wrong, and a decoration in the wrong place too", () => {
  expect(isRight("fabric", null, "cotton")).toBe(false);
  expect(isRight("customisations", [{ technique: "patch", placement: "back" }], [{ technique: "patch", placement: "front" }])).toBe(false);
});
