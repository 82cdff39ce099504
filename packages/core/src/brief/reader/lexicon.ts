import type { Complexity, Fabric, GarmentType, Placement, Technique } from "../../garment/model.ts";
import type { Rush } from "../../production/model.ts";
import { words } from "./text.ts";

type Lexicon<T> = readonly (readonly [T, RegExp])[];

/** What garments are called in English, German and Bangla; where two overlap the longer name counts. */
export const garmentWords: Lexicon<GarmentType> = [
  [
    "long-sleeve",
    words(
      "long[- ]?sleeved?(?: (?:cotton |jersey )?(?:t-? ?shirts?|tees?|tops?|shirts?))?",
      "*langarm-?(?:t-?)?shirts?",
      "langärmelige[ns]? (?:t-?)?shirts?",
      "longsleeves?",
      "ফুল ?(?:হাতা|স্লিভ) (?:টি-? ?শার্ট|গেঞ্জি)*",
      "লম্বা হাতা(?:র)? (?:টি-? ?শার্ট|গেঞ্জি)*",
    ),
  ],
  [
    "tank",
    words("tank ?tops?", "tanks", "singlets?", "muscle tees?", "*tank-?tops?", "*trägershirts?", "*unterhemd(?:en)?", "ট্যাংক ?টপ*", "স্যান্ডো গেঞ্জি*"),
  ],
  [
    "t-shirt",
    words(
      "t-? ?shirts?",
      "tees?",
      "tee-? ?shirts?",
      "tshirts?",
      "crew ?necks? tees?",
      "*t-?shirts?",
      "*rundhalsshirts?",
      "টি-? ?শার্ট*",
      "টিশার্ট*",
      "গেঞ্জি*",
    ),
  ],
  ["polo", words("polos?", "polo-? ?shirts?", "golf shirts?", "*polo-?(?:shirts?|hemd(?:en)?)", "পোলো(?: শার্ট)?*")],
  [
    "hoodie",
    words(
      "hood(?:ie|y)s?",
      "hooded sweat-? ?shirts?",
      "hooded sweaters?",
      "(?:zip|zipper)[- ]?(?:up )?hoodies?",
      "*kapuzen-?(?:pullovers?|pullis?|sweatshirts?|jacken?|sweater)",
      "*hoodies?",
      "হুডি*",
      "হুডেড সোয়েট-? ?শার্ট*",
    ),
  ],
  ["sweatshirt", words("sweat-? ?shirts?", "crew ?neck sweats?", "crewnecks?", "sweats", "*sweatshirts?", "সোয়েট-? ?শার্ট*")],
  ["cardigan", words("cardigans?", "*strickjacken?", "কার্ডিগান*")],
  ["vest", words("vests?", "sweater vests?", "knit(?:ted)? vests?", "gilets?", "*pullunder[ns]?", "*(?:strick)?westen?", "ভেস্ট*", "হাতাকাটা সোয়েটার*")],
  ["pullover", words("pull-?overs?", "*strickpullovers?", "*pullis?", "*pullovers?", "পুলওভার*")],
  ["sweater", words("sweaters?", "jumpers?", "knit(?:ted)? (?:sweaters?|jumpers?|tops?)", "সোয়েটার*", "সুয়েটার*")],
  ["windbreaker", words("wind-? ?breakers?", "windcheaters?", "anoraks?", "*windjacken?", "*windbreakers?", "উইন্ডব্রেকার*")],
  ["blazer", words("blazers?", "suit jackets?", "sport coats?", "*sakkos?", "*blazers?", "ব্লেজার*")],
  ["jacket", words("jackets?", "coats?", "bombers?", "soft-?shells?", "parkas?", "*jacken?", "*mäntel", "*mantel", "জ্যাকেট*")],
  ["jeans", words("jeans?", "denim (?:pants|trousers)", "*jeans", "*jeanshosen?", "জিন্স*", "জিন্সের প্যান্ট*")],
  ["joggers", words("joggers?", "jogging pants", "sweat-? ?pants", "track ?pants", "*jogging-?hosen?", "*jogger", "জগার*", "ট্রাউজার জগার*")],
  ["shorts", words("shorts", "boxer shorts", "bermudas?", "*kurze hosen?", "*shorts", "হাফ ?প্যান্ট*", "শর্টস*")],
  [
    "uniform-pants",
    words("(?:uniform|work|chef) (?:pants|trousers)", "workwear trousers", "*arbeitshosen?", "*uniformhosen?", "ইউনিফর্ম(?:ের)? প্যান্ট*", "কাজের প্যান্ট*"),
  ],
  [
    "uniform-shirt",
    words(
      "uniform(?: shirts?)?",
      "uniforms",
      "work ?shirts?",
      "(?:chef|security|staff|school) (?:shirts?|uniforms?)",
      "*uniform-?hemd(?:en)?",
      "*arbeitshemd(?:en)?",
      "*uniformen",
      "ইউনিফর্ম(?:ের)?(?: শার্ট)?*",
    ),
  ],
  [
    "scrubs",
    words(
      "scrubs?",
      "scrub (?:sets?|suits?)",
      "(?:nurse|hospital|medical) uniforms?",
      "*kasacks?",
      "*op-?kleidung",
      "স্ক্রাব*",
      "নার্স(?:দের)? (?:পোশাক|ইউনিফর্ম)*",
    ),
  ],
  [
    "jersey",
    words(
      "jerseys",
      "(?:team|football|soccer|cycling|basketball|sports?|cricket) jerseys?",
      "(?:football|soccer) (?:shirts?|kits?)",
      "*trikots?",
      "জার্সি*",
    ),
  ],
  ["tracksuit", words("track-? ?suits?", "jogging suits?", "*trainingsanz[uü]g(?:e|en)?", "*jogginganz[uü]g(?:e|en)?", "ট্র্যাক-? ?স্যুট*", "ট্র্যাকস্যুট*")],
  ["leggings", words("leggings?", "yoga pants", "tights", "*leggin(?:g)?s", "লেগিংস*")],
  [
    "active-top",
    words(
      "(?:active|training|gym|running|sports?|workout|yoga)[- ]?(?:wear )?(?:tops?|t-? ?shirts?|tees?|shirts?)",
      "*(?:lauf|sport|funktions|trainings)-?(?:t-?)?shirts?",
      "(?:স্পোর্টস|জিম|রানিং) (?:টপ|টি-? ?শার্ট)*",
    ),
  ],
  ["jumpsuit", words("jump-? ?suits?", "over-?alls?", "coveralls?", "boiler ?suits?", "*overalls?", "জাম্পস্যুট*", "ওভারঅল*")],
  ["dress", words("(?<!to )dress", "dresses", "gowns?", "*kleid(?:er|ern)?", "ড্রেস*", "ফ্রক*")],
  ["skirt", words("skirts?", "*r[oö]cke?n?", "*rock", "স্কার্ট*")],
  ["pants", words("pants", "trousers?", "chinos?", "slacks", "cargos?(?: pants)?", "*hosen?", "*chinos?", "প্যান্ট*", "ট্রাউজার*")],
];

/** A shirt that nothing more is said of; only what stands around it can tell which. */
export const bareShirt = words("shirts?", "tops?", "*shirts?", "*hemd(?:en)?", "শার্ট*");

/** Weaves and finishes come before fibres: a cotton fleece is fleece, and organic cotton is not cotton. */
export const fabricWords: Lexicon<Fabric> = [
  ["french-terry", words("french[- ]?terry", "loop-?back", "*french-?terry", "ফ্রেঞ্চ টেরি*")],
  ["fleece", words("fleece[ds]?", "brushed (?:cotton|back)", "*fleece", "ফ্লিস*")],
  ["pique", words("piqu[eé]s?", "pk", "*piqu[eé]", "পিকে*", "পিক ?ফেব্রিক*")],
  ["denim", words("denims?", "*denim", "*jeansstoff", "ডেনিম*")],
  ["twill", words("twills?", "gabardine?s?", "drill", "*twill", "*köper", "টুইল*", "গ্যাবার্ডিন*")],
  [
    "organic-cotton",
    words(
      "organic (?:ring ?spun |combed )?cotton",
      "organic",
      "gots(?:[- ]certified)?(?: cotton)?",
      "bio-?baumwoll*",
      "*biobaumwoll*",
      "অর্গানিক (?:কটন|সুতি)*",
      "জৈব (?:সুতি|তুলা)*",
    ),
  ],
  [
    "recycled",
    words(
      "recycled (?:polyester|pet|fibres?|fibers?|cotton|plastic|material|nylon)",
      "recycled",
      "rpet",
      "r-?pet",
      "*recycelt*",
      "*recycling-?(?:polyester|material)?",
      "রিসাইকেল*",
      "পুনর্ব্যবহৃত*",
    ),
  ],
  [
    "poly-cotton",
    words(
      "poly[- /]?cotton",
      "cotton[- /]?(?:rich )?poly(?:ester)?(?: blend| mix)?",
      "polyester[- /]?(?:and )?cotton(?: blend| mix)?",
      "cvc",
      "tc",
      "t/c",
      "cotton[- ]blends?",
      "cotton mix",
      "*mischgewebe",
      "baumwoll-?misch*",
      "baumwolle[- /]?polyester",
      "polyester[- /]?baumwolle",
      "\\d{2} ?% ?(?:cotton|polyester|baumwolle|কটন|সুতি|পলিয়েস্টার)[ ,/&+]+(?:and |und |ও )?\\d{2} ?% ?(?:cotton|polyester|baumwolle|কটন|সুতি|পলিয়েস্টার)",
      "\\d{2}[/:-]\\d{2} (?:cotton|poly)*",
      "পলি-? ?কটন*",
      "কটন-? ?পলিয়েস্টার*",
      "টিসি",
      "সিভিসি",
    ),
  ],
  [
    "technical",
    words(
      "technical (?:fabric|shell)",
      "soft-?shell",
      "membranes?",
      "gore-?tex",
      "ripstop",
      "water-? ?proof(?: fabric)?",
      "*softshell",
      "wasserdicht*",
      "ওয়াটারপ্রুফ*",
    ),
  ],
  [
    "performance",
    words(
      "performance(?: (?:knit|fabric|mesh))?",
      "dri-?fit",
      "dry-? ?fit",
      "moisture[- ]wicking",
      "cool-?max",
      "quick[- ]dry(?:ing)?",
      "*funktionsstoff*",
      "*schnelltrocknend*",
      "ড্রাই-? ?ফিট*",
    ),
  ],
  ["merino", words("merinos?(?: wool)?", "*merino-?(?:wolle)?", "মেরিনো*")],
  ["cashmere", words("cashmere", "kaschmir*", "*kaschmir", "কাশ্মীরি উল*", "ক্যাশমেয়ার*", "কাশ্মিরি*")],
  ["silk", words("silks?", "seide", "*seiden*", "সিল্ক*", "রেশম*")],
  [
    "wool-blend",
    words("wool[- ]?blends?", "wool mix", "woollen", "woolen", "lambs-?wool", "wool", "*wollmisch*", "wolle", "*schurwolle", "উল*", "পশম*"),
  ],
  ["acrylic", words("acrylics?", "acryl", "*acryl(?:garn)?", "অ্যাক্রিলিক*", "এক্রিলিক*")],
  ["nylon", words("nylons?", "polyamide?", "taslan", "taffeta", "নাইলন*")],
  ["polyester", words("(?:100 ?% )?polyesters?", "*polyester", "poly", "পলিয়েস্টার*", "পলিয়েস্টার*")],
  ["cotton", words("(?:100 ?% )?(?:ring-?spun |combed |pure )?cottons?", "baumwoll*", "*baumwolle", "কটন*", "সুতি*", "সুতির*", "তুলা*")],
];

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

/** Printing without saying how: on a dark day a person asks, here the usual way is assumed. */
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
