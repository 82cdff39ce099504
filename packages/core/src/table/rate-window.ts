import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { limited } from "../kernel/error.ts";
import { dynamo } from "./client.ts";
import { primary, ttlAttribute } from "./keys.ts";
import { tableName } from "./table.ts";

export type Window = { readonly name: string; readonly key: string; readonly max: number; readonly seconds: number };

/**
 * Counts one use in a fixed window by a single conditional add, so that parallel calls cannot pass the limit together.
 * Throws `rate.limited` with the seconds until the window ends.
 */
export async function spend(window: Window, now: Date): Promise<void> {
  const epoch = Math.floor(now.getTime() / 1000);
  const start = epoch - (epoch % window.seconds);
  const end = start + window.seconds;
  try {
    await dynamo.send(
      new UpdateItemCommand({
        TableName: tableName(),
        Key: { [primary.partition]: { S: `$sleek#rate_${window.name}#${window.key}` }, [primary.sort]: { S: `$window_1#${start}` } },
        UpdateExpression: "ADD #used :one SET #ttl = :ttl, #entity = :entity",
        ConditionExpression: "attribute_not_exists(#used) OR #used < :max",
        ExpressionAttributeNames: { "#used": "used", "#ttl": ttlAttribute, "#entity": "__edb_e__" },
        ExpressionAttributeValues: {
          ":one": { N: "1" },
          ":max": { N: String(window.max) },
          ":ttl": { N: String(end + 3600) },
          ":entity": { S: "rate-window" },
        },
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw limited("rate.limited", "Too many attempts; wait a moment and try again", end - epoch);
    throw error;
  }
}
