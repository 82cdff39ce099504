import { SERVICE, tableName } from "./name.ts";
import { primary } from "./keys.ts";

// Events and answers are written by every function, also by those that have no entities of their own. They are made here without
// ElectroDB, which is more than half of such a function, but just as it would make them: others read them through it.

type Values = Readonly<Record<string, string>>;

const VERSION = "1";

const joined = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `#${name}_${value}`)
    .join("");

/** Where a row is kept: a partition and a place in it, each named by attributes of the row. */
export type Place = { readonly entity: string; readonly partition: Values; readonly sort: Values };

/** The keys of an index; its scope keeps kinds of rows apart that have the same values in it. */
export const indexKeys = (scope: string, { entity, partition, sort }: Place): readonly [partition: string, sort: string] => [
  `$${SERVICE}_${scope}${joined(partition)}`,
  `$${entity}_${VERSION}${joined(sort)}`,
];

/** The primary key of a row. */
export const keyOf = ({ entity, partition, sort }: Place) => ({
  [primary.partition]: `$${SERVICE}${joined(partition)}`,
  [primary.sort]: `$${entity}_${VERSION}${joined(sort)}`,
});

/** The creation of a row that must not exist yet, to be passed to `creating`. */
export function newRow(place: Place, values: Readonly<Record<string, unknown>>) {
  return {
    params: () => ({
      TableName: tableName(),
      Item: { ...values, ...keyOf(place), __edb_e__: place.entity, __edb_v__: VERSION },
      ConditionExpression: "attribute_not_exists(#pk) AND attribute_not_exists(#sk)",
      ExpressionAttributeNames: { "#pk": primary.partition, "#sk": primary.sort },
    }),
  };
}
