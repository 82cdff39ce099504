/** An item as it is stored, in plain values. */
export type Row = Readonly<Record<string, unknown>>;

export const text = (row: Row, field: string): string => (row[field] === undefined ? "" : String(row[field]));
export const whole = (row: Row, field: string): number => Number(row[field] ?? Number.NaN);

/** The kind of item, as the entity that wrote it named it. */
export const kindOf = (row: Row): string => text(row, "__edb_e__");

/** All items of a table, by kind. */
export type Items = {
  readonly all: readonly Row[];
  readonly of: (kind: string) => readonly Row[];
  /** The items of a kind whose field holds this value. */
  readonly with: (kind: string, field: string, value: string) => readonly Row[];
};

export function itemsOf(all: readonly Row[]): Items {
  const byKind = Map.groupBy(all, kindOf);
  const of = (kind: string) => byKind.get(kind) ?? [];
  const indexes = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  const indexOf = (kind: string, field: string) => {
    const name = `${kind} ${field}`;
    const index = indexes.get(name) ?? Map.groupBy(of(kind), (row) => text(row, field));
    indexes.set(name, index);
    return index;
  };
  return { all, of, with: (kind, field, value) => indexOf(kind, field).get(value) ?? [] };
}

/** What is wrong with the items, a sentence each; empty when the invariant holds. */
export type Invariant = (items: Items) => readonly string[];

/** The values that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = Map.groupBy(values, (value) => value);
  return [...seen].flatMap(([value, all]) => (all.length > 1 ? [value] : []));
}
