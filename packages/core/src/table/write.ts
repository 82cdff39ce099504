import { marshall } from "@aws-sdk/util-dynamodb";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

/** An operation of an entity that can state its parameters. */
type Operation = { params: () => unknown };

const Params = z.object({
  TableName: z.string(),
  Item: z.record(z.string(), z.unknown()).optional(),
  Key: z.record(z.string(), z.unknown()).optional(),
  UpdateExpression: z.string().optional(),
  ConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
});

const values = (record: Record<string, unknown> | undefined) => (record ? marshall(record, { removeUndefinedValues: true }) : undefined);

function condition(params: z.infer<typeof Params>) {
  return {
    TableName: params.TableName,
    ...(params.ConditionExpression ? { ConditionExpression: params.ConditionExpression } : {}),
    ...(params.ExpressionAttributeNames ? { ExpressionAttributeNames: params.ExpressionAttributeNames } : {}),
    ...(params.ExpressionAttributeValues ? { ExpressionAttributeValues: values(params.ExpressionAttributeValues) ?? {} } : {}),
  };
}

/** A row that must not exist yet: pass `entity.create(...)`. */
export function creating(operation: Operation): TransactWriteItem {
  const params = Params.parse(operation.params());
  return { Put: { ...condition(params), Item: values(params.Item) ?? {} } };
}

/** A row that must exist: pass `entity.patch(...)` with its `where` guard. */
export function changing(operation: Operation): TransactWriteItem {
  const params = Params.parse(operation.params());
  return { Update: { ...condition(params), Key: values(params.Key) ?? {}, UpdateExpression: params.UpdateExpression ?? "" } };
}

/** A row that must exist and goes away: pass `entity.remove(...)`. */
export function removing(operation: Operation): TransactWriteItem {
  const params = Params.parse(operation.params());
  return { Delete: { ...condition(params), Key: values(params.Key) ?? {} } };
}

/** A row that must be as the guard says and stays as it is: pass `entity.remove(...)` with its `where` guard. */
export function holding(operation: Operation): TransactWriteItem {
  const params = Params.parse(operation.params());
  return { ConditionCheck: { ...condition(params), Key: values(params.Key) ?? {}, ConditionExpression: params.ConditionExpression ?? "" } };
}
