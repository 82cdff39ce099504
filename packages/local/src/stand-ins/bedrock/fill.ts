import { isRecord } from "../wire.ts";
import { type Facts, normal, words } from "./facts.ts";
import { numberNear, sentences, summarise } from "./language.ts";

/** A JSON schema as a tool declares it. */
type Schema = Readonly<Record<string, unknown>>;

/** Where in the schema a value stands. */
interface Place {
  readonly name: string;
  readonly description: string;
  readonly root: Schema;
  readonly depth: number;
}

const DEEPEST = 12;

/**
 * Fills a tool's schema from the facts of the prompt, by these rules, first match first:
 * 1. a value the prompt states under the property's own name and of its type;
 * 2. an enum: the first member the text mentions, else the schema's default, else its first member;
 * 3. a number: one that stands beside the property's words, else the default, else the nearest allowed value to 0 or 1;
 * 4. a boolean: true when the text mentions the property's words without a "no" or "not" before them;
 * 5. a text: a date or an address for those formats, otherwise sentences of the facts, no longer than allowed;
 * 6. a list: every enum member mentioned, or sentences, or one object per object the prompt lists;
 * 7. an object: each required property by these rules, each optional one only when the prompt states it.
 */
export function fillSchema(schema: unknown, facts: Facts): Record<string, unknown> {
  const root = isRecord(schema) ? schema : {};
  const filled = fill(root, facts, { name: "", description: "", root, depth: 0 });
  return isRecord(filled) ? filled : {};
}

function fill(given: Schema, facts: Facts, place: Place): unknown {
  const schema = resolve(given, place.root);
  const at = { ...place, description: String(schema["description"] ?? place.description), depth: place.depth + 1 };
  if ("const" in schema) return schema["const"];
  const stated = facts.named.get(normal(at.name));
  if (at.name !== "" && stated !== undefined && fits(schema, stated)) return stated;
  if (Array.isArray(schema["enum"])) return chooseMember(schema, facts);
  return (fillers.get(typeOf(schema)) ?? fillText)(schema, facts, at);
}

type Filler = (schema: Schema, facts: Facts, at: Place) => unknown;

/** What fills a value, by its type; whatever is not here is a text. */
const fillers: ReadonlyMap<string, Filler> = new Map<string, Filler>([
  ["object", (schema, facts, at) => (at.depth > DEEPEST ? {} : fillObject(schema, facts, at))],
  ["array", (schema, facts, at) => (at.depth > DEEPEST ? [] : fillList(schema, facts, at))],
  ["integer", fillNumber],
  ["number", fillNumber],
  ["boolean", (_schema, facts, at) => mentions(facts.text, at.name)],
  ["null", () => null],
]);

/** Follows references, and takes the first alternative that is not null. */
function resolve(schema: Schema, root: Schema): Schema {
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const target = reference
      .split("/")
      .slice(1)
      .reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), root);
    return isRecord(target) ? resolve(target, root) : {};
  }
  for (const combiner of ["anyOf", "oneOf", "allOf"]) {
    const options: unknown = schema[combiner];
    const real = Array.isArray(options) ? options.filter(isRecord).find((option) => option["type"] !== "null") : undefined;
    if (real) return { ...schema, [combiner]: undefined, ...resolve(real, root) };
  }
  return schema;
}

function typeOf(schema: Schema): string {
  const type = schema["type"];
  if (Array.isArray(type)) return String(type.find((name) => name !== "null") ?? "string");
  return typeof type === "string" ? type : "properties" in schema ? "object" : "string";
}

function fits(schema: Schema, value: unknown): boolean {
  const members = schema["enum"];
  if (Array.isArray(members)) return members.includes(value);
  switch (typeOf(schema)) {
    case "integer":
      return Number.isInteger(value) && inRange(schema, Number(value));
    case "number":
      return typeof value === "number" && inRange(schema, value);
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value.length <= limit(schema["maxLength"], Infinity) && value.length >= limit(schema["minLength"], 0);
    default:
      return false;
  }
}

function inRange(schema: Schema, value: number): boolean {
  return value >= limit(schema["minimum"], -Infinity) && value <= limit(schema["maximum"], Infinity);
}

function limit(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

function chooseMember(schema: Schema, facts: Facts): unknown {
  const members: readonly unknown[] = Array.isArray(schema["enum"]) ? schema["enum"] : [];
  return mentioned(members, facts.text)[0] ?? schema["default"] ?? members[0];
}

/** The members a text mentions, in the order of the text. */
function mentioned(members: readonly unknown[], text: string): readonly unknown[] {
  const at = (member: unknown): number => text.toLowerCase().search(new RegExp(`\\b${words(String(member)).replaceAll(/[^a-z0-9]+/g, "[\\s_-]*")}`));
  return members.filter((member) => at(member) >= 0).toSorted((a, b) => at(a) - at(b));
}

function fillObject(schema: Schema, facts: Facts, place: Place): Record<string, unknown> {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, child]) => {
      const wanted = required.has(name) || facts.named.has(normal(name));
      return wanted && isRecord(child) ? [[name, fill(child, facts, { ...place, name })]] : [];
    }),
  );
}

function fillList(schema: Schema, facts: Facts, place: Place): unknown[] {
  const item = isRecord(schema["items"]) ? resolve(schema["items"], place.root) : {};
  const least = limit(schema["minItems"], 0);
  const most = limit(schema["maxItems"], Math.max(least, 5));
  const found = listOf(item, facts, place).slice(0, most);
  // Where the prompt names too few, the rest is filled as a single value is.
  while (found.length < least) found.push(fill(item, facts, { ...place, name: singular(place.name) }));
  return found;
}

function listOf(item: Schema, facts: Facts, place: Place): unknown[] {
  const stated = facts.named.get(normal(place.name));
  const listed = Array.isArray(stated) ? stated : [];
  if (Array.isArray(item["enum"])) return [...mentioned(item["enum"], facts.text)];
  if (typeOf(item) === "object") {
    const objects = listed.filter(isRecord);
    return objects.map((object) =>
      fill(
        item,
        { ...facts, named: new Map([...facts.named, ...Object.entries(object).map(([name, value]) => [normal(name), value] as const)]) },
        { ...place, name: "" },
      ),
    );
  }
  const simple = listed.filter((value) => fits(item, value));
  if (simple.length > 0 || typeOf(item) !== "string") return simple;
  return sentences(facts).map((sentence) => sentence.slice(0, limit(item["maxLength"], 200)));
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}

function fillNumber(schema: Schema, facts: Facts, place: Place): number {
  const near = numberNear(facts.text, [place.name, singular(place.name), ...place.description.split(/\W+/).filter((word) => word.length > 4)]);
  const fallback = limit(schema["default"], Math.max(limit(schema["minimum"], 0), Math.min(1, limit(schema["maximum"], 1))));
  const value = near !== undefined && inRange(schema, near) ? near : fallback;
  return typeOf(schema) === "integer" ? Math.round(value) : value;
}

function mentions(text: string, name: string): boolean {
  const found = new RegExp(
    `(\\b(?:no|not|without|never)\\s+)?\\b${words(name.replace(/^(is|has|needs)(?=[A-Z])/, "")).replaceAll(/\W+/g, "\\W+")}`,
    "i",
  ).exec(text);
  return found !== null && found[1] === undefined;
}

function fillText(schema: Schema, facts: Facts, place: Place): string {
  const most = limit(schema["maxLength"], 600);
  if (schema["format"] === "date") return /\b\d{4}-\d\d-\d\d\b/.exec(facts.text)?.[0] ?? "2026-01-01";
  if (schema["format"] === "email") return /[^\s@<>"]+@[^\s@<>"]+\.[a-z]+/i.exec(facts.text)?.[0] ?? "nobody@example.com";
  const short = /title|name|label|headline|slug/i.test(place.name) || most <= 80;
  return sized(short ? title(facts) : summarise(facts), { least: limit(schema["minLength"], 1), most });
}

/** The text said as often as it must be to be long enough, and cut where it would be too long. */
function sized(text: string, { least, most }: { readonly least: number; readonly most: number }): string {
  const long = text.length >= least ? text : `${text} `.repeat(Math.ceil(least / (text.length + 1))).trim();
  return long.length <= most ? long : `${long.slice(0, Math.max(most - 1, 1)).trimEnd()}…`.slice(0, most);
}

function title(facts: Facts): string {
  const named = ["title", "name", "garment", "product", "topic"].map((name) => facts.named.get(name)).find((value) => typeof value === "string");
  const first = typeof named === "string" ? named : (sentences(facts)[0] ?? "Untitled");
  return first.charAt(0).toUpperCase() + first.slice(1);
}
