import path from "node:path";
import { type DynamoDb, startDynamoDb } from "./engines/dynamodb.ts";
import { openDatabase, type SharedEngine } from "./engines/dynamodb-database.ts";
import { type SqsS3, startSqsS3 } from "./engines/sqs-s3.ts";
import type { Manifest } from "./manifest.ts";
import type { Plan } from "./stage-options.ts";
import { queueDescriptor, tableDescriptor } from "./stage-resources.ts";
import type { Stops } from "./stage-stops.ts";

export type Engines = { readonly dynamo: DynamoDb; readonly sqs: SqsS3 };

/** Starts what needs no template: the table engine and the queue and object engine. */
export async function startEngines({ keepDir, options }: Plan, stops: Stops): Promise<Engines> {
  const [dynamo, sqs] = await Promise.allSettled([
    startTables(options.tableEngine, keepDir),
    startSqsS3({ dataDir: keepDir && path.join(keepDir, "sqs-s3") }),
  ]);
  // Whatever came up is ended even when the other did not.
  if (dynamo.status === "fulfilled") stops.add("DynamoDB Local", () => dynamo.value.stop());
  if (sqs.status === "fulfilled") stops.add("SQS and S3", () => sqs.value.stop());
  if (dynamo.status === "rejected") throw dynamo.reason;
  if (sqs.status === "rejected") throw sqs.reason;
  return { dynamo: dynamo.value, sqs: sqs.value };
}

/** A database of the stage's own: in the engine it was given, when nothing is to be kept, else in one of its own. */
const startTables = (shared: SharedEngine | undefined, keepDir: string | undefined): Promise<DynamoDb> =>
  shared && keepDir === undefined ? openDatabase(shared) : startDynamoDb({ dataDir: keepDir && path.join(keepDir, "dynamodb") });

/** Creates tables, queues and buckets; gives the stream of each table by the table's name. */
export async function createResources({ dynamo, sqs }: Engines, manifest: Manifest): Promise<Readonly<Record<string, string>>> {
  sqs.createBuckets(manifest.buckets.map((bucket) => bucket.name));
  const tables = manifest.tables.map(async (table) => {
    const { streamArn } = await dynamo.createTable(tableDescriptor(table));
    return streamArn === undefined ? [] : [[table.name, streamArn] as const];
  });
  const [streams] = await Promise.all([Promise.all(tables), sqs.createQueues(manifest.queues.map(queueDescriptor))]);
  return Object.fromEntries(streams.flat());
}
