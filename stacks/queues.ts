import { keptDays } from "@sleekapp/core/privacy/retention";
import { MAX_TRIES, orderedQueues, type QueueName } from "@sleekapp/core/ports/queue";
import { Duration } from "aws-cdk-lib";
import { Queue as CdkQueue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Queue, type StackContext } from "sst/constructs";
import { pascal } from "./name.ts";

interface QueueSettings {
  /** Seconds the worker may take for a batch; the queue hides a message six times as long. */
  readonly timeout: number;
  readonly batch: number;
  /** Workers at a time; what limits how hard a provider behind the queue is pressed. */
  readonly concurrency: number;
}

/** The work that happens after a request: what each queue is for stands at its worker. */
export const queueSettings: Record<QueueName, QueueSettings> = {
  "run-task": { timeout: 90, batch: 1, concurrency: 5 },
  "issue-invoice": { timeout: 30, batch: 10, concurrency: 5 },
  "render-invoice": { timeout: 60, batch: 1, concurrency: 5 },
  "apply-payment": { timeout: 30, batch: 10, concurrency: 5 },
  "send-mail": { timeout: 30, batch: 10, concurrency: 5 },
  "index-product": { timeout: 60, batch: 10, concurrency: 2 },
  "import-products": { timeout: 120, batch: 1, concurrency: 2 },
  "fulfil-privacy": { timeout: 300, batch: 1, concurrency: 2 },
  "follow-standing": { timeout: 300, batch: 1, concurrency: 2 },
  "count-interest": { timeout: 30, batch: 10, concurrency: 2 },
  "alert-search": { timeout: 60, batch: 10, concurrency: 2 },
};

/** Every queue with its dead-letter queue; their workers are in workers.ts, since workers may send to queues too. */
export function Queues(context: StackContext): Record<QueueName, QueuePair> {
  const pair = (name: QueueName) => queueWithDeadLetters(context, name);
  return {
    "run-task": pair("run-task"),
    "issue-invoice": pair("issue-invoice"),
    "render-invoice": pair("render-invoice"),
    "apply-payment": pair("apply-payment"),
    "send-mail": pair("send-mail"),
    "index-product": pair("index-product"),
    "import-products": pair("import-products"),
    "fulfil-privacy": pair("fulfil-privacy"),
    "follow-standing": pair("follow-standing"),
    "count-interest": pair("count-interest"),
    "alert-search": pair("alert-search"),
  };
}

export interface QueuePair {
  readonly queue: Queue;
  readonly deadLetters: CdkQueue;
}

function queueWithDeadLetters({ stack, app }: StackContext, name: QueueName): QueuePair {
  const { timeout } = queueSettings[name];
  const fifo = orderedQueues.has(name);
  const shared = {
    enforceSSL: true,
    encryption: QueueEncryption.SQS_MANAGED,
    retentionPeriod: Duration.days(keptDays.messages),
    ...(fifo && { fifo }),
  };
  const named = (suffix: string) => `${app.logicalPrefixedName(name)}${suffix}${fifo ? ".fifo" : ""}`;
  const deadLetters = new CdkQueue(stack, `${pascal(name)}DeadLetters`, { ...shared, queueName: named("-dead") });
  const queue = new Queue(stack, pascal(name), {
    cdk: {
      queue: {
        ...shared,
        queueName: named(""),
        visibilityTimeout: Duration.seconds(timeout * 6),
        deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_TRIES },
      },
    },
  });
  return { queue, deadLetters };
}
