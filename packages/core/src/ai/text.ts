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

const AMOUNT = /(?:US\$|USD|\$|€|£)\s?\d[\d,]*(?:\.\d+)?/g;
const amountsIn = (value: unknown): string[] =>
  textsIn(value).flatMap((text) => (text.match(AMOUNT) ?? []).map((amount) => amount.replace(/^\D+/, "").replace(/[,.]$/, "")));

/** Amounts of money that an answer names and its facts do not. */
export function strangeAmounts(answer: unknown, facts: unknown): string[] {
  const known = new Set(amountsIn(facts));
  return amountsIn(answer).filter((amount) => !known.has(amount));
}

/** True when a text holds markup, or leads to somewhere else: an address of the web or of mail. */
export const leadsAway = (value: unknown): boolean =>
  textsIn(value).some((text) => /<\/?[a-z!]|\bhttps?:|\bwww\.|\[[^\]]*\]\(|\S@\S+\.\S/i.test(text));
