import { readFileSync } from "node:fs";
import path from "node:path";
import { Language, type Reading } from "@sleekapp/core/brief/model";
import * as z from "zod";
import { root } from "../source.ts";

const Written = z.strictObject({
  id: z.string(),
  language: Language,
  kind: z.enum(["short", "long", "messy", "units", "sizes", "hostile"]),
  text: z.string(),
  /** What a person reads in it; null where it says nothing of the kind. */
  expected: z.record(z.string(), z.unknown()),
});
export type Written = z.infer<typeof Written>;

export const sets = { known: "the 60 the rules were written against", unseen: "the 40 they were not written against" } as const;
export type SetName = keyof typeof sets;

/** The day on which the briefs were written; "in six weeks" counts from it. */
export const TODAY = "2026-11-27";

/** Briefs with what a person reads in them. */
export const briefsOf = (name: SetName): Written[] =>
  z.array(Written).parse(JSON.parse(readFileSync(path.join(root, `test/fixtures/briefs/${name}.json`), "utf8")));

export type Score = { right: number; all: number };
/** By language, then by field; `all` languages together under `all`. */
export type Scores = Readonly<Record<string, Readonly<Record<string, Score>>>>;

const Wishes = z.array(z.looseObject({ technique: z.string(), placement: z.string().optional() }));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether a field says what is expected; of decorations, whether each expected one is there with its place. */
export function isRight(field: string, expected: unknown, got: unknown): boolean {
  if (field !== "customisations") return isSame(got ?? null, expected);
  const read = Wishes.catch([]).parse(got);
  return Wishes.parse(expected).every((wish) => read.some((one) => one.technique === wish.technique && one.placement === wish.placement));
}

const valueIn = (reading: Reading, field: string): unknown => Object.entries(reading).find(([name]) => name === field)?.[1]?.value;

/** Counts, by language and field, how often a reader reads what a person does. */
export async function scoresOf(briefs: readonly Written[], read: (brief: Written) => Promise<Reading> | Reading): Promise<Scores> {
  const scores: Record<string, Record<string, Score>> = {};
  for (const brief of briefs) {
    const reading = await read(brief);
    for (const [field, expected] of Object.entries(brief.expected)) {
      for (const group of [brief.language, "all"]) {
        const score = ((scores[group] ??= {})[field] ??= { right: 0, all: 0 });
        score.all += 1;
        score.right += isRight(field, expected, valueIn(reading, field)) ? 1 : 0;
      }
    }
  }
  return scores;
}

/** The share that is right, in whole percent. */
export const percentOf = ({ right, all }: Score): number => Math.floor((right * 100) / all);

const order = ["garmentType", "quantity", "fabric", "gsm", "sizes", "customisations", "complexity", "wantedOn", "rush", "sample"];
const groups = ["all", ...Language.options];

/** The scores as a table: a row for each field, a column for each language. */
export function tableOf(scores: Scores): string {
  const cell = (field: string, group: string) => {
    const score = scores[group]?.[field];
    return score ? `${score.right} of ${score.all} (${percentOf(score)} %)` : "";
  };
  const rows = order
    .filter((field) => scores["all"]?.[field])
    .map((field) => `| ${field} | ${groups.map((group) => cell(field, group)).join(" | ")} |`);
  return [`| Field | ${groups.join(" | ")} |`, `| --- | ${groups.map(() => "---").join(" | ")} |`, ...rows].join("\n");
}
