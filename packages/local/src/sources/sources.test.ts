import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { Outcome } from "../lambda.ts";
import type { EventSource, Queue } from "../manifest.ts";
import type { AwsCall } from "./aws-call.ts";
import { startBucketSource } from "./bucket.ts";
import { matches } from "./pattern.ts";
import { createBell } from "./bell.ts";
import { rateMs, startScheduleSource, toCron } from "./schedule.ts";
import type { Delivery, Source, SourceError } from "./source.ts";
import { startQueueSource } from "./sqs.ts";
import { startStreamSource } from "./stream.ts";

type Batch = {
  readonly Records: readonly { readonly messageId?: string; readonly body?: string; readonly dynamodb?: { readonly SequenceNumber: string } }[];
};
const started: Source[] = [];
const errors: SourceError[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((source) => source.stop()));
  errors.length = 0;
});

const deliveryTo = (handle: (batch: Batch) => unknown): Delivery => ({
  lambda: {
    invoke: async (_name, event): Promise<Outcome> => {
      const value = handle(event as Batch);
      return value instanceof Error ? { ok: false, error: { errorType: "Error", errorMessage: value.message } } : { ok: true, value };
    },
  },
  onError: (error) => errors.push(error),
});

const mapping = (change: Partial<EventSource>): EventSource => ({
  kind: "queue",
  source: "work",
  functionName: "worker",
  batchSize: 10,
  windowSeconds: 0,
  reportsItemFailures: true,
  maxConcurrency: undefined,
  filters: [],
  startingPosition: "TRIM_HORIZON",
  bisectOnError: false,
  maxRetries: -1,
  onFailureQueue: undefined,
  ...change,
});
const queue: Queue = {
  name: "work",
  arn: "arn:work",
  url: "http://q/work",
  isFifo: false,
  contentDeduplication: false,
  visibilitySeconds: 1,
  retentionSeconds: 1,
  delaySeconds: 0,
  redrive: undefined,
};

/** A queue in memory: messages that were received come again after a moment unless they are deleted. */
function fakeQueue(bodies: readonly string[]) {
  const messages = bodies.map((Body, index) => ({
    MessageId: `m${index}`,
    ReceiptHandle: `r${index}`,
    Body,
    MD5OfBody: "",
    isHidden: false,
    received: 0,
  }));
  const call: AwsCall = async (operation, input) => {
    if (operation === "ReceiveMessage") {
      const found = messages.filter((message) => !message.isHidden).slice(0, Number(input["MaxNumberOfMessages"]));
      if (found.length === 0) await sleep(5);
      for (const message of found) {
        message.isHidden = true;
        message.received += 1;
        setTimeout(() => (message.isHidden = false), 30);
      }
      return {
        Messages: found.map(({ isHidden: _isHidden, received, ...message }) => ({
          ...message,
          Attributes: { ApproximateReceiveCount: String(received) },
        })),
      };
    }
    if (operation === "DeleteMessageBatch") {
      for (const entry of input["Entries"] as { ReceiptHandle: string }[])
        messages.splice(
          messages.findIndex((message) => message.ReceiptHandle === entry.ReceiptHandle),
          1,
        );
    }
    return { Attributes: { ApproximateNumberOfMessages: String(messages.length) } };
  };
  return { call, left: () => messages.map((message) => message.Body) };
}

const start = <S extends Source>(source: S): S => {
  started.push(source);
  return source;
};

test("a batch is deleted when the function has taken it", async () => {
  const seen: string[] = [];
  const { call, left } = fakeQueue(["a", "b", "c"]);

  start(
    startQueueSource({
      source: mapping({ batchSize: 2 }),
      queue,
      call,
      delivery: deliveryTo(({ Records }) => void seen.push(Records.map((record) => record.body).join(""))),
    }),
  );

  await expect.poll(left).toEqual([]);
  expect(seen).toEqual(["ab", "c"]);
});

test("only the reported messages come again", async () => {
  const seen: string[] = [];
  let isBroken = true;
  const { call, left } = fakeQueue(["good", "bad"]);
  const handle = ({ Records }: Batch) => {
    seen.push(...Records.map((record) => record.body ?? ""));
    const bad = Records.filter((record) => record.body === "bad" && isBroken);
    return { batchItemFailures: bad.map((record) => ({ itemIdentifier: record.messageId })) };
  };

  start(startQueueSource({ source: mapping({}), queue, call, delivery: deliveryTo(handle) }));
  await expect.poll(left).toEqual(["bad"]);
  isBroken = false;

  await expect.poll(left).toEqual([]);
  expect(seen.filter((body) => body === "good")).toHaveLength(1);
});

test.each([
  ["a function error", () => new Error("boom")],
  ["an identifier that is not in the batch", () => ({ batchItemFailures: [{ itemIdentifier: "stranger" }] })],
])("%s keeps the whole batch", async (_name, handle) => {
  const { call, left } = fakeQueue(["a", "b"]);
  let calls = 0;

  const source = start(startQueueSource({ source: mapping({}), queue, call, delivery: deliveryTo(() => ((calls += 1), handle())) }));
  await expect.poll(() => calls).toBeGreaterThan(1);

  expect(left()).toEqual(["a", "b"]);
  expect(await source.isIdle()).toBe(false);
});

test("a message that no filter wants is dropped without a call", async () => {
  const { call, left } = fakeQueue(['{"kind":"other"}', '{"kind":"mail"}']);
  const seen: unknown[] = [];

  start(
    startQueueSource({
      source: mapping({ filters: [{ body: { kind: ["mail"] } }] }),
      queue,
      call,
      delivery: deliveryTo(({ Records }) => void seen.push(...Records.map((record) => record.body))),
    }),
  );

  await expect.poll(left).toEqual([]);
  expect(seen).toEqual(['{"kind":"mail"}']);
});

/** A stream of one shard with these records. */
function fakeStream(count: number): AwsCall {
  const records = Array.from({ length: count }, (_, index) => ({
    eventID: `e${index}`,
    eventName: index % 2 === 0 ? "INSERT" : "MODIFY",
    dynamodb: { SequenceNumber: String(index), Keys: { pk: { S: `p${index}` } } },
  }));
  return async (operation, input) => {
    if (operation === "DescribeStream") return { StreamDescription: { Shards: [{ ShardId: "s1" }] } };
    if (operation === "GetShardIterator")
      return { ShardIterator: input["ShardIteratorType"] === "AFTER_SEQUENCE_NUMBER" ? String(Number(input["SequenceNumber"]) + 1) : "0" };
    const from = Number(input["ShardIterator"]);
    const page = records.slice(from, from + Number(input["Limit"]));
    return { Records: page, NextShardIterator: String(from + page.length) };
  };
}

function stream(count: number, handle: (sequence: readonly string[]) => unknown, change: Partial<EventSource> = {}) {
  const marks = new Map<string, string>();
  const discarded: unknown[] = [];
  const source = start(
    startStreamSource({
      source: mapping({ kind: "stream", source: "main", ...change }),
      streamArn: "arn:stream",
      call: fakeStream(count),
      delivery: deliveryTo(({ Records }) => handle(Records.map((record) => record.dynamodb?.SequenceNumber ?? ""))),
      checkpoint: { get: (shard) => marks.get(shard), set: (shard, at) => marks.set(shard, at) },
      isExpiry: () => false,
      onDiscard: async (notice) => void discarded.push(notice),
      bell: createBell({ quietMs: 5 }),
    }),
  );
  return { source, marks, discarded };
}

test("records arrive in order and the shard's place is remembered", async () => {
  const seen: string[] = [];

  const { source, marks } = stream(5, (sequence) => void seen.push(...sequence), { batchSize: 2 });

  await expect.poll(() => marks.get("s1")).toBe("4");
  expect(seen).toEqual(["0", "1", "2", "3", "4"]);
  expect(await source.isIdle()).toBe(true);
});

test("delivery goes on from the first record that was reported as failed", async () => {
  const calls: string[] = [];
  let isBroken = true;

  const { marks } = stream(4, (sequence) => {
    calls.push(sequence.join(""));
    if (!isBroken || !sequence.includes("2")) return {};
    isBroken = false;
    return { batchItemFailures: [{ itemIdentifier: "2" }] };
  });

  await expect.poll(() => marks.get("s1")).toBe("3");
  expect(calls).toEqual(["0123", "23"]);
});

test("a poisonous record is found by halving, given up after its tries, and told to the failure queue", async () => {
  const done: string[] = [];

  const { marks, discarded } = stream(4, (sequence) => (sequence.includes("1") ? new Error("poison") : void done.push(...sequence)), {
    bisectOnError: true,
    maxRetries: 1,
  });

  await expect.poll(() => marks.get("s1")).toBe("3");
  expect(done).toEqual(["0", "2", "3"]);
  expect(discarded).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: "1", endSequenceNumber: "1" } }]);
});

test("a record that no filter wants is passed over", async () => {
  const seen: string[] = [];

  const { marks } = stream(4, (sequence) => void seen.push(...sequence), { filters: [{ eventName: ["MODIFY"] }] });

  await expect.poll(() => marks.get("s1")).toBe("3");
  expect(seen).toEqual(["1", "3"]);
});

test("an object event is tried again and reaches only whom its key concerns", async () => {
  const calls: unknown[] = [];
  const delivery = deliveryTo((event) => (calls.push(event), calls.length === 1 ? new Error("first") : undefined));
  const notification = { events: ["s3:ObjectCreated:*"], prefix: "incoming/", suffix: "", functionName: "photo", queue: undefined };
  const source = start(
    startBucketSource({
      buckets: [{ name: "b", arn: "arn:b", isVersioned: false, cors: [], notifications: [notification] }],
      delivery,
      send: async () => undefined,
    }),
  );
  const record = (key: string) => ({ eventName: "ObjectCreated:Post", s3: { bucket: { name: "b" }, object: { key } } });

  source.accept(record("elsewhere/x"));
  source.accept(record("incoming/a+b.png"));

  await expect.poll(() => calls.length, { timeout: 3000 }).toBe(2);
  expect(errors).toHaveLength(1);
});

test("a schedule can be fired by hand", async () => {
  const events: unknown[] = [];
  const source = start(
    startScheduleSource(
      { name: "sweep", arn: "arn:rule", expression: "cron(0 3 ? * MON-FRI *)", isEnabled: true, targets: [{ functionName: "f", input: undefined }] },
      deliveryTo((event) => void events.push(event)),
    ),
  );

  await source.fire();

  expect(events).toMatchObject([{ "detail-type": "Scheduled Event", resources: ["arn:rule"] }]);
  expect(source.next()?.getUTCHours()).toBe(3);
});

test("AWS's expressions are understood", () => {
  expect(rateMs("rate(5 minutes)")).toBe(300_000);
  expect(toCron("cron(15 10 ? * 2-6 *)")).toBe("0 15 10 * * 1-5");
  expect(() => toCron("cron(0 3 * *)")).toThrow("six fields");
});

test.each([
  ["a value in the list", { a: ["x", "y"] }, { a: "y" }, true],
  ["nested fields", { a: { b: ["x"] } }, { a: { b: "z" } }, false],
  ["a prefix", { a: [{ prefix: "ev" }] }, { a: "event" }, true],
  ["a missing field", { a: [{ exists: false }] }, {}, true],
  ["anything but", { a: [{ "anything-but": ["x"] }] }, { a: "x" }, false],
  ["a range", { a: [{ numeric: [">", 1, "<=", 5] }] }, { a: 5 }, true],
  ["null", { a: [null] }, { a: null }, true],
  ["one of two", { $or: [{ a: ["x"] }, { b: ["y"] }] }, { b: "y" }, true],
])("the filter understands %s", (_name, pattern, value, expected) => {
  expect(matches(pattern, value)).toBe(expected);
});
