import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { demoMark } from "../kernel/request.ts";
import { type Place, seal, unseal } from "../ports/seal.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";
import { type Details, detailsIn } from "./model.ts";

/** Where a supplier is paid, all of it sealed together. */
export const BankRow = entity({
  model: { entity: "bank", version: "1", service: SERVICE },
  attributes: {
    orgId: { type: "string", required: true },
    /** Sealed. */
    details: { type: "string", required: true },
    savedAt: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

const Stored = z.object({ orgId: z.string(), details: z.string(), savedAt: z.string(), version: z.number() });

/** Where a supplier is paid, or that it has not said so yet. */
export type Info = { readonly orgId: string; readonly version: number; readonly details?: Details; readonly savedAt?: string };

const placeOf = (orgId: string): Place => ({ record: "bank", id: orgId, field: "details" });

export async function find(orgId: string): Promise<Info | undefined> {
  const { data } = await BankRow.get({ orgId }).go({ consistent: true });
  if (!data) return undefined;
  const stored = Stored.parse(data);
  return { ...stored, details: detailsIn(await unseal(stored.details, placeOf(orgId))) };
}

type Saved = { readonly details: Details; readonly savedAt: string };

/** Puts the details in the place of those before, unless somebody has changed them meanwhile. */
export async function saveWrite({ orgId, version }: Info, { details, savedAt }: Saved): Promise<TransactWriteItem> {
  const fields = { details: await seal(JSON.stringify(details), placeOf(orgId)), savedAt, version: version + 1 };
  if (version === 0) return creating(BankRow.create({ orgId, ...fields, ...demoMark() }));
  return changing(
    BankRow.patch({ orgId })
      .set(fields)
      .where((row, { eq }) => eq(row.version, version)),
  );
}
