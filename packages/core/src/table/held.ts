import { type AttributeValue, QueryCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { isDeepStrictEqual } from "node:util";
import { dynamo } from "./client.ts";
import { indexes, primary } from "./keys.ts";
import { SERVICE, tableName } from "./name.ts";

// Telling somebody what is held on them, and forgetting it, is about rows of every kind: here they are read and changed as they are
// stored, whatever entity they are of.

/** A row as it is stored. */
export type HeldRow = Readonly<Record<string, unknown>>;

/** The kind of a row, as its entity is named. */
export const kindOf = (row: HeldRow): string => String(row["__edb_e__"]);

type Names = { readonly partition: string; readonly index?: string };

async function read({ partition, index }: Names, value: string, from?: Record<string, AttributeValue>): Promise<readonly HeldRow[]> {
  const { Items = [], LastEvaluatedKey } = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: "#pk = :pk",
      ExpressionAttributeNames: { "#pk": partition },
      ExpressionAttributeValues: { ":pk": { S: value } },
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      ...(from ? { ExclusiveStartKey: from } : {}),
    }),
  );
  const rows = Items.map((item): HeldRow => unmarshall(item));
  return LastEvaluatedKey ? [...rows, ...(await read({ partition, ...(index ? { index } : {}) }, value, LastEvaluatedKey))] : rows;
}

/** Every row of one record's partition: `rowsAt("userId", userId)`. */
export const rowsAt = (attribute: string, value: string): Promise<readonly HeldRow[]> =>
  read({ partition: primary.partition }, `$${SERVICE}#${attribute}_${value}`);

/** Every row that an index files under a value: `rowsUnder("byOwner", "quote#ownerId", ownerId)`. */
export const rowsUnder = (name: keyof typeof indexes, place: string, value: string): Promise<readonly HeldRow[]> =>
  read({ partition: indexes[name].partition, index: indexes[name].name }, `$${SERVICE}_${place}_${value}`);

/** The row that keeps a value to one record. */
export const uniqueAt = async (scope: string, value: string): Promise<readonly HeldRow[]> => rowsAt("scope", `${scope}#value_${value}`);

const keyOf = (row: HeldRow) => marshall({ [primary.partition]: row[primary.partition], [primary.sort]: row[primary.sort] });

const there = { ConditionExpression: "attribute_exists(#pk)", ExpressionAttributeNames: { "#pk": primary.partition } } as const;

/** The row goes; refused when somebody else has taken it away. */
export const deleting = (row: HeldRow): TransactWriteItem => ({ Delete: { TableName: tableName(), Key: keyOf(row), ...there } });

/** The row goes, if this attribute still is what was read. */
export const deletingAs = (row: HeldRow, attribute: string): TransactWriteItem => ({
  Delete: {
    TableName: tableName(),
    Key: keyOf(row),
    ConditionExpression: "#attribute = :attribute",
    ExpressionAttributeNames: { "#attribute": attribute },
    ExpressionAttributeValues: marshall({ ":attribute": row[attribute] }),
  },
});

/** What a row loses or gets instead: `undefined` takes the attribute away. Never an attribute that a key is made of. */
export type Blank = Readonly<Record<string, unknown>>;

/** Whether the row says something else than the blank would leave. */
export const differs = (row: HeldRow, blank: Blank): boolean => Object.entries(blank).some(([name, value]) => !isDeepStrictEqual(row[name], value));

/** Puts the blank over the row. */
export function blanking(row: HeldRow, blank: Blank): TransactWriteItem {
  const entries = Object.entries(blank);
  const set = entries.flatMap(([, value], at) => (value === undefined ? [] : [`#n${at} = :v${at}`]));
  const remove = entries.flatMap(([, value], at) => (value === undefined ? [`#n${at}`] : []));
  const values = Object.fromEntries(entries.flatMap(([, value], at) => (value === undefined ? [] : [[`:v${at}`, value]])));
  return {
    Update: {
      TableName: tableName(),
      Key: keyOf(row),
      UpdateExpression: [set.length > 0 ? `SET ${set.join(", ")}` : "", remove.length > 0 ? `REMOVE ${remove.join(", ")}` : ""].join(" ").trim(),
      ConditionExpression: there.ConditionExpression,
      ExpressionAttributeNames: { ...there.ExpressionAttributeNames, ...Object.fromEntries(entries.map(([name], at) => [`#n${at}`, name])) },
      ...(set.length > 0 ? { ExpressionAttributeValues: marshall(values) } : {}),
    },
  };
}

/** Another value for one attribute, unless somebody has changed it since the row was read. */
export const replacing = (row: HeldRow, field: string, value: string): TransactWriteItem => ({
  Update: {
    TableName: tableName(),
    Key: keyOf(row),
    UpdateExpression: "SET #field = :new",
    ConditionExpression: "#field = :old",
    ExpressionAttributeNames: { "#field": field },
    ExpressionAttributeValues: marshall({ ":new": value, ":old": row[field] }),
  },
});
