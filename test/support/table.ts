import { randomUUID } from "node:crypto";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Actor } from "@sleekapp/core/kernel/actor";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Secrets } from "@sleekapp/core/ports/secrets";
import { dynamo } from "@sleekapp/core/table/client";
import { indexes, primary } from "@sleekapp/core/table/keys";
import { metered, type Tally } from "@sleekapp/core/table/meter";
import { tableName } from "@sleekapp/core/table/table";
import { caller } from "@sleekapp/local/engines/dynamodb";
import { ensureTable } from "@sleekapp/local/engines/dynamodb-table";
import { inject } from "vitest";

/** What the setup of the test run hands to the files: the address of the engine. */
declare module "vitest" {
  interface ProvidedContext {
    readonly dynamodb: string;
  }
}

const keysOf = (key: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: key.partition, KeyType: "HASH" },
  { AttributeName: key.sort, KeyType: "RANGE" },
];

/** The table as the stacks declare it, from the same constants. */
const descriptor = () => ({
  TableName: tableName(),
  KeySchema: keysOf(primary),
  AttributeDefinitions: [primary, ...Object.values(indexes)]
    .flatMap(({ partition, sort }) => [partition, sort])
    .map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
  GlobalSecondaryIndexes: Object.values(indexes).map((index) => ({ IndexName: index.name, KeySchema: keysOf(index) })),
  StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
});

/**
 * Gives this test file a table of its own in the real engine that the test run started. Call it once, in the outermost
 * `beforeAll`. Stores may be imported as usual, since clients read their endpoint at their first request.
 */
export async function startTable(): Promise<void> {
  const endpoint = inject("dynamodb");
  // The engine keeps a database for each access key.
  const accessKey = randomUUID().replaceAll("-", "");
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: "test",
  });
  // What is sealed in rows needs a key; a test that is about secrets brings its own.
  Secrets.provide({ get: async (name) => `secret of ${name}` });
  await ensureTable(caller(endpoint, accessKey), descriptor());
}

type Around = {
  readonly now?: Date;
  readonly key?: string;
  readonly operation?: string;
  readonly body?: string;
  readonly standing?: RequestValue["standing"];
};

/** The instant of tests that do not care which. */
export const NOW = new Date("2026-03-02T09:00:00.000Z");

/** Runs domain code as somebody; with a `key` it is a command that may be repeated. */
export function as<T>(actor: Actor, run: () => Promise<T>, around: Around = {}): Promise<T> {
  const { key, operation = "test", body = "" } = around;
  const request: RequestValue = {
    actor,
    now: around.now ?? NOW,
    requestId: randomUUID(),
    standing: around.standing ?? (async (same) => same),
    ...(key ? { idempotency: { operation, key, bodyHash: body } } : {}),
  };
  return Request.with(request, run);
}

/** What the work costs at the table: requests, and hops of requests that had to wait for one another. */
export async function cost(run: () => Promise<unknown>): Promise<Pick<Tally, "requests" | "hops" | "writeUnits">> {
  const { tally } = await metered(run);
  const { requests, hops, writeUnits } = tally;
  return { requests, hops, writeUnits };
}

/** Every item on the table as it is stored, page by page, for assertions about what must or must not be there. */
export async function allItems(): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName: tableName(), ConsistentRead: true })) {
    all.push(...Items.map((item) => unmarshall(item)));
  }
  return all;
}
