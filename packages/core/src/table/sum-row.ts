import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { tableName } from "./name.ts";
import { keyOf, type Place } from "./plain-row.ts";

type Numbers = Readonly<Record<string, number>>;
type Values = Readonly<Record<string, number | string>>;

const clauses = (values: Readonly<Record<string, unknown>>, prefix: string, join: string): readonly string[] =>
  Object.keys(values).map((_, at) => `#${prefix}${at}${join}:${prefix}${at}`);
const names = (values: Readonly<Record<string, unknown>>, prefix: string) =>
  Object.fromEntries(Object.keys(values).map((name, at) => [`#${prefix}${at}`, name]));
const valued = (values: Readonly<Record<string, unknown>>, prefix: string) =>
  Object.fromEntries(Object.values(values).map((value, at) => [`:${prefix}${at}`, value]));

/**
 * Adds to numbers of a row, and sets others, in a transaction with what they count. The row is made by whoever comes first, so that
 * nobody has to have made it; the sums are exact because they move with their cause or not at all.
 */
export function adding(place: Place, added: Numbers, set: Values = {}): TransactWriteItem {
  const fixed = { ...set, ...place.partition, ...place.sort, __edb_e__: place.entity, __edb_v__: "1" };
  const add = clauses(added, "a", " ");
  return {
    Update: {
      TableName: tableName(),
      Key: marshall(keyOf(place)),
      UpdateExpression: `SET ${clauses(fixed, "s", " = ").join(", ")}${add.length > 0 ? ` ADD ${add.join(", ")}` : ""}`,
      ExpressionAttributeNames: { ...names(fixed, "s"), ...names(added, "a") },
      ExpressionAttributeValues: marshall({ ...valued(fixed, "s"), ...valued(added, "a") }),
    },
  };
}
