import { DeleteItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Actor, refOf } from "@sleekapp/core/kernel/actor";
import { dynamo } from "@sleekapp/core/table/client";
import { scopeOfKey } from "@sleekapp/core/table/commit";
import { keyHashOf } from "@sleekapp/core/table/idempotency";
import { primary } from "@sleekapp/core/table/keys";
import { tableName } from "@sleekapp/core/table/table";

/** Takes rows off the table, as a crash before their write would have left it; gives how many. */
export async function removeWhere(wanted: (item: Record<string, unknown>) => boolean): Promise<number> {
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: tableName(), ConsistentRead: true }));
  const found = Items.filter((item) => wanted(unmarshall(item)));
  const keyOf = (item: (typeof Items)[number]) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => name === primary.partition || name === primary.sort));
  for (const item of found) await dynamo.send(new DeleteItemCommand({ TableName: tableName(), Key: keyOf(item) }));
  return found.length;
}

/** Whether a row holds what was answered to this caller under this key, by this operation or by any. */
export const isAnswerTo = (
  item: Readonly<Record<string, unknown>>,
  { actor, key, operation = "" }: { actor: Actor; key: string; operation?: string },
): boolean =>
  String(item[primary.partition]).endsWith(keyHashOf({ scope: scopeOfKey(refOf(actor)), key })) && String(item[primary.sort]).endsWith(operation);
