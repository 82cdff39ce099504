import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { mismatch } from "../kernel/error.ts";
import type { IdempotencyKey } from "../kernel/request.ts";
import { dynamo } from "./client.ts";
import { ttlAttribute } from "./keys.ts";
import { tableName } from "./name.ts";
import { keyOf, newRow, type Place } from "./plain-row.ts";

/** Keys are honoured for a day, as the best-known payment API does (docs.stripe.com/api/idempotent_requests). */
export const KEPT_SECONDS = 24 * 60 * 60;

type Named = { readonly scope: string; readonly key: string; readonly operation: string };

/** What a command answered, under the caller's key; a worker's inbox row is the same thing under its event's id. */
const placeOf = ({ scope, key, operation }: Named): Place => ({ entity: "idempotency", partition: { scope, key }, sort: { operation } });

const Row = z.object({ bodyHash: z.string(), reply: z.string(), ttl: z.number() });
const Reply = z.object({ value: z.unknown() });

/** What was answered to this key before, or undefined; throws `idempotency.reused` when it was sent with something else. */
export async function earlierReply(scope: string, given: IdempotencyKey, now: Date): Promise<{ readonly value: unknown } | undefined> {
  const Key = marshall(keyOf(placeOf({ ...given, scope })));
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: tableName(), Key, ConsistentRead: true }));
  const data = Item ? Row.parse(unmarshall(Item)) : undefined;
  if (!data || data.ttl * 1000 <= now.getTime()) return undefined;
  if (data.bodyHash !== given.bodyHash) throw mismatch("idempotency.reused", "This Idempotency-Key was used for a different request");
  return { value: Reply.parse(JSON.parse(data.reply)).value };
}

/** The row that goes into the command's own transaction; one whose day is over is written over, a fresh one stays. */
export function replyRow(given: IdempotencyKey & { readonly scope: string }, reply: unknown, now: Date) {
  const seconds = Math.floor(now.getTime() / 1000);
  const row = newRow(placeOf(given), {
    scope: given.scope,
    operation: given.operation,
    key: given.key,
    bodyHash: given.bodyHash,
    reply: JSON.stringify({ value: reply }),
    at: now.toISOString(),
    ttl: seconds + KEPT_SECONDS,
  });
  return {
    params: () => {
      const made = row.params();
      return {
        ...made,
        ConditionExpression: `(${made.ConditionExpression}) OR #ttl <= :now`,
        ExpressionAttributeNames: { ...made.ExpressionAttributeNames, "#ttl": ttlAttribute },
        ExpressionAttributeValues: { ":now": seconds },
      };
    },
  };
}
