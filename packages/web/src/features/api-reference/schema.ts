/** A JSON schema as the API document has it, as far as it is shown. */
export type Schema = {
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly format?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly maxItems?: number | undefined;
};

/** One line of a table of fields: where it is, what it holds, and whether it is always there. */
export type FieldRow = { readonly name: string; readonly kind: string; readonly isRequired: boolean };

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const bounded = (low: number | undefined, high: number | undefined, unit: string): string => {
  const from = low !== undefined && low > -MAX_SAFE ? low : undefined;
  const to = high !== undefined && high < MAX_SAFE ? high : undefined;
  if (from === undefined && to === undefined) return "";
  if (from === to) return ` of ${to}${unit}`;
  if (from === undefined) return ` up to ${to}${unit}`;
  return to === undefined ? ` from ${from}${unit}` : ` ${from} to ${to}${unit}`;
};

const isObject = (schema: Schema): boolean => schema.properties !== undefined;

/** What a value is, in a few words: `text up to 120 characters`, `one of priced, sent`, `list of text`. */
export function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(String).join(", ")}`;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(" or ");
  if (schema.type === "array") return `list${bounded(undefined, schema.maxItems, "")} of ${schema.items ? kindOf(schema.items) : "anything"}`;
  return plainKindOf(schema);
}

function plainKindOf(schema: Schema): string {
  if (schema.type === "string") return `${schema.format ?? "text"}${bounded(schema.minLength, schema.maxLength, " characters")}`;
  if (schema.type === "integer") return `whole number${bounded(schema.minimum, schema.maximum, "")}`;
  if (schema.type === "number") return `number${bounded(schema.minimum, schema.maximum, "")}`;
  return schema.type ?? "anything";
}

/** The object a field leads on to, if it does: itself, or what its list holds. */
function inside(schema: Schema): { readonly mark: string; readonly object: Schema } | undefined {
  if (isObject(schema)) return { mark: "", object: schema };
  if (schema.items && isObject(schema.items)) return { mark: "[]", object: schema.items };
  return undefined;
}

/** Every field of a body as one flat list, nested ones by their path: `lines[].amount.currency`. */
export function fieldsOf(schema: Schema, path = ""): readonly FieldRow[] {
  const start = inside(schema);
  if (!start) return path === "" ? [{ name: "", kind: kindOf(schema), isRequired: true }] : [];
  const required = new Set(start.object.required ?? []);
  return Object.entries(start.object.properties ?? {}).flatMap(([key, field]) => {
    const name = `${path}${path === "" ? start.mark : ""}${path === "" && start.mark === "" ? "" : "."}${key}`;
    const nested = inside(field);
    if (nested) return fieldsOf(nested.object, `${name}${nested.mark}`).map((row) => ({ ...row, isRequired: row.isRequired && required.has(key) }));
    return [{ name, kind: kindOf(field), isRequired: required.has(key) }];
  });
}
