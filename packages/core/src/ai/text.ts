/** Data for a prompt: what a person wrote cannot end the element it stands in. */
export const element = (name: string, data: unknown): string =>
  `<${name}>\n${JSON.stringify(data, undefined, 1).replaceAll("<", "\\u003c")}\n</${name}>`;

/** Control characters, and the marks by which text pretends to read in another direction or hides words. */
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]+/gu;

/** One line of plain text. */
const plainText = (text: string): string => text.normalize("NFC").replace(UNSEEN, " ").replace(/\s+/g, " ").trim();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** The value with every text in it made plain. */
export function plain(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plain);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)])) : value;
}

/** Every text in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

const AMOUNT =
  /(?:US\$|USD|\$|€|£|৳)\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:US\$|USD|EUR|GBP|BDT|dollars?|euros?|pounds?|cents?|taka|টাকা|ডলার|€|£|৳|%|percent|prozent)/giu;
const amountsIn = (value: unknown): string[] =>
  textsIn(value).flatMap((text) => (text.match(AMOUNT) ?? []).map((amount) => amount.replaceAll(/^\D+|\D+$/gu, "")));

/** Amounts of money that an answer names and its facts do not. */
export function strangeAmounts(answer: unknown, facts: unknown): string[] {
  const known = new Set(amountsIn(facts));
  return amountsIn(answer).filter((amount) => !known.has(amount));
}

/** What only we may grant, in the languages we answer in. */
const PROMISE =
  /\b(?:free of charge|for free|is free|at no cost|no charge|discount\w*|refund\w*|waive[ds]?|complimentary|guarantee\w*|kostenlos|gratis|umsonst|rabatt\w*|(?:one|two|zero|five|ten) (?:dollars?|cents?|euros?))\b|বিনামূল্যে|ফ্রি|ছাড়/giu;

/** Promises that an answer makes and its facts do not. */
export function strangePromises(answer: unknown, facts: unknown): string[] {
  const promisesIn = (value: unknown) => textsIn(value).flatMap((text) => (text.match(PROMISE) ?? []).map((promise) => promise.toLowerCase()));
  const known = new Set(promisesIn(facts));
  return promisesIn(answer).filter((promise) => !known.has(promise));
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}<>]+/gu) ?? [];
const RUN = 7;

/** True when an answer repeats what only the model was told: seven words of it in a row. */
export function repeats(value: unknown, instructions: string): boolean {
  const told = wordsIn(instructions);
  const runs = new Set(told.slice(0, Math.max(0, told.length - RUN + 1)).map((_, index) => told.slice(index, index + RUN).join(" ")));
  return textsIn(value).some((text) => {
    const words = wordsIn(text);
    return words.some((_, index) => runs.has(words.slice(index, index + RUN).join(" ")));
  });
}

/** True when a text holds markup, or leads to somewhere else: an address of the web or of mail. */
export const leadsAway = (value: unknown): boolean =>
  textsIn(value).some((text) => /<\/?[a-z!]|\bhttps?:|\bwww\.|\[[^\]]*\]\(|\S@\S+\.\S/i.test(text));
