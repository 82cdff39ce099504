import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";

/** The recovery codes of a person as hashes; a code that was used is taken out. */
const RecoveryRow = entity({
  model: { entity: "recovery", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    hashes: { type: "list", items: { type: "string" }, required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

const Stored = z.object({ userId: z.string(), hashes: z.array(z.string()), version: z.number() });
export type Info = z.infer<typeof Stored>;

export async function find(userId: string): Promise<Info | undefined> {
  const { data } = await RecoveryRow.get({ userId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** Puts these codes in the place of the ones before, unless somebody else has just done so. */
export function codesWrite(userId: string, hashes: readonly string[], before: Info | undefined): TransactWriteItem {
  if (!before) return creating(RecoveryRow.create({ userId, hashes: [...hashes], version: 1 }));
  return changing(
    RecoveryRow.patch({ userId })
      .set({ hashes: [...hashes], version: before.version + 1 })
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}
