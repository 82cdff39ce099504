import { ConditionalCheckFailedException, type TransactWriteItem, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamo } from "./client.ts";
import { tableName } from "./name.ts";
import { keyOf, type Place } from "./plain-row.ts";

type Values = Readonly<Record<string, unknown>>;

const assigned = (values: Values, prefix: string, to: (name: string, value: string) => string) =>
  Object.keys(values).map((_, at) => to(`#${prefix}${at}`, `:${prefix}${at}`));

const named = (values: Values, prefix: string) => Object.fromEntries(Object.keys(values).map((name, at) => [`#${prefix}${at}`, name]));
const valued = (values: Values, prefix: string) => Object.fromEntries(Object.values(values).map((value, at) => [`:${prefix}${at}`, value]));

export type Tallying = {
  readonly by: number;
  /** What is so from now on, and what stays as it was at the first time. */
  readonly set: Values;
  readonly once: Values;
};

/** Adds to the `count` of a row, which is made at its first time; gives the row as it is then. */
export async function tally(place: Place, { by, set, once }: Tallying): Promise<Values> {
  const first = { ...once, __edb_e__: place.entity, __edb_v__: "1" };
  const parts = [
    ...assigned(set, "s", (name, value) => `${name} = ${value}`),
    ...assigned(first, "o", (name, value) => `${name} = if_not_exists(${name}, ${value})`),
  ];
  const { Attributes = {} } = await dynamo.send(
    new UpdateItemCommand({
      TableName: tableName(),
      Key: marshall(keyOf(place)),
      UpdateExpression: `ADD #count :by SET ${parts.join(", ")}`,
      ReturnValues: "ALL_NEW",
      ExpressionAttributeNames: { "#count": "count", ...named(set, "s"), ...named(first, "o") },
      ExpressionAttributeValues: marshall({ ":by": by, ...valued(set, "s"), ...valued(first, "o") }),
    }),
  );
  return unmarshall(Attributes);
}

/** Sets values of a row whose number is lower than this one, which it takes; false when it was not. */
export async function raise(place: Place, rank: { readonly field: string; readonly to: number }, set: Values): Promise<boolean> {
  try {
    await dynamo.send(
      new UpdateItemCommand({
        TableName: tableName(),
        Key: marshall(keyOf(place)),
        UpdateExpression: `SET #rank = :rank, ${assigned(set, "s", (name, value) => `${name} = ${value}`).join(", ")}`,
        ConditionExpression: "attribute_not_exists(#rank) OR #rank < :rank",
        ExpressionAttributeNames: { "#rank": rank.field, ...named(set, "s") },
        ExpressionAttributeValues: marshall({ ":rank": rank.to, ...valued(set, "s") }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Adds to numbers of a row, which is made at its first time, within a transaction: what is counted and the counter are one. */
export function adding(place: Place, by: Readonly<Record<string, number>>, once: Values): TransactWriteItem {
  const first = { ...once, __edb_e__: place.entity, __edb_v__: "1" };
  const added = assigned(by, "a", (name, value) => `${name} ${value}`);
  const made = assigned(first, "o", (name, value) => `${name} = if_not_exists(${name}, ${value})`);
  return {
    Update: {
      TableName: tableName(),
      Key: marshall(keyOf(place)),
      UpdateExpression: `ADD ${added.join(", ")} SET ${made.join(", ")}`,
      ExpressionAttributeNames: { ...named(by, "a"), ...named(first, "o") },
      ExpressionAttributeValues: marshall({ ...valued(by, "a"), ...valued(first, "o") }),
    },
  };
}

/** The same in a write of its own, for sums that may miss what was written down elsewhere when something ends in between. */
export async function add(place: Place, by: Readonly<Record<string, number>>, once: Values): Promise<void> {
  const { Update } = adding(place, by, once);
  if (Update) await dynamo.send(new UpdateItemCommand(Update));
}
