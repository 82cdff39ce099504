import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamo } from "./client.ts";
import { primary } from "./keys.ts";
import { SERVICE, tableName } from "./name.ts";

export type Row = Readonly<Record<string, unknown>>;

/** What one audience reads of a record together, by the kind of row. Each domain reads its own kinds out of it. */
export type Rows = { readonly of: (kind: string) => readonly Row[] };

const LIMIT = 100;

/**
 * One request for a whole collection of an order, of whatever domains its rows are; at most a hundred rows, read consistently. Rows
 * whose entity names the collection on its primary index are in it.
 */
export const rowsOf = (orderId: string, collection: string): Promise<Rows> => rowsAt({ key: "orderId", value: orderId, collection });

type Place = { readonly key: string; readonly value: string; readonly collection: string };

/** As `rowsOf`, in the partition that another key names. */
export async function rowsAt({ key, value, collection }: Place): Promise<Rows> {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: "#pk = :pk AND begins_with(#sk, :sk)",
      ExpressionAttributeNames: { "#pk": primary.partition, "#sk": primary.sort },
      ExpressionAttributeValues: { ":pk": { S: `$${SERVICE}#${key}_${value}` }, ":sk": { S: `$${collection}#` } },
      ConsistentRead: true,
      Limit: LIMIT,
    }),
  );
  const byKind = Map.groupBy(
    Items.map((item): Row => unmarshall(item)),
    (row) => row["__edb_e__"],
  );
  return { of: (kind) => byKind.get(kind) ?? [] };
}
