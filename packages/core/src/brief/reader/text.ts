/** Where a pattern was found in a text. */
export type Span = { readonly start: number; readonly end: number };

const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
/** Markup and what stands in it is not what somebody wants made. */
const ELEMENTS = /<(\w+)[^<>]*>[^<]*<\/\1>|<\/?\w[^<>]*>/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
const BANGLA_ZERO = 0x09e6;

/** A brief as the patterns read it: one line in lower case, with the digits and hyphens of English. */
export const normal = (text: string): string =>
  text
    .normalize("NFC")
    .replace(ELEMENTS, " ")
    .replace(UNSEEN, "")
    .replace(DASHES, "-")
    .replace(/[০-৯]/gu, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO))
    .replace(/[\r\n]+/gu, " ; ")
    .replace(/\s+/gu, " ")
    .toLowerCase()
    .trim();

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}])`;

/**
 * A pattern of whole words. A stem that ends in `*` may go on with other letters, as endings do in Bangla and compounds in
 * German; one that begins with `*` may stand at the end of a compound.
 */
export function words(...stems: readonly string[]): RegExp {
  const one = (stem: string) => {
    const body = stem.replace(/^\*/u, "").replace(/\*$/u, "");
    return `${stem.startsWith("*") ? "" : BEFORE}(?:${body})${stem.endsWith("*") ? "" : AFTER}`;
  };
  return new RegExp(stems.map(one).join("|").normalize("NFC"), "gu");
}

/** Every place of a pattern, in the order of the text. */
export const spansOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Values with the words for them. */
export type Lexicon<T> = readonly (readonly [T, RegExp])[];

export type Named<T> = Span & { readonly value: T };

/** What of a lexicon stands in a text: of two that overlap the longer one, and of equal ones the earlier entry. */
export function find<T>(lexicon: Lexicon<T>, text: string): Named<T>[] {
  const all = lexicon.flatMap(([value, pattern]) => spansOf(pattern, text).map((span) => ({ ...span, value })));
  const length = ({ start, end }: Span) => end - start;
  const kept = all
    .toSorted((a, b) => length(b) - length(a))
    .reduce<Named<T>[]>((found, one) => (found.some(({ start, end }) => one.start < end && start < one.end) ? found : [...found, one]), []);
  return kept.toSorted((a, b) => a.start - b.start);
}

const NO_BEFORE = words(
  "no",
  "not",
  "non",
  "without",
  "never",
  "don'?t want",
  "do not want",
  "instead of",
  "rather than",
  "kein*",
  "nicht",
  "ohne",
  "statt",
  "anstatt",
  "keinesfalls",
);
const NO_AFTER = /^[^,.;]{0,12}?(?:(?<![\p{L}\p{M}])(?:না|নয়|নয়|ছাড়া|ছাড়া|নেই|লাগবে না|চাই না)(?![\p{L}\p{M}]))/u;

/** Whether somebody says that they do not want what stands here: a "no" close before it, or in Bangla after it. */
export function isDenied(text: string, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - 22), start)
      .split(/[,.;:!?]|\bbut\b|\bsondern\b/u)
      .at(-1) ?? "";
  return spansOf(NO_BEFORE, before).length > 0 || NO_AFTER.test(text.slice(end, end + 24));
}
