import { currentKeyId, isSealed, keyIdOf, seal, unseal } from "../ports/seal.ts";
import { commit } from "../table/commit.ts";
import { type HeldRow, kindOf, replacing } from "../table/held.ts";

/** Fields that are sealed for as long as their row lives, by kind; what is sealed in rows that go by themselves needs no new key. */
export const sealedFields: Readonly<Record<string, { readonly id: string; readonly field: string }>> = {
  user: { id: "userId", field: "phone" },
  organisation: { id: "orgId", field: "phone" },
  supplier: { id: "orgId", field: "phone" },
};

/** The text of a sealed field of a row, or the value as it is. */
export async function openedField(row: HeldRow, field: string): Promise<unknown> {
  const value = row[field];
  const known = sealedFields[kindOf(row)];
  if (known?.field !== field || typeof value !== "string") return value;
  return unseal(value, { record: kindOf(row), id: String(row[known.id]), field });
}

/**
 * Seals a row's field with the key in use, unless it is already; a value from before there were seals gets its first. False when there
 * was nothing to do. Somebody who changes the field at the same time wins: theirs is sealed with the key in use anyway.
 */
export async function reseal(row: HeldRow): Promise<boolean> {
  const known = sealedFields[kindOf(row)];
  const value = known && row[known.field];
  if (!known || typeof value !== "string" || (isSealed(value) && keyIdOf(value) === (await currentKeyId()))) return false;
  const place = { record: kindOf(row), id: String(row[known.id]), field: known.field };
  const again = await seal(await unseal(value, place), place);
  await commit({ about: place.id, writes: [replacing(row, known.field, again)], events: [], reply: null });
  return true;
}
