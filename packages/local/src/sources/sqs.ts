import * as z from "zod";
import type { EventSource, Queue } from "../manifest.ts";
import type { AwsCall } from "./aws-call.ts";
import { matches } from "./pattern.ts";
import { type Delivery, failedItems, pause, type Source } from "./source.ts";

const Message = z.looseObject({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string().default(""),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z
    .record(z.string(), z.looseObject({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() }))
    .default({}),
});
const Received = z.looseObject({ Messages: z.array(Message).default([]) });
type Message = z.output<typeof Message>;

export type QueueSourceOptions = {
  readonly source: EventSource;
  readonly queue: Queue;
  readonly call: AwsCall;
  readonly delivery: Delivery;
  /** Seconds until a failed message comes again; the queue's visibility timeout when absent, as on AWS. */
  readonly retryAfterSeconds?: number | undefined;
};

const toRecord = (message: Message, queueArn: string) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes,
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue, stringListValues: [], binaryListValues: [] },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion: "us-east-1",
});

/** Lambda filters on the body as JSON where it is JSON. */
function passes(message: Message, queueArn: string, filters: readonly unknown[]): boolean {
  if (filters.length === 0) return true;
  let body: unknown = message.Body;
  try {
    body = JSON.parse(message.Body);
  } catch {
    // Plain text is matched as it stands.
  }
  return filters.some((filter) => matches(filter, { ...toRecord(message, queueArn), body }));
}

async function receive(
  { call, queue }: QueueSourceOptions,
  { wanted, wait }: { readonly wanted: number; readonly wait: number },
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const what = {
    MaxNumberOfMessages: Math.min(10, wanted),
    WaitTimeSeconds: wait,
    MessageSystemAttributeNames: ["All"],
    MessageAttributeNames: ["All"],
  };
  return Received.parse(await call("ReceiveMessage", { QueueUrl: queue.url, ...what }, signal)).Messages;
}

/** Gathers a batch: the first messages as soon as they come, more until the window closes or the batch is full. */
async function gather(options: QueueSourceOptions, signal: AbortSignal): Promise<Message[]> {
  const { batchSize, windowSeconds } = options.source;
  const batch = [...(await receive(options, { wanted: batchSize, wait: 20 }, signal))];
  const until = performance.now() + windowSeconds * 1000;
  let added = batch.length;
  while (batch.length < batchSize && added > 0 && !signal.aborted) {
    const left = Math.max(0, Math.floor((until - performance.now()) / 1000));
    if (left === 0 && batch.length < 10) break;
    const more = await receive(options, { wanted: batchSize - batch.length, wait: Math.min(20, left) }, signal);
    batch.push(...more);
    added = more.length + left;
  }
  return batch;
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Calls the function with the messages; gives the ids of those that have to come again. */
async function process({ source, queue, delivery }: QueueSourceOptions, messages: readonly Message[]): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set();
  const records = messages.map((message) => toRecord(message, queue.arn));
  const outcome = await delivery.lambda.invoke(source.functionName, { Records: records });
  const known = new Set(messages.map((message) => message.MessageId));
  if (!outcome.ok) {
    delivery.onError({ source: queue.name, functionName: source.functionName, error: outcome.error });
    return known;
  }
  const reported = source.reportsItemFailures ? failedItems(outcome.value).map(String) : [];
  // An identifier that is not in the batch makes the whole batch fail, as on AWS.
  return reported.every((id) => known.has(id)) ? new Set(reported) : known;
}

async function work(options: QueueSourceOptions, batch: readonly Message[]): Promise<void> {
  const { source, queue, call, retryAfterSeconds } = options;
  const failed = await process(
    options,
    batch.filter((message) => passes(message, queue.arn, source.filters)),
  );
  const entries = (messages: readonly Message[]) => messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  for (const done of chunks(
    batch.filter((message) => !failed.has(message.MessageId)),
    10,
  )) {
    await call("DeleteMessageBatch", { QueueUrl: queue.url, Entries: entries(done) });
  }
  if (retryAfterSeconds === undefined) return;
  for (const again of chunks(
    batch.filter((message) => failed.has(message.MessageId)),
    10,
  )) {
    await call("ChangeMessageVisibilityBatch", {
      QueueUrl: queue.url,
      Entries: entries(again).map((entry) => ({ ...entry, VisibilityTimeout: retryAfterSeconds })),
    });
  }
}

const Depth = z.looseObject({ Attributes: z.record(z.string(), z.coerce.number()).default({}) });
const depthNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"];

/** Feeds a queue to its function: long polls, batches, deletes what succeeded, leaves what failed to the queue. */
export function startQueueSource(options: QueueSourceOptions): Source {
  const { source, queue, call, delivery } = options;
  const aborter = new AbortController();
  const running = new Set<Promise<void>>();
  const places = Math.min(source.maxConcurrency ?? 2, 2);
  const fail = (error: unknown) =>
    delivery.onError({ source: queue.name, functionName: source.functionName, error: { errorType: "Local.Source", errorMessage: String(error) } });

  const loop = async () => {
    while (!aborter.signal.aborted) {
      while (running.size >= places) await Promise.race(running);
      const batch = await gather(options, aborter.signal).catch((error: unknown) => {
        if (!aborter.signal.aborted) fail(error);
        return undefined;
      });
      if (batch === undefined) await pause(500, aborter.signal);
      if (!batch || batch.length === 0) continue;
      const task: Promise<void> = work(options, batch)
        .catch(fail)
        .finally(() => running.delete(task));
      running.add(task);
    }
  };
  const done = loop();
  return {
    name: queue.name,
    isIdle: async () => {
      if (running.size > 0) return false;
      const { Attributes } = Depth.parse(await call("GetQueueAttributes", { QueueUrl: queue.url, AttributeNames: depthNames }));
      return depthNames.every((name) => (Attributes[name] ?? 0) === 0);
    },
    stop: async () => {
      aborter.abort();
      await done;
      await Promise.allSettled(running);
    },
  };
}
