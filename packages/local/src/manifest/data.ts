import * as z from "zod";
import { functionName } from "./compute.ts";
import type { Resource } from "./assembly.ts";
import type { Resolver } from "./resolve.ts";
import type { Bucket, BucketNotification, Key, Queue, Table, Topic } from "./types.ts";

const KeySchema = z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() }));
const TableShape = z.looseObject({
  AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema,
  GlobalSecondaryIndexes: z
    .array(z.looseObject({ IndexName: z.string(), KeySchema, Projection: z.looseObject({ ProjectionType: z.string() }) }))
    .default([]),
  StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.looseObject({ AttributeName: z.string(), Enabled: z.coerce.boolean() }).optional(),
});

const keyOf = (schema: z.output<typeof KeySchema>): Key => ({
  partition: schema.find((key) => key.KeyType === "HASH")?.AttributeName ?? "",
  sort: schema.find((key) => key.KeyType === "RANGE")?.AttributeName,
});

/** Tables with keys, indexes, stream and TTL attribute. */
export function readTables(from: Resolver): readonly Table[] {
  return from.ofType("AWS::DynamoDB::Table").map((resource) => {
    const shape = TableShape.parse(from.properties(resource));
    const ttl = shape.TimeToLiveSpecification;
    return {
      name: from.physicalId(resource),
      arn: from.arn(resource),
      attributes: Object.fromEntries(shape.AttributeDefinitions.map((item) => [item.AttributeName, item.AttributeType])),
      key: keyOf(shape.KeySchema),
      indexes: shape.GlobalSecondaryIndexes.map((index) => ({
        name: index.IndexName,
        key: keyOf(index.KeySchema),
        projection: index.Projection.ProjectionType,
      })),
      stream: shape.StreamSpecification?.StreamViewType,
      ttlAttribute: ttl?.Enabled ? ttl.AttributeName : undefined,
    };
  });
}

const QueueShape = z.looseObject({
  FifoQueue: z.coerce.boolean().default(false),
  ContentBasedDeduplication: z.coerce.boolean().default(false),
  VisibilityTimeout: z.coerce.number().default(30),
  MessageRetentionPeriod: z.coerce.number().default(345_600),
  DelaySeconds: z.coerce.number().default(0),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

/** Queues, dead-letter queues first, so that they can be created in order. */
export function readQueues(from: Resolver): readonly Queue[] {
  const queues = from.ofType("AWS::SQS::Queue").map((resource): Queue => {
    const shape = QueueShape.parse(from.properties(resource));
    const redrive = shape.RedrivePolicy;
    const target = redrive && from.find(redrive.deadLetterTargetArn, "AWS::SQS::Queue");
    return {
      name: from.physicalId(resource),
      arn: from.arn(resource),
      url: String(from.resolve({ Ref: resource.id }, resource.stack)),
      isFifo: shape.FifoQueue,
      contentDeduplication: shape.ContentBasedDeduplication,
      visibilitySeconds: shape.VisibilityTimeout,
      retentionSeconds: shape.MessageRetentionPeriod,
      delaySeconds: shape.DelaySeconds,
      redrive: redrive && target && { deadLetterQueue: from.physicalId(target), maxReceiveCount: redrive.maxReceiveCount },
    };
  });
  return queues.toSorted((a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined));
}

const strings = z.array(z.string()).default([]);
const Rules = z.array(z.looseObject({ Name: z.string(), Value: z.string() })).default([]);
const Filter = z.looseObject({ Key: z.looseObject({ FilterRules: Rules }).optional(), S3Key: z.looseObject({ Rules }).optional() });
const Target = z.looseObject({
  Event: z.string().optional(),
  Events: strings,
  Filter: Filter.optional(),
  Function: z.string().optional(),
  LambdaFunctionArn: z.string().optional(),
  Queue: z.string().optional(),
  QueueArn: z.string().optional(),
});
const Notifications = z.looseObject({
  LambdaFunctionConfigurations: z.array(Target).default([]),
  LambdaConfigurations: z.array(Target).default([]),
  QueueConfigurations: z.array(Target).default([]),
});
const BucketShape = z.looseObject({
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  NotificationConfiguration: Notifications.optional(),
  CorsConfiguration: z
    .looseObject({
      CorsRules: z.array(
        z.looseObject({
          AllowedMethods: strings,
          AllowedOrigins: strings,
          AllowedHeaders: strings,
          ExposedHeaders: strings,
          MaxAge: z.coerce.number().optional(),
        }),
      ),
    })
    .optional(),
});
const CustomNotifications = z.looseObject({ BucketName: z.string(), NotificationConfiguration: Notifications });

/** The value of a prefix or suffix rule; the two resources spell it differently. */
function filterValue({ Filter }: z.output<typeof Target>, name: string): string {
  const rules = Filter?.Key?.FilterRules ?? Filter?.S3Key?.Rules ?? [];
  return rules.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? "";
}

function readNotification(from: Resolver, target: z.output<typeof Target>): BucketNotification {
  const lambda = target.LambdaFunctionArn ?? target.Function;
  const queueArn = target.QueueArn ?? target.Queue;
  const queue = queueArn === undefined ? undefined : from.find(queueArn, "AWS::SQS::Queue");
  return {
    events: target.Event === undefined ? target.Events : [target.Event],
    prefix: filterValue(target, "prefix"),
    suffix: filterValue(target, "suffix"),
    functionName: lambda === undefined ? undefined : functionName(from, lambda),
    queue: queue && from.physicalId(queue),
  };
}

/** Buckets with CORS rules and notifications, also those that the CDK sets by a custom resource. */
export function readBuckets(from: Resolver): readonly Bucket[] {
  const custom = from.ofType("Custom::S3BucketNotifications").map((resource) => CustomNotifications.parse(from.properties(resource)));
  return from.ofType("AWS::S3::Bucket").map((resource: Resource): Bucket => {
    const shape = BucketShape.parse(from.properties(resource));
    const name = from.physicalId(resource);
    const configured = [
      shape.NotificationConfiguration,
      ...custom.filter((item) => item.BucketName === name).map((item) => item.NotificationConfiguration),
    ];
    return {
      name,
      arn: from.arn(resource),
      isVersioned: shape.VersioningConfiguration?.Status === "Enabled",
      cors: (shape.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
        methods: rule.AllowedMethods,
        origins: rule.AllowedOrigins,
        headers: rule.AllowedHeaders,
        exposed: rule.ExposedHeaders,
        maxAgeSeconds: rule.MaxAge,
      })),
      notifications: configured
        .flatMap((item) => [
          ...(item?.LambdaFunctionConfigurations ?? []),
          ...(item?.LambdaConfigurations ?? []),
          ...(item?.QueueConfigurations ?? []),
        ])
        .map((target) => readNotification(from, target)),
    };
  });
}

const SubscriptionShape = z.looseObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string().default(""),
  RawMessageDelivery: z.coerce.boolean().default(false),
});

/** Topics and who listens to them. */
export function readTopics(from: Resolver): readonly Topic[] {
  const subscriptions = from.ofType("AWS::SNS::Subscription").map((resource) => SubscriptionShape.parse(from.properties(resource)));
  return from.ofType("AWS::SNS::Topic").map((resource) => {
    const arn = from.arn(resource);
    return {
      name: from.physicalId(resource),
      arn,
      subscriptions: subscriptions
        .filter((item) => item.TopicArn === arn)
        .map((item) => ({ protocol: item.Protocol, endpoint: item.Endpoint, isRaw: item.RawMessageDelivery })),
    };
  });
}
