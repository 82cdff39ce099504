import { type Count, numbersIn } from "./numbers.ts";
import { bareShirt, garmentWords } from "./garment-words.ts";
import { correctionWords, pieceWords, quantityLabels } from "./lexicon.ts";
import { type Span, spansOf } from "./text.ts";

export type Read<T> = { readonly value: T; readonly bps: number };

/** What follows a number that is no count of pieces: weights, lengths, shares, money, time, colours. */
const OTHER_UNIT =
  /^\s?-?(?:gsm|g\/m|g\/qm|gr\b|grams?\b|gramm|g\b|kg|oz|ounces?|unzen|%|percent|prozent|€|\$|£|usd|eur|euros?|dollars?|taka|tk|cm|mm|inch|"|′|x\s?\d|days?|weeks?|months?|tage?n?|wochen?|monate?n?|year|jahre?|colou?rs?|farben?|farbig|colorways?|styles?|designs?|placements?|sizes?|größen?|gauge|gg|stores?|people|employees|mitarbeiter|players|years|th\b|nd\b|rd\b|am\b|pm\b|uhr|জিএসএম|গ্রাম|%|দিন|সপ্তাহ|মাস|টাকা|ডলার|রঙ|রং|কালার|সাইজ|বছর|জন|ইঞ্চি)/u;
const MONEY_BEFORE = /(?:[$€£]|usd|eur|us\$|tk\.?|budget|price|preis|target|দাম|বাজেট)\s?(?:of |is |:|von |around |about |etwa |ca\.? )*$/u;
const PART_BEFORE =
  /(?<!\p{L})(?:size|größe|sizes|no\.|nr\.|#|art\.?|style|sku|page|seite|room|phone|tel\.?|po|\+|pantone|saturday|est\.?|since|seit|-)\s?$/u;
/** A number within a date or a size table is none of pieces. */
const DATE = /\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.\s?\d{1,2}\.(?!\d)/gu;
const MONTH_AFTER =
  /^(?:\.|th|st|nd|rd)?\s?(?:of )?(?:january|february|march|april|may\b|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b|januar|februar|märz|mai\b|juni|juli|oktober|dezember|জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে |জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর)/u;
const MONTH_BEFORE =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember)\.?\s$/u;

const within = (spans: readonly Span[], { start, end }: Span): boolean => spans.some((span) => span.start <= start && end <= span.end);

function isOther(text: string, one: Count, dates: readonly Span[]): boolean {
  const [before, after] = [text.slice(Math.max(0, one.start - 24), one.start), text.slice(one.end, one.end + 20)];
  if (within(dates, one) || MONTH_BEFORE.test(before) || (one.value <= 31 && MONTH_AFTER.test(after))) return true;
  return OTHER_UNIT.test(after) || MONEY_BEFORE.test(before) || (PART_BEFORE.test(before) && !one.hasScale);
}

const DENIED = /\b(?:not|nicht|keine)\s$/u;
const NEAR = 44;
/** More pieces than that nobody means. */
export const MAX_READ = 10_000_000;
const garmentSpans = (text: string): Span[] => [...garmentWords.flatMap(([, pattern]) => spansOf(pattern, text)), ...spansOf(bareShirt, text)];

/** How sure it is that a number counts the pieces, in basis points. */
function weigh(
  text: string,
  one: Count,
  marks: { readonly garments: readonly Span[]; readonly units: readonly Span[]; readonly labels: readonly Span[] },
): number {
  const between = (span: Span) => text.slice(one.end, span.start);
  const follows = (spans: readonly Span[], most: number) =>
    spans.some((span) => span.start >= one.end && span.start - one.end <= most && !/[\d;.!?]/u.test(between(span)));
  const labelled = marks.labels.some(
    (span) => span.end <= one.start && one.start - span.end <= 12 && !/[\d;]/u.test(text.slice(span.end, one.start)),
  );
  if (labelled) return 9_500;
  if (follows(marks.units, 2)) return 9_400;
  if (follows(marks.garments, 24)) return 9_200;
  if (follows(marks.garments, NEAR)) return 8_600;
  if (marks.garments.some((span) => span.end <= one.start && one.start - span.end <= 30)) return 7_500;
  return one.hasScale || one.value >= 50 ? 6_000 : 2_500;
}

type Weighed = Count & { readonly bps: number };

/** "300 black and 200 navy polos": numbers of one list that share a unit are parts of one order. */
function lots(text: string, counts: readonly Weighed[]): Read<number> | undefined {
  const [first, ...more] = counts;
  if (!first || more.length === 0) return undefined;
  const joined = counts.slice(1).every((one, index) => {
    const gap = text.slice(counts[index]?.end ?? 0, one.start);
    return (
      gap.length <= 30 &&
      /(?:\band\b|\bund\b|\bplus\b|\+|&|ও|এবং|আর)/u.test(gap) &&
      !/[;.!?]|\b(?:or|oder|to|bis|then|later|is|ist|each)\b|অথবা/u.test(gap)
    );
  });
  const sum = counts.reduce((total, { value }) => total + value, 0);
  return joined && sum <= MAX_READ ? { value: sum, bps: 7_500 } : undefined;
}

/** How many pieces are wanted: the number that is called so, else the one before a garment, else the only one that could be. */
export function readQuantity(text: string, taken: readonly Span[]): Read<number> | undefined {
  const dates = spansOf(DATE, text);
  const marks = { garments: garmentSpans(text), units: spansOf(pieceWords, text), labels: spansOf(quantityLabels, text) };
  const counts = numbersIn(text)
    .filter(
      (one) =>
        Number.isInteger(one.value) &&
        one.value >= 2 &&
        one.value <= MAX_READ &&
        !isOther(text, one, dates) &&
        !within(taken, one) &&
        !DENIED.test(text.slice(0, one.start)),
    )
    .map((one): Weighed => ({ ...one, bps: weigh(text, one, marks) }))
    .filter(({ bps, value }) => bps >= 6_000 || value >= 20);
  const corrected = counts.findLast((one) => spansOf(correctionWords, text).some(({ end }) => end <= one.start && one.start - end <= 24));
  if (corrected) return { value: corrected.value, bps: 7_500 };
  const best = Math.max(0, ...counts.map(({ bps }) => bps));
  const likely = counts.filter(({ bps }) => bps >= Math.min(best, 8_600));
  const [first] = likely.toSorted((a, b) => b.bps - a.bps || a.start - b.start);
  if (!first) return undefined;
  const parts = lots(
    text,
    counts.filter(({ value }) => value >= 10),
  );
  if (parts) return parts;
  const same = likely.every(({ value }) => value === first.value);
  if (same) return { value: first.value, bps: first.bps };
  return { value: first.value, bps: 5_500 };
}
