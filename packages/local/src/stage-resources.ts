import type { TableDescriptor } from "./engines/dynamodb.ts";
import type { QueueDescriptor } from "./engines/sqs-s3.ts";
import type { BucketDescriptor } from "./engines/s3-guard.ts";
import type { Bucket, Key, Queue, Table } from "./manifest.ts";

const keySchema = ({ partition, sort }: Key) => [
  { AttributeName: partition, KeyType: "HASH" },
  ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: "RANGE" }]),
];

/** A table of the manifest in the engine's words. */
export const tableDescriptor = (table: Table): TableDescriptor => ({
  TableName: table.name,
  KeySchema: keySchema(table.key),
  AttributeDefinitions: Object.entries(table.attributes).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
  GlobalSecondaryIndexes: table.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: keySchema(index.key),
    Projection: { ProjectionType: index.projection },
  })),
  StreamSpecification: table.stream === undefined ? undefined : { StreamViewType: table.stream },
});

/** A queue of the manifest in the engine's words. */
export const queueDescriptor = (queue: Queue): QueueDescriptor => ({
  name: queue.name,
  fifo: queue.isFifo,
  contentBasedDeduplication: queue.contentDeduplication,
  visibilityTimeout: queue.visibilitySeconds,
  delay: queue.delaySeconds,
  retention: queue.retentionSeconds,
  redrive: queue.redrive,
});

/** A bucket of the manifest in the guard's words; where the template allows the deployed origin, `origin` is allowed instead. */
export const bucketDescriptor =
  (origin: string) =>
  (bucket: Bucket): BucketDescriptor => ({
    name: bucket.name,
    cors: bucket.cors.map((rule) => ({
      allowedOrigins: rule.origins.length > 0 ? [origin] : [],
      allowedMethods: rule.methods,
      allowedHeaders: rule.headers,
      exposedHeaders: rule.exposed,
      maxAgeSeconds: rule.maxAgeSeconds,
    })),
  });
