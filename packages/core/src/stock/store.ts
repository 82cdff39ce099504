import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { changing, creating } from "../table/write.ts";
import { StockRow } from "./entities.ts";
import { Levels } from "./model.ts";
import { deltaOf } from "./rules.ts";

const Stored = z.object({
  productId: z.string(),
  sku: z.string(),
  orgId: z.string(),
  size: z.string(),
  colour: z.string(),
  code: z.string().optional(),
  ...Levels.shape,
});

/** The pieces of one combination. */
export type Info = z.infer<typeof Stored>;

/** Combinations a listing can have: thirty sizes in forty colours, and those it once had. */
export const MOST = 1_500;

/** Everything a listing has a stock of, in one request: at most a few hundred small rows. */
export async function list(productId: string, { consistent = true } = {}): Promise<readonly Info[]> {
  const { data } = await StockRow.query.primary({ productId }).go({ limit: MOST, consistent });
  return data.map((row) => Stored.parse(row));
}

/** A row of the stock as it was read with its listing. */
export const stockIn = (row: unknown): Info => Stored.parse(row);

/** The first count of a combination. */
export const createWrite = (
  { code, ...row }: Pick<Info, "productId" | "sku" | "orgId" | "size" | "colour" | "code" | "onHand">,
  now: string,
): TransactWriteItem => creating(StockRow.create({ ...row, ...(code ? { code } : {}), reserved: 0, sellable: row.onHand, countedAt: now }));

/**
 * Another count. It is a difference to what the supplier saw, so pieces that were sold meanwhile refuse it rather than come back, and
 * so do pieces that are held and would not be there.
 */
export function countWrite(
  before: Pick<Info, "productId" | "sku" | "onHand">,
  counted: { readonly onHand: number; readonly code?: string | undefined },
  now: string,
): TransactWriteItem {
  const pieces = counted.onHand - before.onHand;
  const { productId, sku } = before;
  const { onHand, sellable } = deltaOf({ what: "count", pieces });
  return changing(
    StockRow.patch({ productId, sku })
      .add({ onHand, sellable })
      .set({ countedAt: now, ...(counted.code ? { code: counted.code } : {}) })
      .where((row, { eq, gte }) => [eq(row.onHand, before.onHand), gte(row.sellable, Math.max(0, -pieces))].join(" AND ")),
  );
}
