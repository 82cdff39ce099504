import type { Complexity, Placement, Technique } from "../../garment/model.ts";
import type { Rush } from "../../production/model.ts";
import { type Lexicon, words } from "./text.ts";

export const techniqueWords: Lexicon<Technique> = [
  ["screen-print", words("screen[- ]?prints?", "screen[- ]?print(?:ed|ing)", "silk-?screen(?:ed|ing)?", "*siebdruck*", "স্ক্রিন-? ?প্রিন্ট*")],
  ["embroidery", words("embroider(?:y|ed|ies)", "*bestick(?:t|te|ten|ung)", "*stickerei(?:en)?", "*gestickt*", "এমব্রয়ডারি*", "এম্ব্রয়ডারি*")],
  ["dtg-print", words("dtg(?: prints?| printing)?", "direct[- ]to[- ]garment(?: print(?:s|ing)?)?", "*digitaldruck*", "ডিটিজি*", "ডিজিটাল প্রিন্ট*")],
  ["sublimation", words("sublimat(?:ion|ed)(?: print(?:s|ing|ed)?)?", "*sublimation*", "সাবলিমেশন*")],
  ["heat-transfer", words("heat[- ]?transfers?", "transfer prints?", "dtf", "vinyl prints?", "*transferdruck*", "*flexdruck*", "হিট ট্রান্সফার*")],
  ["patch", words("patch(?:es)?", "*aufnäher", "*patches", "প্যাচ*")],
  [
    "woven-label",
    words(
      "woven (?:neck )?labels?",
      "neck labels?",
      "own labels?",
      "brand labels?",
      "*webetikett(?:en)?",
      "*(?:nacken|marken)?etiketten?",
      "উভেন লেবেল*",
      "লেবেল*",
    ),
  ],
  ["hang-tag", words("hang-? ?tags?", "swing ?tags?", "*hangtags?", "*anhängeetikett(?:en)?", "হ্যাং-? ?ট্যাগ*", "হ্যাংট্যাগ*")],
  [
    "custom-packaging",
    words(
      "(?:custom|branded|own|individual|special) (?:packaging|boxes|bags|polybags)",
      "*(?:eigene|individuelle) verpackung",
      "কাস্টম প্যাকেজিং*",
      "নিজস্ব প্যাকেট*",
    ),
  ],
];

/** Printing without saying how. */
export const barePrint = words("print(?:ed|s|ing)?", "logos?", "artwork", "*druck", "*bedruckt*", "*aufdruck", "*logos?", "প্রিন্ট*", "ছাপা*", "লোগো*");

export const placementWords: Lexicon<Placement> = [
  ["left-chest", words("left (?:chest|breast)", "chest", "breast", "linke[rn]? brust", "*brust", "বুকে*", "বাম বুক*")],
  ["back", words("back", "rear", "*rücken*", "hinten", "পিছনে*", "পেছনে*", "পিঠে*")],
  ["front", words("front", "vorne", "vorderseite", "*frontdruck", "সামনে*")],
  ["sleeve", words("(?:on (?:the )?)?(?:left |right )?sleeves? ?(?:print)?", "ärmeln?", "হাতায়*", "হাতায়*")],
  ["collar", words("collars?", "kragen", "কলারে*")],
  ["leg", words("legs?", "thigh", "*bein", "পায়ে*")],
  ["hem", words("hem", "saum", "নিচে*")],
  ["all-over", words("all[- ]?over", "full (?:body )?print", "ganzflächig*", "vollflächig*", "পুরো(?:টা)? জুড়ে*", "সারা গায়ে*")],
];

export const complexityWords: Lexicon<Complexity> = [
  ["simple", words("simple", "plain", "basic", "blanks?", "einfach*", "schlicht*", "unifarben*", "সাধারণ*", "সাদামাটা*", "প্লেইন*")],
  [
    "complex",
    words(
      "complex",
      "complicated",
      "fully lined",
      "many panels",
      "multiple panels",
      "technical construction",
      "aufwendig*",
      "aufwändig*",
      "komplex*",
      "gefüttert*",
      "জটিল*",
      "কমপ্লেক্স*",
    ),
  ],
  [
    "medium",
    words(
      "medium complexity",
      "pockets?",
      "zippers?",
      "full[- ]zip",
      "half[- ]zip",
      "contrast panels?",
      "colou?r[- ]block(?:ed|ing)?",
      "*taschen",
      "reißverschl[uü]ss*",
      "mittel",
      "পকেট*",
      "চেইন*",
      "মাঝারি*",
    ),
  ],
];

export const rushWords: Lexicon<Exclude<Rush, "none">> = [
  [
    "express",
    words(
      "express",
      "extremely urgent",
      "as fast as possible",
      "super urgent",
      "schnellstmöglich*",
      "expresslieferung",
      "খুব জরুরি*",
      "অতি জরুরি*",
      "এক্সপ্রেস*",
    ),
  ],
  ["fast", words("urgent(?:ly)?", "asap", "a\\.s\\.a\\.p", "rush", "hurry", "quickly", "eilig*", "dringend*", "eilt", "জরুরি*", "তাড়াতাড়ি*", "দ্রুত*")],
];

export const sampleWords = words("samples?", "prototypes?", "pre-?production samples?", "*muster", "*musterteil*", "স্যাম্পল*", "নমুনা*");

/** What pieces are counted in. */
export const pieceWords = words(
  "pcs",
  "pc",
  "pieces?",
  "units?",
  "items?",
  "nos",
  "qty",
  "sets?",
  "stücke?n?",
  "stk",
  "st",
  "teile?n?",
  "exemplare?",
  "পিস*",
  "পিছ*",
  "টি",
  "টা",
  "খানা",
  "সেট*",
);
export const quantityLabels = words(
  "quantity",
  "qty",
  "order (?:size|quantity)",
  "amount",
  "number of pieces",
  "moq",
  "menge",
  "anzahl",
  "stückzahl",
  "auflage",
  "পরিমাণ*",
  "সংখ্যা*",
  "কোয়ান্টিটি*",
);
/** Somebody corrects themselves; what follows counts. */
export const correctionWords = words(
  "actually",
  "sorry",
  "i mean(?:t)?",
  "no wait",
  "wait",
  "correction",
  "make (?:it|that)",
  "better",
  "rather",
  "eigentlich",
  "nein",
  "doch",
  "besser",
  "korrektur",
  "না না",
  "আসলে",
  "বরং",
  "ভুল",
);
