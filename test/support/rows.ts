import { DeleteItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamo } from "@sleekapp/core/table/client";
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
