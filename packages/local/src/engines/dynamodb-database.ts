import { randomUUID } from "node:crypto";
import { caller, type DynamoDb, signatureOf } from "./dynamodb.ts";
import { ensureTable } from "./dynamodb-table.ts";
import { startFront } from "./front.ts";

/** An engine that runs already and keeps a database for each access key. */
export type SharedEngine = { readonly endpoint: string; readonly pid: number };

/** A database of one's own in such an engine. Whoever calls its endpoint means this database; all that is in it goes with `stop`. */
export async function openDatabase({ endpoint, pid }: SharedEngine): Promise<DynamoDb> {
  const accessKey = randomUUID().replaceAll("-", "");
  const call = caller(endpoint, accessKey);
  const authorization = signatureOf(accessKey);
  const front = await startFront({ service: "DYNAMODB", target: endpoint, authorization });
  const names: string[] = [];
  return {
    endpoint: front.endpoint,
    engine: { endpoint, authorization },
    pid,
    call,
    createTable: (table) => {
      names.push(table.TableName);
      return ensureTable(call, table);
    },
    stop: async () => {
      await front.stop();
      await Promise.all(names.map((TableName) => call("DeleteTable", { TableName })));
    },
  };
}
