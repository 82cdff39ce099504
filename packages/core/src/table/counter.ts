import { type AttributeValue, BatchGetItemCommand, ConditionalCheckFailedException, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
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

/** So much of one number of a row, and the most there may be of it. */
export type Part = { readonly name: string; readonly by: number; readonly max: number };

/**
 * Takes from several numbers of a row at once: all of them, or none. Gives how many there are then, by name, or the row as it was when
 * there was not enough of one.
 */
export async function takeParts(
  counter: Counter,
  parts: readonly Part[],
): Promise<{ readonly isTaken: boolean; readonly used: Readonly<Record<string, number>> }> {
  const at = (prefix: string) => parts.map((_, index) => `${prefix}${index}`);
  const conditions = parts.map((_, index) => `(attribute_not_exists(#n${index}) OR #n${index} <= :r${index})`);
  const numbers = (item: Readonly<Record<string, AttributeValue>> = {}) =>
    Object.fromEntries(parts.map(({ name }) => [name, Number(item[name]?.N ?? 0)]));
  if (parts.some(({ by, max }) => by > max)) return { isTaken: false, used: numbers() };
  try {
    const { Attributes } = await dynamo.send(
      new UpdateItemCommand({
        TableName: tableName(),
        Key: { [primary.partition]: { S: counter.partition }, [primary.sort]: { S: counter.sort } },
        UpdateExpression: `ADD ${at("#n")
          .map((name, index) => `${name} :b${index}`)
          .join(", ")} SET #ttl = :ttl, #entity = :entity`,
        ConditionExpression: conditions.join(" AND "),
        ReturnValues: "ALL_NEW",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        ExpressionAttributeNames: {
          ...Object.fromEntries(parts.map(({ name }, index) => [`#n${index}`, name])),
          "#ttl": ttlAttribute,
          "#entity": "__edb_e__",
        },
        ExpressionAttributeValues: {
          ...Object.fromEntries(
            parts.flatMap(({ by, max }, index) => [[`:b${index}`, { N: String(by) }] as const, [`:r${index}`, { N: String(max - by) }] as const]),
          ),
          ":ttl": { N: String(counter.endsAt + KEPT_SECONDS) },
          ":entity": { S: counter.entity },
        },
      }),
    );
    return { isTaken: true, used: numbers(Attributes) };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { isTaken: false, used: numbers(error.Item) };
    throw error;
  }
}

/** Adds to several numbers of a row, whatever they are; with none the row stays as it is. */
export async function adjustParts(counter: Counter, by: Readonly<Record<string, number>>): Promise<void> {
  const changed = Object.entries(by).filter(([, many]) => many !== 0);
  if (changed.length > 0)
    await takeParts(
      counter,
      changed.map(([name, many]) => ({ name, by: many, max: Number.MAX_SAFE_INTEGER })),
    );
}

/** What the numbers of some rows are, 0 where there is no row yet; one request, in the order of the rows. */
export async function readParts(counters: readonly Counter[]): Promise<readonly Readonly<Record<string, number>>[]> {
  const keyOf = ({ partition, sort }: Counter) => ({ [primary.partition]: { S: partition }, [primary.sort]: { S: sort } });
  const { Responses } = await dynamo.send(
    new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: counters.map(keyOf), ConsistentRead: true } } }),
  );
  const rows = Responses?.[tableName()] ?? [];
  return counters.map(({ partition, sort }) => {
    const row = rows.find((one) => one[primary.partition]?.S === partition && one[primary.sort]?.S === sort) ?? {};
    return Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (value.N === undefined ? [] : [[name, Number(value.N)]])));
  });
}
