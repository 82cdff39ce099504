import { ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { dynamo } from "./client.ts";
import { primary, ttlAttribute } from "./keys.ts";
import { tableName } from "./name.ts";

/** One number on the table, of a window that ends at `endsAt` (epoch seconds). */
export type Counter = { readonly entity: string; readonly partition: string; readonly sort: string; readonly endsAt: number };

type Guard = { readonly condition?: string; readonly values?: Readonly<Record<string, { readonly N: string }>> };

/** Rows outlive their window by an hour, so that a late settlement finds them. */
const KEPT_SECONDS = 3_600;

async function change(counter: Counter, by: number, { condition, values = {} }: Guard): Promise<number> {
  const { Attributes } = await dynamo.send(
    new UpdateItemCommand({
      TableName: tableName(),
      Key: { [primary.partition]: { S: counter.partition }, [primary.sort]: { S: counter.sort } },
      UpdateExpression: "ADD #used :by SET #ttl = :ttl, #entity = :entity",
      ReturnValues: "UPDATED_NEW",
      ...(condition ? { ConditionExpression: condition } : {}),
      ExpressionAttributeNames: { "#used": "used", "#ttl": ttlAttribute, "#entity": "__edb_e__" },
      ExpressionAttributeValues: {
        ":by": { N: String(by) },
        ":ttl": { N: String(counter.endsAt + KEPT_SECONDS) },
        ":entity": { S: counter.entity },
        ...values,
      },
    }),
  );
  return Number(Attributes?.["used"]?.N);
}

/**
 * Takes so much of what is left under `max` by a single conditional add, so that parallel calls cannot pass it together. Gives
 * what is left after it, or undefined when there was not so much.
 */
export async function take(counter: Counter, by: number, max: number): Promise<number | undefined> {
  if (by > max) return undefined;
  try {
    const used = await change(counter, by, {
      condition: "attribute_not_exists(#used) OR #used <= :room",
      values: { ":room": { N: String(max - by) } },
    });
    return max - used;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Adds to the number, or takes from it, whatever it is. */
export async function adjust(counter: Counter, by: number): Promise<void> {
  await change(counter, by, {});
}
