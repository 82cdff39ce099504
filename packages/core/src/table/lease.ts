import { ConditionalCheckFailedException, DeleteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { dynamo } from "./client.ts";
import { primary, ttlAttribute } from "./keys.ts";
import { tableName } from "./name.ts";

const KEPT_MS = 3_600_000;

const keyOf = (name: string) => ({ [primary.partition]: { S: `$sleek#lease_${name}` }, [primary.sort]: { S: "$lease_1" } });

/** Takes the right to do something for so long, by one conditional write; false when somebody has it and their time is not over. */
export async function lease(name: string, milliseconds: number, now: Date): Promise<boolean> {
  const until = now.getTime() + milliseconds;
  try {
    await dynamo.send(
      new UpdateItemCommand({
        TableName: tableName(),
        Key: keyOf(name),
        UpdateExpression: "SET #until = :until, #ttl = :ttl, #entity = :entity",
        ConditionExpression: "attribute_not_exists(#until) OR #until <= :now",
        ExpressionAttributeNames: { "#until": "until", "#ttl": ttlAttribute, "#entity": "__edb_e__" },
        ExpressionAttributeValues: {
          ":until": { N: String(until) },
          ":now": { N: String(now.getTime()) },
          ":ttl": { N: String(Math.ceil((until + KEPT_MS) / 1000)) },
          ":entity": { S: "lease" },
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Gives the right back before its time, when what it was for did not come to be. */
export async function release(name: string): Promise<void> {
  await dynamo.send(new DeleteItemCommand({ TableName: tableName(), Key: keyOf(name) }));
}
