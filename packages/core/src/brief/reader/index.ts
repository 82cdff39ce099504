import { masked } from "../../ai/mask.ts";
import { type Fabric, type GarmentType, specialtyFabrics } from "../../garment/model.ts";
import type { CalendarDate } from "../../kernel/calendar.ts";
import { type Language, MAX_TEXT, type Reading } from "../model.ts";
import { readDate, readGsm, readSplit, readWishes, type Split } from "./details.ts";
import { fabricWords } from "./fabric-words.ts";
import { bareShirt, garmentWords } from "./garment-words.ts";
import { complexityWords, rushWords, sampleWords } from "./lexicon.ts";
import { numbersIn, withDigits } from "./numbers.ts";
import { MAX_READ, type Read, readQuantity } from "./quantity.ts";
import { find, isDenied, type Named, normal, spansOf, words } from "./text.ts";

const GERMAN = words(
  "und",
  "wir",
  "ich",
  "für",
  "mit",
  "aus",
  "bitte",
  "stück",
  "brauchen",
  "benötigen",
  "hallo",
  "eine[nrm]?",
  "der",
  "die",
  "das",
  "bis",
  "im",
  "auf",
  "von",
  "menge",
  "stoff",
  "artikel",
  "anzahl",
  "*baumwolle",
  "stk",
  "farbe",
);
const ENGLISH = words("and", "we", "i", "for", "with", "please", "need", "the", "of", "by", "in", "on", "our", "want", "to", "a");

/** The language of a text, by its letters and its commonest words. */
export function languageOf(text: string): Language {
  if (/\p{Script=Bengali}{3}/u.test(text)) return "bn";
  const plain = normal(text);
  return spansOf(GERMAN, plain).length + (/[äöüß]/u.test(plain) ? 1 : 0) > spansOf(ENGLISH, plain).length ? "de" : "en";
}

const wanted = <T>(text: string, found: readonly Named<T>[]): Named<T>[] => found.filter((one) => !isDenied(text, one));

/** The garment that a number of pieces stands before, else the one that is named first; less sure where several are named. */
function readGarment(text: string): Read<GarmentType> | undefined {
  const found = wanted(text, find(garmentWords, text));
  const counted = found.find((one) =>
    numbersIn(text).some(
      ({ start, end, value }) =>
        value >= 20 && end <= one.start && one.start - end <= 30 && !/[.;!?\d]/u.test(text.slice(end, one.start)) && start >= 0,
    ),
  );
  const first = counted ?? found[0];
  if (first) return { value: first.value, bps: new Set(found.map(({ value }) => value)).size === 1 ? 9_300 : 6_500 };
  const isShirt = spansOf(bareShirt, text).length > 0;
  return isShirt ? { value: "t-shirt", bps: 4_500 } : undefined;
}

const weaves: ReadonlySet<Fabric> = new Set<Fabric>(["french-terry", "fleece", "pique", "denim", "twill"]);

const isPlain = (best: Fabric, kinds: number): boolean => kinds === 1 || (weaves.has(best) && kinds === 2) || specialtyFabrics.includes(best);

/** What a garment of mixed words is of: the weave before the fibre, and a fibre with a property before a plain one. */
function readFabric(text: string): Read<Fabric> | undefined {
  const found = wanted(text, find(fabricWords, text));
  const kinds = new Set(found.map(({ value }) => value));
  if (kinds.size === 2 && kinds.has("cotton") && kinds.has("polyester")) return { value: "poly-cotton", bps: 6_500 };
  const best = fabricWords.map(([fabric]) => fabric).find((fabric) => kinds.has(fabric));
  return best && { value: best, bps: isPlain(best, kinds.size) ? 9_000 : 6_500 };
}

function readFirst<T>(text: string, lexicon: Parameters<typeof find<T>>[0], bps: number): Read<T> | undefined {
  const [first] = wanted(text, find(lexicon, text));
  return first && { value: first.value, bps };
}

function readSample(text: string): Read<boolean> | undefined {
  const spans = spansOf(sampleWords, text);
  if (spans.length === 0) return undefined;
  const isWanted = spans.some((span) => !isDenied(text, span));
  return { value: isWanted, bps: isWanted ? 8_000 : 8_500 };
}

/** A split that adds up is sure; a small one is a ratio and is scaled to the quantity; any other is left to the buyer. */
function readSizes(split: Split | undefined, quantity: number | undefined): Reading["sizes"] {
  if (!split || split.sum === 0 || split.sum > MAX_READ || Object.values(split.sizes).includes(0)) return undefined;
  if (quantity === undefined || split.sum === quantity) return { value: { ...split.sizes }, bps: 9_300 };
  if (split.sum > 30 || quantity % split.sum !== 0) return undefined;
  const each = quantity / split.sum;
  return { value: Object.fromEntries(Object.entries(split.sizes).map(([size, part]) => [size, part * each])), bps: 7_500 };
}

const present = (reading: { readonly [K in keyof Reading]: Reading[K] | undefined }): Reading =>
  Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined));

/**
 * Reads a brief by rule, without a model: English, German and Bangla, numbers in digits and words, the units of the trade. The same text
 * on the same day always reads the same. `today` is the day from which "in six weeks" counts.
 */
export function readBrief(given: string, today: CalendarDate): Reading {
  const language = languageOf(given);
  const text = withDigits(normal(masked(given.slice(0, MAX_TEXT))));
  const split = readSplit(text);
  const counted = readQuantity(text, split?.spans ?? []);
  const isRatio = split !== undefined && (split.sum <= 30 || split.sum > MAX_READ);
  const quantity = counted ?? (split && !isRatio ? { value: split.sum, bps: 8_800 } : undefined);
  return present({
    garmentType: readGarment(text),
    quantity,
    fabric: readFabric(text),
    gsm: readGsm(text),
    complexity: readFirst(text, complexityWords, 7_000),
    customisations: readWishes(text),
    sizes: readSizes(split, quantity?.value),
    rush: readFirst(text, rushWords, 7_500),
    wantedOn: readDate(text, { today, language }),
    sample: readSample(text),
  });
}
