import { keptDays } from "@sleekapp/core/privacy/retention";
import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, type DynamoEventSourceProps, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { type Function, type StackContext, use } from "sst/constructs";
import { lambda } from "./function.ts";
import { pascal } from "./name.ts";
import { otherGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";
import { Storage } from "./storage.ts";

/** The way out of the table: each new event row is routed to the queues that want it, and sealed in the audit of its day. */
export function Events(context: StackContext) {
  const router = lambda(context, "outbox", {
    handler: "packages/functions/src/streams/outbox.handler",
    description: "Sends each event of the table's stream to the queues that want it",
    grant: otherGrants.outbox,
    resources: allResources(),
    timeout: 30,
  });
  const deadLetters = follow(context, router, {
    name: "outbox",
    // Events of a replayed past are in the log without being in the outbox.
    filters: [{ eventName: is("INSERT"), dynamodb: { NewImage: { ...kind("event"), outbox: { S: is("pending") } } } }],
    batchSize: 25,
    parallelizationFactor: 2,
  });
  return { router, deadLetters, ...auditOf(context) };
}

/** The second and last reader that a table's stream is made for. */
function auditOf(context: StackContext) {
  const sealer = lambda(context, "seal-audit", {
    handler: "packages/functions/src/streams/seal-audit.handler",
    description: "Seals each event in the audit of its day, and says when a sealed row was touched",
    grant: otherGrants["seal-audit"],
    timeout: 30,
  });
  const sealerDeadLetters = follow(context, sealer, {
    name: "seal-audit",
    filters: [
      { eventName: is("INSERT"), dynamodb: { NewImage: kind("event") } },
      { eventName: is("REMOVE"), dynamodb: { OldImage: kind("event") } },
      // What is published changes once, by leaving the outbox, and never again.
      { eventName: is("MODIFY"), dynamodb: { OldImage: { ...kind("event"), outbox: { S: FilterRule.notExists() } } } },
      { eventName: FilterRule.or("MODIFY", "REMOVE"), dynamodb: { OldImage: kind("audit-entry") } },
      { eventName: is("INSERT"), dynamodb: { NewImage: kind("ai-usage") } },
    ],
    batchSize: 80,
    // One sealer a shard: two would only wait for each other at the day's head.
    parallelizationFactor: 1,
    maxBatchingWindow: Duration.seconds(2),
  });
  return { sealer, sealerDeadLetters };
}

const is = (value: string) => FilterRule.isEqual(value);
const kind = (entity: string) => ({ __edb_e__: { S: is(entity) } });

interface Following extends Pick<DynamoEventSourceProps, "batchSize" | "parallelizationFactor" | "maxBatchingWindow"> {
  readonly name: string;
  readonly filters: readonly Record<string, unknown>[];
}

/** Has a function read the table's stream; gives the queue for what it gives up. */
function follow({ stack, app }: StackContext, reader: Function, { name, filters, ...settings }: Following): Queue {
  const deadLetters = new Queue(stack, `${pascal(name)}DeadLetters`, {
    queueName: app.logicalPrefixedName(`${name}-dead`),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(keptDays.messages),
  });
  reader.addEventSource(
    new DynamoEventSource(use(Storage).table, {
      ...settings,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: filters.map((filter) => FilterCriteria.filter(filter)),
      // One event that cannot be handled must not hold back its shard: halve, retry, set aside.
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters),
    }),
  );
  return deadLetters;
}
