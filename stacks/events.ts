import { keptDays } from "@sleekapp/core/privacy/retention";
import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { type StackContext, use } from "sst/constructs";
import { lambda } from "./function.ts";
import { otherGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";
import { Storage } from "./storage.ts";

/** The way out of the table: each new event row is routed to the queues that want it. */
export function Events(context: StackContext) {
  const { stack, app } = context;
  const router = lambda(context, "outbox", {
    handler: "packages/functions/src/streams/outbox.handler",
    description: "Sends each event of the table's stream to the queues that want it",
    grant: otherGrants.outbox,
    resources: allResources(),
    timeout: 30,
  });
  const deadLetters = new Queue(stack, "OutboxDeadLetters", {
    queueName: app.logicalPrefixedName("outbox-dead"),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(keptDays.messages),
  });
  router.addEventSource(
    new DynamoEventSource(use(Storage).table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        // Events of a replayed past are in the log without being in the outbox.
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: { NewImage: { __edb_e__: { S: FilterRule.isEqual("event") }, outbox: { S: FilterRule.isEqual("pending") } } },
        }),
      ],
      batchSize: 25,
      parallelizationFactor: 2,
      // One event that cannot be sent must not hold back its shard: halve, retry, set aside; the sweep sends it later.
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(deadLetters),
    }),
  );
  return { router, deadLetters };
}
