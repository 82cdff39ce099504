import { type Facts, words } from "./facts.ts";

const LONGEST_FACT = 160;

/** A plain summary of the facts a prompt gives; the same prompt always gives the same words. */
export function summarise(facts: Facts, most = 8): string {
  const told = distinct(facts).slice(0, most);
  if (told.length === 0) return sentences(facts).slice(0, 3).join(" ") || "There is nothing to report.";
  const clauses = told.map(([label, value]) => `${label} ${value.slice(0, LONGEST_FACT)}`);
  const last = clauses.length > 1 ? ` and ${clauses.at(-1)}` : "";
  const start = clauses.length > 1 ? clauses.slice(0, -1).join(", ") : clauses[0];
  return `In short: ${start}${last}.`;
}

/** The facts as sentences, or the prompt's own sentences when it states none. */
export function sentences(facts: Facts): readonly string[] {
  const told = distinct(facts).map(([label, value]) => `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${value.slice(0, LONGEST_FACT)}.`);
  if (told.length > 0) return told;
  return facts.text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 2);
}

/** Ids say nothing to a reader. */
function distinct(facts: Facts): readonly (readonly [string, string])[] {
  const seen = new Set<string>();
  return facts.said.filter(([label, value]) => {
    if (seen.has(label) || /\bids?$/.test(label) || /^[a-z]{2,5}_[0-9a-z]{20,}$/.test(value)) return false;
    seen.add(label);
    return true;
  });
}

/** The number that stands nearest to one of the given words, at most 24 characters away; the words in order of preference. */
export function numberNear(text: string, names: readonly string[]): number | undefined {
  for (const name of names) {
    const label = words(name).replaceAll(/\W+/g, "\\W+");
    if (label === "") continue;
    const after = new RegExp(`\\b${label}\\b[^\\d\\n.]{0,24}?(\\d[\\d,]*(?:\\.\\d+)?)`, "i").exec(text)?.[1];
    const before = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)[^\\d\\n.,]{0,16}\\b${label}\\b`, "i").exec(text)?.[1];
    const found = after ?? before;
    if (found !== undefined) return Number(found.replaceAll(",", ""));
  }
  return undefined;
}
