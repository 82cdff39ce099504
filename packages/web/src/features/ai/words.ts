/** Tasks of models, in words. */
const tasks: Readonly<Record<string, string>> = {
  "brief-reading": "Reading a brief",
  "design-analysis": "Reading a design's picture",
  "design-image": "Drawing a design",
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
