import * as z from "zod";
import { invalid } from "../kernel/error.ts";

/** Defects found in the sample, by how bad they are. */
export const Defects = z.strictObject({ critical: z.int().min(0).max(10_000), major: z.int().min(0).max(10_000), minor: z.int().min(0).max(10_000) });
export type Defects = z.infer<typeof Defects>;

/** How thoroughly a lot is looked at; II is the standard's and the trade's default. */
export const Level = z.enum(["I", "II", "III"]);
export type Level = z.infer<typeof Level>;

export const Letter = z.enum(["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R"]);
export type Letter = z.infer<typeof Letter>;

/** ISO 2859-1:1999 table 1, general inspection levels: the largest lot of each row with its code letter at levels I, II and III. */
const letters: readonly (readonly [upTo: number, byLevel: Readonly<Record<Level, Letter>>])[] = [
  [8, { I: "A", II: "A", III: "B" }],
  [15, { I: "A", II: "B", III: "C" }],
  [25, { I: "B", II: "C", III: "D" }],
  [50, { I: "C", II: "D", III: "E" }],
  [90, { I: "C", II: "E", III: "F" }],
  [150, { I: "D", II: "F", III: "G" }],
  [280, { I: "E", II: "G", III: "H" }],
  [500, { I: "F", II: "H", III: "J" }],
  [1_200, { I: "G", II: "J", III: "K" }],
  [3_200, { I: "H", II: "K", III: "L" }],
  [10_000, { I: "J", II: "L", III: "M" }],
  [35_000, { I: "K", II: "M", III: "N" }],
  [150_000, { I: "L", II: "N", III: "P" }],
  [500_000, { I: "M", II: "P", III: "Q" }],
];

/** Lots above the last row of the table. */
const largest: Readonly<Record<Level, Letter>> = { I: "N", II: "Q", III: "R" };

type Single = readonly [pieces: number, accept: number];

/**
 * ISO 2859-1:1999 table 2-A, single sampling, normal inspection, by code letter: pieces looked at and defects accepted (one
 * more is refused) for AQL 2.5 (major) and AQL 4.0 (minor). Where the table has an arrow, this is the plan the arrow leads to,
 * with that plan's number of pieces, as the standard demands; that is why the two can differ for very small and very large lots.
 */
const plans: Readonly<Record<Letter, { readonly major: Single; readonly minor: Single }>> = {
  A: { major: [5, 0], minor: [3, 0] },
  B: { major: [5, 0], minor: [3, 0] },
  C: { major: [5, 0], minor: [3, 0] },
  D: { major: [5, 0], minor: [13, 1] },
  E: { major: [20, 1], minor: [13, 1] },
  F: { major: [20, 1], minor: [20, 2] },
  G: { major: [32, 2], minor: [32, 3] },
  H: { major: [50, 3], minor: [50, 5] },
  J: { major: [80, 5], minor: [80, 7] },
  K: { major: [125, 7], minor: [125, 10] },
  L: { major: [200, 10], minor: [200, 14] },
  M: { major: [315, 14], minor: [315, 21] },
  N: { major: [500, 21], minor: [315, 21] },
  P: { major: [500, 21], minor: [315, 21] },
  Q: { major: [500, 21], minor: [315, 21] },
  R: { major: [500, 21], minor: [315, 21] },
};

export type SamplingPlan = {
  readonly letter: Letter;
  /** Pieces to take from the lot: the most that any kind of defect asks for. */
  readonly sampleSize: number;
  /** How many of the pieces taken, from the first on, count for each kind of defect. */
  readonly pieces: Defects;
  /** Defects that are still accepted; one more refuses the lot. */
  readonly accept: Defects;
};

/**
 * How many pieces of a lot are looked at and how many defects of each kind it may have. A critical defect is never accepted
 * (AQL 0) in any piece that is looked at, and a sample larger than the lot is the whole lot. Throws `inspection.lot` for a lot
 * without pieces.
 */
export function samplingPlan(lotSize: number, level: Level = "II"): SamplingPlan {
  if (!Number.isInteger(lotSize) || lotSize < 1) throw invalid("inspection.lot", "An inspection needs a lot of at least one piece", { lotSize });
  const letter = (letters.find(([upTo]) => lotSize <= upTo)?.[1] ?? largest)[level];
  const { major, minor } = plans[letter];
  const [majorPieces, minorPieces] = [Math.min(major[0], lotSize), Math.min(minor[0], lotSize)];
  const sampleSize = Math.max(majorPieces, minorPieces);
  return {
    letter,
    sampleSize,
    pieces: { critical: sampleSize, major: majorPieces, minor: minorPieces },
    accept: { critical: 0, major: major[1], minor: minor[1] },
  };
}

export type Verdict = SamplingPlan & { readonly result: "pass" | "fail"; readonly reasons: readonly string[] };

const kinds = ["critical", "major", "minor"] as const;

const reasonFor = (kind: (typeof kinds)[number], found: number, { pieces, accept }: SamplingPlan): string =>
  `${found} ${kind} ${found === 1 ? "defect" : "defects"}, at most ${accept[kind]} in ${pieces[kind]} pieces`;

/** Pass or fail of a lot by what was found in its sample, with the reason for each kind of defect that was too frequent. */
export function verdictOf(lotSize: number, found: Defects, level: Level = "II"): Verdict {
  const plan = samplingPlan(lotSize, level);
  const reasons = kinds.filter((kind) => found[kind] > plan.accept[kind]).map((kind) => reasonFor(kind, found[kind], plan));
  return { ...plan, result: reasons.length === 0 ? "pass" : "fail", reasons };
}
