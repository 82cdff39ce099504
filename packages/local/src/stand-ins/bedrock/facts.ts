import { isRecord, parseRecord } from "../wire.ts";

/** What a prompt states: its text, and values under names found in JSON or in `name: value` lines. */
export interface Facts {
  readonly text: string;
  readonly named: ReadonlyMap<string, unknown>;
  /** The same in the order and wording of the prompt, for people. */
  readonly said: readonly (readonly [label: string, value: string])[];
}

const MAX_FACTS = 200;

/** Reads the facts out of a prompt. Later ones win, so that data at the end outweighs examples at the start. */
export function readFacts(text: string): Facts {
  const named = new Map<string, unknown>();
  const said: (readonly [string, string])[] = [];
  const note = (label: string, value: unknown): void => {
    if (said.length >= MAX_FACTS) return;
    named.set(normal(label), value);
    if (["string", "number", "boolean"].includes(typeof value) && String(value) !== "") said.push([words(label), String(value)]);
  };
  for (const object of jsonObjects(text)) walk(object, note);
  for (const [, label = "", value = ""] of text.matchAll(/^[ \t>*-]*([A-Za-z][\w \-/]{1,40}):[ \t]+(\S.{0,400})$/gm))
    note(label.trim(), value.trim());
  return { text, named, said };
}

/** A name without case, spaces and punctuation, so that `unitPrice`, `unit_price` and `Unit price` meet. */
export function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** A name as words: `unitPrice` is `unit price`. */
export function words(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[_-]+/g, " ")
    .toLowerCase()
    .trim();
}

function walk(value: unknown, note: (label: string, value: unknown) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, note);
  } else if (isRecord(value)) {
    for (const [label, child] of Object.entries(value)) {
      note(label, child);
      walk(child, note);
    }
  }
}

/** Every outermost JSON object in a text. */
function jsonObjects(text: string): readonly Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (let start = text.indexOf("{"); start >= 0; start = text.indexOf("{", start)) {
    const end = closing(text, start);
    const object = end === undefined ? undefined : parseRecord(text.slice(start, end + 1));
    if (object) found.push(object);
    start = object && end !== undefined ? end + 1 : start + 1;
  }
  return found;
}

function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{") depth += 1;
    else if (char === "}" && (depth -= 1) === 0) return at;
  }
  return undefined;
}
