/** A decoded form: strings, lists and nested records. */
export type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };
export type Form = Readonly<Record<string, FormValue>>;

type Node = Map<string, Node | string>;

/** Decodes Stripe's form encoding: `a[b][c]=1&x[]=2&x[0]=3` becomes nested records and lists. */
export function parseForm(text: string): Form {
  const root: Node = new Map();
  for (const [name, value] of new URLSearchParams(text)) place(root, name.replaceAll("]", "").split("["), value);
  const form = record(root);
  return form;
}

function place(root: Node, path: readonly string[], value: string): void {
  let at = root;
  for (const step of path.slice(0, -1)) {
    const next = at.get(step);
    const child: Node = next instanceof Map ? next : new Map();
    at.set(step, child);
    at = child;
  }
  const last = path.at(-1) ?? "";
  at.set(last === "" ? String(at.size) : last, value);
}

function record(node: Node): Record<string, FormValue> {
  return Object.fromEntries([...node].map(([name, child]) => [name, convert(child)]));
}

function convert(child: Node | string): FormValue {
  if (typeof child === "string") return child;
  const isList = child.size > 0 && [...child.keys()].every((name) => /^\d+$/.test(name));
  return isList ? [...child.values()].map(convert) : record(child);
}

/** A field that is text, or undefined. */
export function text(form: Form, name: string): string | undefined {
  const value = form[name];
  return typeof value === "string" ? value : undefined;
}

/** A field that is a record; an empty one when it is not. */
export function group(form: Form, name: string): Form {
  const value = form[name];
  return typeof value === "object" && !isList(value) ? value : {};
}

/** A field that is a list of texts. */
export function list(form: Form, name: string): readonly string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === "object" && isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Metadata merged as Stripe does: an empty value removes the key. */
export function mergeMetadata(before: Readonly<Record<string, string>>, form: Form): Record<string, string> {
  const given = Object.entries(group(form, "metadata")).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries([...Object.entries(before), ...given].filter(([name]) => !given.some(([key, value]) => key === name && value === "")));
}

function isList(value: readonly FormValue[] | { readonly [name: string]: FormValue }): value is readonly FormValue[] {
  return Array.isArray(value);
}
