import { readTogether } from "./together.ts";
import { entity, keys, SERVICE } from "./table.ts";

/** A value that only one record may have; the row is also the way from the value to the record. */
export const UniqueRow = entity({
  model: { entity: "unique", version: "1", service: SERVICE },
  attributes: {
    scope: { type: "string", required: true },
    value: { type: "string", required: true },
    subjectId: { type: "string", required: true },
    ttl: { type: "number" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["scope", "value"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** Normalises what people type (compatibility forms, blanks, case) before it is compared. */
export const normalise = (value: string): string => value.normalize("NFKC").trim().toLowerCase();

/** Who holds the value, or undefined; read consistently, because it follows its own write. */
export async function ownerOf(scope: string, value: string): Promise<string | undefined> {
  const { data } = await UniqueRow.get({ scope, value }).go({ consistent: true });
  return data?.subjectId;
}

/** Who holds each of these values, at most a hundred, in one request. */
export async function ownersOf(scope: string, values: readonly string[]): Promise<readonly (string | undefined)[]> {
  if (values.length === 0) return [];
  const rows = await readTogether(
    values.map((value) => UniqueRow.get({ scope, value })),
    { isStrong: true },
  );
  return rows.map((row) => (row ? String(row["subjectId"]) : undefined));
}
