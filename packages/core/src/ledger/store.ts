import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { entity, keys, SERVICE } from "../table/table.ts";
import { creating } from "../table/write.ts";
import { Posting } from "./model.ts";

/** Postings of one order, immutable; the key makes the same reason bookable once. */
const PostingRow = entity({
  model: { entity: "posting", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    key: { type: "string", required: true },
    kind: { type: "string", required: true },
    lines: { type: "any", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "ledger",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["key"], casing: "none" },
    },
  },
} as const);

/** The row of a posting, refused when this reason has been booked before. */
export const postingWrite = (posting: Posting): TransactWriteItem => creating(PostingRow.create({ ...posting, lines: [...posting.lines] }));

/** Everything that was booked for one order; read consistently, because money decisions rest on it. */
export async function postingsOf(orderId: string): Promise<readonly Posting[]> {
  const { data } = await PostingRow.query.primary({ orderId }).go({ limit: 100, consistent: true });
  return data.map((row) => Posting.parse({ orderId: row.orderId, key: row.key, kind: row.kind, lines: row.lines, at: row.at }));
}
