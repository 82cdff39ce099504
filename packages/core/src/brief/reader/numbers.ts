import type { Span } from "./text.ts";

const units: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  "twenty five": 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  "seventy five": 75,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  // German; its words for hundreds are written in one.
  eine: 1,
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  fünfzehn: 15,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  achtzig: 80,
  // Bangla.
  এক: 1,
  দুই: 2,
  দু: 2,
  তিন: 3,
  চার: 4,
  পাঁচ: 5,
  ছয়: 6,
  সাত: 7,
  আট: 8,
  নয়: 9,
  দশ: 10,
  বারো: 12,
  বিশ: 20,
  পঁচিশ: 25,
  ত্রিশ: 30,
  পঞ্চাশ: 50,
};

const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  hundert: 100,
  শত: 100,
  শো: 100,
  শ: 100,
  thousand: 1_000,
  tausend: 1_000,
  tsd: 1_000,
  হাজার: 1_000,
  k: 1_000,
  lakh: 100_000,
  lac: 100_000,
  লাখ: 100_000,
  লক্ষ: 100_000,
  dozen: 12,
  dozens: 12,
  doz: 12,
  dz: 12,
  dutzend: 12,
  ডজন: 12,
  gross: 144,
};

const nfc = (table: Readonly<Record<string, number>>) => new Map(Object.entries(table).map(([word, value]) => [word.normalize("NFC"), value]));
const unitOf = nfc(units);
const scaleOf = nfc(scales);
const longest = (table: ReadonlyMap<string, number>): string => [...table.keys()].toSorted((a, b) => b.length - a.length).join("|");

const UNIT = longest(unitOf);
const SCALE = longest(scaleOf);
/** A number in words: units and scales, `and` between them, the scale sometimes joined to its unit; or a scale by itself. */
const ALONE = longest(new Map([...scaleOf].filter(([word]) => word.length > 1)));
const EDGE = "(?![\\p{L}\\p{M}\\p{N}])";
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.,])(?<!\\d )(?:(?:an? )?(?:${ALONE})|(?:${UNIT})(?:[ -]?(?:${SCALE}))*)(?:(?: and |und| )(?:(?:${UNIT})(?:[ -]?(?:${SCALE}))+|fifty|fünfzig|পঞ্চাশ))*${EDGE}`,
  "gu",
);
const PIECE = new RegExp(`${UNIT}|${SCALE}`, "gu");

/** What a number in words says: units times the scales behind them, added up. */
function spelled(text: string): number {
  let [sum, current] = [0, 0];
  for (const [word] of text.matchAll(PIECE)) {
    const scale = scaleOf.get(word);
    if (scale === undefined) {
      sum += current;
      current = unitOf.get(word) ?? 0;
    } else current = Math.max(1, current) * scale;
  }
  return sum + current;
}

/** Numbers in words become digits, so that one pattern reads both. Single small words such as "a" and "one" stay. */
export function withDigits(text: string): string {
  return text.replace(SPELLED, (said) => {
    const value = spelled(said);
    return value >= 2 ? String(value) : said;
  });
}

const DIGITS = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<number>\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d{1,3}(?:[.' ]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d{1,2})?)(?:\\s?(?<scale>${SCALE})(?![\\p{L}\\p{M}]))?`,
  "gu",
);

export type Count = Span & { readonly value: number; readonly hasScale: boolean };

/** `1,200`, `1.200`, `1 200`, `1,20,000`, `1.5`: points and commas before three digits part thousands. */
function valueOf(digits: string): number {
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}$/u.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^\d{1,3}(?:[.' ]\d{3})+$/u.test(digits)) return Number(digits.replaceAll(/[.' ]/gu, ""));
  return Number(digits.replace(",", "."));
}

/** Every number of a text, with `k`, lakh, dozen and their like multiplied out. */
export const numbersIn = (text: string): Count[] =>
  [...text.matchAll(DIGITS)].map((match) => {
    const { number = "", scale } = match.groups ?? {};
    const value = valueOf(number) * (scale === undefined ? 1 : (scaleOf.get(scale) ?? 1));
    return { value: Math.round(value * 100) / 100, hasScale: scale !== undefined, start: match.index, end: match.index + match[0].length };
  });
