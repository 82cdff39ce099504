import { decorations, type Technique } from "../../garment/model.ts";
import { addDays, type CalendarDate, CalendarDate as ADate } from "../../kernel/calendar.ts";
import type { Language, Wish } from "../model.ts";
import { barePrint, placementWords, techniqueWords } from "./lexicon.ts";
import { numbersIn } from "./numbers.ts";
import type { Read } from "./quantity.ts";
import { find, isDenied, type Named, type Span, spansOf } from "./text.ts";

/** One ounce a square yard in grams a square metre. */
const OUNCE_GSM = 33.906;
const GSM = /^\s?-?(?:gsm|g\s?\/\s?m(?:2|²|\^2)|g\/qm|gr\/m2|gramm? (?:pro|per)|g(?:ram(?:me)?s?|r|ramm)?\b|জিএসএম|গ্রাম)/u;
const OUNCE = /^\s?-?(?:oz|ounces?|unzen)/u;
const KILO = /^\s?kg\s?\/\s?(?:m2|m²|qm)/u;

/** The weight of the cloth, whatever it is measured in. */
export function readGsm(text: string): Read<number> | undefined {
  const all = numbersIn(text).flatMap(({ value, end }): Read<number>[] => {
    const after = text.slice(end, end + 16);
    if (KILO.test(after)) return [{ value: Math.round(value * 1_000), bps: 8_500 }];
    if (OUNCE.test(after)) return [{ value: Math.round(value * OUNCE_GSM), bps: 8_000 }];
    return GSM.test(after) ? [{ value: Math.round(value), bps: 9_300 }] : [];
  });
  return all.find(({ value }) => value >= 80 && value <= 600);
}

const SIZE = "(?:xxs|xs|s|m|l|xl|xxl|xxxl|[2-6]xl)";
const SIZE_FIRST = new RegExp(`(?<![\\p{L}\\p{N}])(?<size>${SIZE})\\s?(?:[:=x×-]|\\s)\\s?(?<count>\\d{1,6})(?![\\d\\p{L}%])`, "gu");
const COUNT_FIRST = new RegExp(`(?<![\\d.,])(?<count>\\d{1,6})\\s?(?:(?:[x×]|in|of|pcs|stück)\\s)?(?<size>${SIZE})(?![\\p{L}\\p{N}])`, "gu");

export type Split = { readonly sizes: Readonly<Record<string, number>>; readonly sum: number; readonly spans: readonly Span[] };

function splitBy(pattern: RegExp, text: string): Split {
  const found = [...text.matchAll(pattern)];
  const sizes: Record<string, number> = {};
  for (const { groups } of found) sizes[(groups?.["size"] ?? "").toUpperCase()] = Number(groups?.["count"]);
  const spans = found.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { sizes, sum: Object.values(sizes).reduce((a, b) => a + b, 0), spans };
}

/** Pieces by size where at least two sizes have a number; which comes first is what gives more sizes. */
export function readSplit(text: string): Split | undefined {
  const [best] = [splitBy(SIZE_FIRST, text), splitBy(COUNT_FIRST, text)].toSorted(
    (a, b) => Object.keys(b.sizes).length - Object.keys(a.sizes).length,
  );
  return best && Object.keys(best.sizes).length >= 2 && best.sum > 0 ? best : undefined;
}

const months: readonly RegExp[] = [
  /^(?:jan|জানু)/u,
  /^(?:feb|ফেব্রু)/u,
  /^(?:mar|mär|মার্চ)/u,
  /^(?:apr|এপ্রিল)/u,
  /^(?:may|mai|মে)/u,
  /^(?:jun|জুন)/u,
  /^(?:jul|জুলাই)/u,
  /^(?:aug|আগস্ট)/u,
  /^(?:sep|সেপ্টে)/u,
  /^(?:o[ck]t|অক্টো)/u,
  /^(?:nov|নভে)/u,
  /^(?:de[cz]|ডিসে)/u,
];
const NAME =
  "january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez|জানুয়ারি|জানুয়ারি|ফেব্রুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর";
const DAY_MONTH = new RegExp(
  `(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|ই|লা|শে)?\\s?(?:of )?(?<month>${NAME})(?:[.,]?\\s?(?<year>20\\d\\d))?`.normalize("NFC"),
  "u",
);
const MONTH_DAY = new RegExp(`(?<month>${NAME})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(?<year>20\\d\\d))?`.normalize("NFC"), "u");
const ISO = /(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)/u;
const POINTS = /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>20\d\d|\d\d)?(?!\d)/u;
const STROKES = /(?<![\d/])(?<one>\d{1,2})\/(?<two>\d{1,2})\/(?<year>20\d\d|\d\d)(?!\d)/u;
const SPAN =
  /(?:in|within|innerhalb(?: von)?|binnen)\s(?:about |ca\.? |etwa |the next |den nächsten )?(?<count>\d{1,3})\s(?<unit>days?|weeks?|months?|tage?n?|wochen|monate?n?)/u;
const SPAN_BANGLA = /(?<count>\d{1,3})\s?(?<unit>দিন|সপ্তাহ|মাস)(?:ের)? (?:মধ্যে|ভিতরে|ভেতরে)/u;

type Groups = Readonly<Record<string, string | undefined>>;
type Clock = { readonly today: CalendarDate; readonly language: Language };

const padded = (value: number): string => String(value).padStart(2, "0");

/** The day in the year that is said, else the next time it comes. */
function dated(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year?: string | undefined },
  today: CalendarDate,
): CalendarDate | undefined {
  const inYear = (which: number) => ADate.safeParse(`${which}-${padded(month)}-${padded(day)}`).data;
  if (year !== undefined) return inYear(year.length === 2 ? 2_000 + Number(year) : Number(year));
  const thisYear = Number(today.slice(0, 4));
  const on = inYear(thisYear);
  return on !== undefined && on <= today ? inYear(thisYear + 1) : on;
}

const monthOf = (name: string): number => months.findIndex((pattern) => pattern.test(name.normalize("NFC"))) + 1;
const daysIn: readonly (readonly [RegExp, number])[] = [
  [/^(?:day|tag|দিন)/u, 1],
  [/^(?:week|woche|সপ্তাহ)/u, 7],
  [/./u, 30],
];

const named = ({ day = "", month = "", year }: Groups, { today }: Clock) => dated({ day: Number(day), month: monthOf(month), year }, today);
const numbered = ({ day = "", month = "", year }: Groups, { today }: Clock) => dated({ day: Number(day), month: Number(month), year }, today);
function stroked({ one = "", two = "", year }: Groups, { today, language }: Clock): CalendarDate | undefined {
  const isMonthFirst = Number(two) > 12 || (language === "en" && Number(one) <= 12);
  return dated({ day: Number(isMonthFirst ? two : one), month: Number(isMonthFirst ? one : two), year }, today);
}
const spanned = ({ count = "", unit = "" }: Groups, { today }: Clock) =>
  addDays(today, Number(count) * (daysIn.find(([name]) => name.test(unit))?.[1] ?? 1));

const ways: readonly (readonly [RegExp, number, (groups: Groups, clock: Clock) => CalendarDate | undefined])[] = [
  [ISO, 9_500, numbered],
  [POINTS, 9_200, numbered],
  [DAY_MONTH, 9_000, named],
  [MONTH_DAY, 9_000, named],
  [STROKES, 6_000, stroked],
  [SPAN, 8_000, spanned],
  [SPAN_BANGLA, 8_000, spanned],
];

/** The day the goods are wanted; a day that has passed is none. */
export function readDate(text: string, clock: Clock): Read<CalendarDate> | undefined {
  for (const [pattern, bps, dateOf] of ways) {
    const groups = pattern.exec(text)?.groups;
    const value = groups && dateOf(groups, clock);
    if (value !== undefined && value > clock.today) return { value, bps };
  }
  return undefined;
}

const NEAR = 40;
const isDecoration = (technique: Technique): boolean => decorations.includes(technique);

/** The place that stands nearest to a decoration, in the same breath. */
function placeOf(text: string, { start, end }: Span, places: readonly Named<NonNullable<Wish["placement"]>>[]) {
  const gap = (place: Span) => (place.start >= end ? text.slice(end, place.start) : text.slice(place.end, start));
  return places
    .filter((place) => gap(place).length <= NEAR && !/[;.]/u.test(gap(place)))
    .toSorted((a, b) => gap(a).length - gap(b).length || b.start - a.start)[0]?.value;
}

const wishOf = (technique: Technique, placement: Wish["placement"]): Wish =>
  placement === undefined || !isDecoration(technique) || (placement === "all-over" && technique !== "sublimation")
    ? { technique }
    : { technique, placement };

/** Decorations and trims, each with its place where one is said. A print or a logo that nothing more is said of is taken for a screen print. */
export function readWishes(text: string): Read<Wish[]> | undefined {
  const places = find(placementWords, text);
  const said = find(techniqueWords, text).filter((one) => !isDenied(text, one));
  const wishes = said.map((one) => wishOf(one.value, placeOf(text, one, places)));
  const bare = spansOf(barePrint, text).filter((span) => !isDenied(text, span));
  const isPlain = said.some(({ value }) => isDecoration(value)) || bare.length === 0;
  const guess = isPlain ? [] : bare.slice(0, 1).map((span) => wishOf("screen-print", placeOf(text, span, places)));
  const all = [...wishes, ...guess].filter(
    (one, index, list) =>
      list.findIndex((other) => other.technique === one.technique && (other.placement ?? one.placement) === (one.placement ?? other.placement)) ===
      index,
  );
  return all.length === 0 ? undefined : { value: all.slice(0, 8), bps: guess.length > 0 ? 6_000 : 8_800 };
}
