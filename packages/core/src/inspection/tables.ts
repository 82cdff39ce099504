import * as z from "zod";

/**
 * The general levels I to III say how thoroughly a lot is looked at, II is the standard's and the trade's default. The special levels
 * S-1 to S-4 are for few pieces where looking destroys or takes long: measuring, washing, tearing.
 */
export const Level = z.enum(["S-1", "S-2", "S-3", "S-4", "I", "II", "III"]);
export type Level = z.infer<typeof Level>;

export const Letter = z.enum(["A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "Q", "R"]);
export type Letter = z.infer<typeof Letter>;

/** Acceptance quality limits in defects per hundred pieces, by the names that the standard gives its columns. */
export const Aql = z.enum(["0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5", "2.5", "4.0", "6.5"]);
export type Aql = z.infer<typeof Aql>;

const levels = Level.options;

/**
 * ISO 2859-1:1999 table 1: the largest lot of each row, and its code letter at S-1, S-2, S-3, S-4, I, II and III, in that order. The
 * last row has no end.
 */
const codeLetters: readonly (readonly [upTo: number, letters: string])[] = [
  [8, "AAAAAAB"],
  [15, "AAAAABC"],
  [25, "AABBBCD"],
  [50, "ABBCCDE"],
  [90, "BBCCCEF"],
  [150, "BBCDDFG"],
  [280, "BCDEEGH"],
  [500, "BCDEFHJ"],
  [1_200, "CCEFGJK"],
  [3_200, "CDEGHKL"],
  [10_000, "CDFGJLM"],
  [35_000, "CDFHKMN"],
  [150_000, "DEGJLNP"],
  [500_000, "DEGJMPQ"],
  [Number.POSITIVE_INFINITY, "DEHKNQR"],
];

/** The code letter of a lot of so many pieces at a level. */
export function letterOf(lotSize: number, level: Level): Letter {
  const row = codeLetters.find(([upTo]) => lotSize <= upTo)?.[1] ?? "";
  return Letter.parse(row[levels.indexOf(level)]);
}

/** ISO 2859-1:1999 table 2-A: pieces in the sample of each code letter. */
export const sampleSizes: Readonly<Record<Letter, number>> = {
  A: 2,
  B: 3,
  C: 5,
  D: 8,
  E: 13,
  F: 20,
  G: 32,
  H: 50,
  J: 80,
  K: 125,
  L: 200,
  M: 315,
  N: 500,
  P: 800,
  Q: 1_250,
  R: 2_000,
};

/**
 * ISO 2859-1:1999 table 2-A, single sampling, normal inspection: by limit the acceptance number of each code letter from A to R; the
 * rejection number is one more. An arrow leads to the first plan below or above it, which brings its own number of pieces.
 */
const acceptance: Readonly<Record<Aql, string>> = {
  //        A B C D E F G H J K L M N P Q R
  "0.065": "↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3",
  "0.10": " ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5",
  "0.15": " ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7",
  "0.25": " ↓ ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10",
  "0.40": " ↓ ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14",
  "0.65": " ↓ ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21",
  "1.0": "  ↓ ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑",
  "1.5": "  ↓ ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑",
  "2.5": "  ↓ ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑",
  "4.0": "  ↓ 0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑",
  "6.5": "  0 ↑ ↓ 1 2 3 5 7 10 14 21 ↑ ↑ ↑ ↑ ↑",
};

/** So many pieces are looked at, so many defects accepted; one more refuses the lot. */
export type Single = { readonly letter: Letter; readonly pieces: number; readonly accept: number };

/** The plan of a code letter for a limit, with every arrow followed. */
export function singlePlan(letter: Letter, aql: Aql): Single {
  const cells = acceptance[aql].trim().split(/\s+/u);
  let at = Letter.options.indexOf(letter);
  // Two arrows never point at one another, so each step leads nearer to a number.
  while (cells[at] === "↓" || cells[at] === "↑") at += cells[at] === "↓" ? 1 : -1;
  const led = Letter.parse(Letter.options[at]);
  return { letter: led, pieces: sampleSizes[led], accept: Number(cells[at]) };
}
