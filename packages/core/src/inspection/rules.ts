import * as z from "zod";

/** Defects found in the sample, by how bad they are. */
export const Defects = z.strictObject({ critical: z.int().min(0).max(10_000), major: z.int().min(0).max(10_000), minor: z.int().min(0).max(10_000) });
export type Defects = z.infer<typeof Defects>;

type Row = { readonly upTo: number; readonly letter: string };

/** ISO 2859-1:1999 table 1, general inspection level II: lot size to code letter. */
const letters: readonly Row[] = [
  { upTo: 8, letter: "A" },
  { upTo: 15, letter: "B" },
  { upTo: 25, letter: "C" },
  { upTo: 50, letter: "D" },
  { upTo: 90, letter: "E" },
  { upTo: 150, letter: "F" },
  { upTo: 280, letter: "G" },
  { upTo: 500, letter: "H" },
  { upTo: 1_200, letter: "J" },
  { upTo: 3_200, letter: "K" },
  { upTo: 10_000, letter: "L" },
  { upTo: 35_000, letter: "M" },
  { upTo: 150_000, letter: "N" },
  { upTo: 500_000, letter: "P" },
  { upTo: Number.POSITIVE_INFINITY, letter: "Q" },
];

type Plan = { readonly sampleSize: number; readonly acceptMajor: number; readonly acceptMinor: number };

/**
 * ISO 2859-1:1999 table 2-A, single sampling, normal inspection: sample size by code letter with the acceptance numbers of
 * AQL 2.5 (major) and AQL 4.0 (minor). Where the table's arrow points to another plan, that plan's size is used.
 */
const plans: Readonly<Record<string, Plan>> = {
  A: { sampleSize: 5, acceptMajor: 0, acceptMinor: 0 },
  B: { sampleSize: 5, acceptMajor: 0, acceptMinor: 0 },
  C: { sampleSize: 5, acceptMajor: 0, acceptMinor: 0 },
  D: { sampleSize: 13, acceptMajor: 0, acceptMinor: 1 },
  E: { sampleSize: 20, acceptMajor: 1, acceptMinor: 2 },
  F: { sampleSize: 20, acceptMajor: 1, acceptMinor: 2 },
  G: { sampleSize: 32, acceptMajor: 2, acceptMinor: 3 },
  H: { sampleSize: 50, acceptMajor: 3, acceptMinor: 5 },
  J: { sampleSize: 80, acceptMajor: 5, acceptMinor: 7 },
  K: { sampleSize: 125, acceptMajor: 7, acceptMinor: 10 },
  L: { sampleSize: 200, acceptMajor: 10, acceptMinor: 14 },
  M: { sampleSize: 315, acceptMajor: 14, acceptMinor: 21 },
  N: { sampleSize: 500, acceptMajor: 21, acceptMinor: 21 },
  P: { sampleSize: 800, acceptMajor: 21, acceptMinor: 21 },
  Q: { sampleSize: 1_250, acceptMajor: 21, acceptMinor: 21 },
};

export type SamplingPlan = { readonly letter: string; readonly sampleSize: number; readonly accept: Defects };

const last: Plan = { sampleSize: 1_250, acceptMajor: 21, acceptMinor: 21 };

/** How many pieces of a lot are looked at, and how many defects of each kind it may have; no critical defect is ever accepted. */
export function samplingPlan(lotSize: number): SamplingPlan {
  const letter = letters.find(({ upTo }) => lotSize <= upTo)?.letter ?? "Q";
  const { sampleSize, acceptMajor, acceptMinor } = plans[letter] ?? last;
  return { letter, sampleSize: Math.min(sampleSize, lotSize), accept: { critical: 0, major: acceptMajor, minor: acceptMinor } };
}

export type Verdict = SamplingPlan & { readonly result: "pass" | "fail"; readonly reasons: readonly string[] };

const kinds = ["critical", "major", "minor"] as const;

/** Pass or fail of a lot by what was found in its sample, with the reason for each kind of defect that was too frequent. */
export function verdictOf(lotSize: number, found: Defects): Verdict {
  const plan = samplingPlan(lotSize);
  const reasons = kinds
    .filter((kind) => found[kind] > plan.accept[kind])
    .map((kind) => `${found[kind]} ${kind} defects, at most ${plan.accept[kind]} in ${plan.sampleSize} pieces`);
  return { ...plan, result: reasons.length === 0 ? "pass" : "fail", reasons };
}
