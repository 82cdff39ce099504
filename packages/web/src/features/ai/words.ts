/** Tasks of models, in words. */
const tasks: Readonly<Record<string, string>> = {
  "brief-reading": "Reading a brief",
  "design-analysis": "Reading a design's picture",
  "design-image": "Drawing a design",
  "market-research": "Wording the market",
  "picture-words": "Saying what pictures show",
  "product-image": "Drawing a listing's picture",
  "product-copy": "Words of a listing",
  "quote-analysis": "Commentary on a quote",
};

export const taskName = (task: string): string => tasks[task] ?? task;

const outcomes: Readonly<Record<string, string>> = {
  answered: "Answered",
  repaired: "Answered at the second try",
  garbled: "Could not be used",
  cut: "Too long",
  refused: "Refused",
  timeout: "Too late",
  busy: "No room",
  unavailable: "Not there",
  over_budget: "Budget used up",
  over_quota: "Too often",
  paused: "Left alone after failures",
  unpriced: "No price known",
  lost: "Cut off",
};

export const outcomeName = (outcome: string): string => outcomes[outcome] ?? outcome;

/** Millionths of a dollar as dollars: two digits, or as many as show that it is not nothing. */
export function dollars(micros: number): string {
  const digits = micros === 0 || micros >= 10_000 ? 2 : 6;
  return `US$${(micros / 1_000_000).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: digits })}`;
}

/** Dollars as they are typed, in millionths; undefined for what is no amount. */
export const microsOf = (text: string): number | undefined => {
  if (!/^\d{1,4}(?:\.\d{1,6})?$/u.test(text.trim())) return undefined;
  const [whole = "0", part = ""] = text.trim().split(".");
  return Number(whole) * 1_000_000 + Number(part.padEnd(6, "0"));
};

/** Millionths of a dollar as they are typed: `0.5` for 500,000. */
export const typed = (micros: number): string => String(micros / 1_000_000);
