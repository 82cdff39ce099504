import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { changing, creating } from "../table/write.ts";
import { DESK } from "../price-book/model.ts";
import { RatesRow } from "./entities.ts";
import { Rate } from "./model.ts";

const Stored = z.object({ rates: z.array(Rate), fetchedAt: z.string().optional(), version: z.number() });
/** `version` 0: nothing has been fetched or kept yet. */
export type Info = z.infer<typeof Stored>;

export const infoOf = (row: unknown): Info => (row ? Stored.parse(row) : { rates: [], version: 0 });

/** The rates as they are; one request. */
export async function current(): Promise<Info> {
  const { data } = await RatesRow.get({ desk: DESK }).go({ consistent: true });
  return infoOf(data);
}

/** Puts rates in the place of those that were read. */
export function ratesWrite(before: Info, rates: readonly Rate[], fetchedAt: string | undefined): TransactWriteItem {
  const row = { rates, version: before.version + 1, ...(fetchedAt ? { fetchedAt } : {}) };
  if (before.version === 0) return creating(RatesRow.create({ desk: DESK, ...row }));
  return changing(
    RatesRow.patch({ desk: DESK })
      .set(row)
      .where(({ version }, { eq }) => eq(version, before.version)),
  );
}
