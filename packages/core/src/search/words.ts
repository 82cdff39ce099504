import { stemmer } from "stemmer";

/** Words that say nothing about a garment. */
const stop = new Set(
  "a an and any are as at be by for from has have in into is it its of on or our that the their them this to we will with you your".split(" "),
);

/** Compounds that are written in two words, with a hyphen or in one. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\bt[\s-]?shirt/gu, "tshirt"],
  [/\btee[\s-]shirt/gu, "tshirt"],
  [/\bsweat[\s-]shirt/gu, "sweatshirt"],
  [/\bsweat[\s-]pant/gu, "sweatpant"],
  [/\btrack[\s-]suit/gu, "tracksuit"],
  [/\bwind[\s-](breaker|cheater)/gu, "wind$1"],
  [/\b(crew|roll|turtle|polo|v|round|scoop)[\s-]neck/gu, "$1neck"],
  [/\btank[\s-]top/gu, "tanktop"],
  [/\blong[\s-]sleeved?/gu, "longsleeve"],
  [/\bshort[\s-]sleeved?/gu, "shortsleeve"],
  [/\bhi(?:gh)?[\s-]vis(?:ibility)?\b/gu, "hivis"],
  [/\bknit[\s-]wear/gu, "knitwear"],
  [/\bwork[\s-]wear/gu, "workwear"],
  [/\bmerino[\s-]wool/gu, "merino wool"],
  [/(\d+)\s*(?:gsm|g\/m2|g\/m²|grams?)\b/gu, "$1gsm"],
];

/** Words of the trade for one thing, British and American alike; the first stands for all. */
const groups: readonly string[] = [
  "tshirt tee",
  "sweater jumper pullover",
  "trouser pant slack",
  "jogger sweatpant trackpant",
  "hoodie hoody hooded",
  "tanktop singlet tank",
  "windbreaker windcheater",
  "legging tight",
  "crewneck roundneck",
  "rollneck turtleneck poloneck",
  "cardigan cardi",
  "jersey strip",
  "dungarees overall",
  "colour color",
  "grey gray",
  "fibre fiber",
  "nylon polyamide",
  "elastane spandex lycra",
  "viscose rayon",
  "lyocell tencel",
  "kid child children youth junior",
  "woman women womens ladies lady",
  "man men mens gents",
  "sportswear activewear athletic gym",
  "workwear uniform",
  "scrub medical",
  "zip zipper zipped",
  "customise customize custom",
  "organic bio",
];

const stems = new Map<string, string>();

/** The stem of a word; remembered, since a catalogue says the same few thousand words over and over. */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  // Whatever somebody types must not fill a container's memory.
  if (stems.size > 50_000) stems.clear();
  const made = /\d/u.test(word) ? word : stemmer(word);
  stems.set(word, made);
  return made;
}

const canonical = new Map(
  groups.flatMap((group) => {
    const [first = "", ...others] = group.split(" ").map(stemOf);
    return [first, ...others].map((one) => [one, first] as const);
  }),
);

function stemsIn(text: string): string[] {
  const bare = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’]s\b/gu, "");
  const joined = compounds.reduce((sofar, [pattern, word]) => sofar.replaceAll(pattern, word), bare);
  return joined
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !stop.has(word))
    .map(stemOf);
}

/** What is asked for: stems, each by the word that stands for its group, so that a jumper is a sweater. */
export const termsAsked = (text: string): string[] => [...new Set(stemsIn(text).map((stem) => canonical.get(stem) ?? stem))];

/** What a text is found by: its stems, and beside each the word that stands for its group, so that what is half typed is found too. */
export const termsHeld = (text: string): string[] =>
  stemsIn(text).flatMap((stem) => {
    const word = canonical.get(stem);
    return word === undefined || word === stem ? [stem] : [stem, word];
  });
