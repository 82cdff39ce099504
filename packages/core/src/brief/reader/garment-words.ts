import type { GarmentType } from "../../garment/model.ts";
import { type Lexicon, words } from "./text.ts";

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
