import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { adding } from "../table/tally-row.ts";
import { StatsRow } from "./entities.ts";

/** What is counted of a listing; whatever was never counted is zero. */
export type Stats = { readonly sales: number };

/** So many pieces of a listing were sold, for the transaction that commits them: exactly once, because that happens once. */
export const soldWrite = (productId: string, pieces: number): TransactWriteItem =>
  adding({ entity: "product-stats", partition: { productId }, sort: {} }, { sales: pieces }, { productId });

/** What was counted of a listing so far. */
export async function find(productId: string): Promise<Stats> {
  const { data } = await StatsRow.get({ productId }).go({ consistent: true });
  return { sales: data?.sales ?? 0 };
}
