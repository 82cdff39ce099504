import { currentKeyId, isSealed, keyIdOf, type Place, seal, unseal } from "../ports/seal.ts";
import { commit } from "../table/commit.ts";
import { type HeldRow, kindOf, replacing } from "../table/held.ts";

/** Fields that are sealed for as long as their row lives, by kind; what is sealed in rows that go by themselves needs no new key. */
export const sealedFields: Readonly<Record<string, { readonly id: string; readonly fields: readonly string[] }>> = {
  user: { id: "userId", fields: ["phone"] },
  organisation: { id: "orgId", fields: ["phone", "taxId"] },
  supplier: { id: "orgId", fields: ["phone"] },
  bank: { id: "orgId", fields: ["details"] },
};

/** The text of a sealed field of a row, or the value as it is. */
export async function openedField(row: HeldRow, field: string): Promise<unknown> {
  const value = row[field];
  const known = sealedFields[kindOf(row)];
  if (!known?.fields.includes(field) || typeof value !== "string") return value;
  return unseal(value, { record: kindOf(row), id: String(row[known.id]), field });
}

async function resealField(row: HeldRow, place: Place): Promise<boolean> {
  const value = row[place.field];
  if (typeof value !== "string" || (isSealed(value) && keyIdOf(value) === (await currentKeyId()))) return false;
  const again = await seal(await unseal(value, place), place);
  await commit({ about: place.id, writes: [replacing(row, place.field, again)], events: [], reply: null });
  return true;
}

/**
 * Seals a row's fields with the key in use, unless they are already; a value from before there were seals gets its first. False when
 * there was nothing to do. Somebody who changes a field at the same time wins: theirs is sealed with the key in use anyway.
 */
export async function reseal(row: HeldRow): Promise<boolean> {
  const known = sealedFields[kindOf(row)];
  let isDone = false;
  for (const field of known?.fields ?? []) {
    const place = { record: kindOf(row), id: String(row[known?.id ?? ""]), field };
    isDone = (await resealField(row, place)) || isDone;
  }
  return isDone;
}
