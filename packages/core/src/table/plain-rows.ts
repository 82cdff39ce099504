import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamo } from "./client.ts";
import { primary } from "./keys.ts";
import { tableName } from "./name.ts";
import { keyOf, type Place } from "./plain-row.ts";

/** After everything that begins with what stands before it. */
const LAST = "\uffff";

/**
 * The rows of one partition from one place to another, both included with all that begins like them, as they are stored: for rows whose
 * attributes are counters with names of their own. One request, of one megabyte at most.
 */
export async function rowsBetween(from: Place, to: Place): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [first, last] = [keyOf(from), keyOf(to)];
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :from AND :to",
      ExpressionAttributeNames: { "#pk": primary.partition, "#sk": primary.sort },
      ExpressionAttributeValues: {
        ":pk": { S: first[primary.partition] ?? "" },
        ":from": { S: first[primary.sort] ?? "" },
        ":to": { S: `${last[primary.sort] ?? ""}${LAST}` },
      },
    }),
  );
  return Items.map((item) => unmarshall(item));
}
