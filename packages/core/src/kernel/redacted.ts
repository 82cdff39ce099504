/** A value as the audit shows it: what says who somebody is, or what they wrote, is only said to be there. */
export type Shown = string | number | boolean | null;

/** What a field was and is; a side that is absent had no value. */
export type FieldChange = { readonly before?: Shown | undefined; readonly after?: Shown | undefined };

/** What a command changed on its record, by field. */
export type Changes = Readonly<Record<string, FieldChange>>;

/** Fields whose words are ours: a state or kind out of a closed list. */
const OURS = new Set([
  "status",
  "verification",
  "kind",
  "orgKind",
  "memberKind",
  "heldFrom",
  "purpose",
  "role",
  "revisionStatus",
  "state",
  "currency",
  "country",
  "locale",
]);

const ID = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/;

const shownText = (field: string, text: string): string => (OURS.has(field) || ID.test(text) || MOMENT.test(text) ? text : "[redacted]");

const isMoney = (value: object): value is { readonly amount: number; readonly currency: string } =>
  Object.keys(value).length === 2 && "amount" in value && "currency" in value && typeof value.amount === "number";

/** A field's value without what is somebody's: states, ids, numbers, money in minor units and moments stay; words, lists and records do not. */
export function shown(field: string, value: unknown): Shown | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return shownText(field, value);
  return typeof value === "object" && isMoney(value) ? `${value.amount} ${value.currency}` : "[redacted]";
}

type Fields = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between a record before and after, redacted; fields that only `before` has count as kept, for changes come in parts. */
export function changesOf(before: Fields | undefined, after: Fields): Changes {
  const fields = Object.keys(after).filter((field) => !same(before?.[field], after[field]));
  return Object.fromEntries(
    fields.map((field) => {
      const [was, is] = [shown(field, before?.[field]), shown(field, after[field])];
      return [field, { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
    }),
  );
}
