import * as z from "zod";
import type { EventSource } from "../manifest.ts";
import type { AwsCall } from "./aws-call.ts";
import { matches } from "./pattern.ts";
import type { Bell } from "./bell.ts";
import { type Delivery, failedItems, pause, type Source } from "./source.ts";

const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({ SequenceNumber: z.string(), Keys: z.record(z.string(), z.unknown()).default({}) }),
});
const Records = z.looseObject({ Records: z.array(StreamRecord).default([]), NextShardIterator: z.string().optional() });
const Shards = z.looseObject({
  StreamDescription: z.looseObject({ Shards: z.array(z.looseObject({ ShardId: z.string(), ParentShardId: z.string().optional() })).default([]) }),
});
const Iterator = z.looseObject({ ShardIterator: z.string() });
type StreamRecord = z.output<typeof StreamRecord>;

/** Where each shard was left, kept between runs so that no event is lost by a restart. */
export type Checkpoint = { readonly get: (shardId: string) => string | undefined; readonly set: (shardId: string, sequenceNumber: string) => void };

export type StreamSourceOptions = {
  readonly source: EventSource;
  readonly streamArn: string;
  readonly call: AwsCall;
  readonly delivery: Delivery;
  readonly checkpoint: Checkpoint;
  /** Whether this key was removed because its time had come; AWS marks such records. */
  readonly isExpiry: (keys: Readonly<Record<string, unknown>>) => boolean;
  /** Takes what is given up after the last try, as AWS describes it. */
  readonly onDiscard: (notice: unknown) => Promise<void>;
  /** Rung when something was written. */
  readonly bell: Bell;
};

type Shard = StreamSourceOptions & { readonly shardId: string; readonly signal: AbortSignal };

function toEvent(record: StreamRecord, shard: Shard): unknown {
  const identity =
    record.eventName === "REMOVE" && shard.isExpiry(record.dynamodb.Keys)
      ? { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } }
      : {};
  return { ...record, ...identity, eventSource: "aws:dynamodb", eventVersion: "1.1", awsRegion: "us-east-1", eventSourceARN: shard.streamArn };
}

async function discard(records: readonly StreamRecord[], shard: Shard, attempts: number): Promise<void> {
  const { source, streamArn, shardId } = shard;
  await shard.onDiscard({
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: { functionArn: source.functionName, condition: "RetryAttemptsExhausted", approximateInvokeCount: attempts + 1 },
    DDBStreamBatchInfo: {
      shardId,
      streamArn,
      batchSize: records.length,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
    },
  });
}

/** Index of the first record that has to come again; -1: none. */
async function attemptBatch(records: readonly StreamRecord[], shard: Shard): Promise<{ readonly from: number; readonly isWhole: boolean }> {
  const { source, delivery } = shard;
  const events = records.map((record) => toEvent(record, shard));
  const outcome = await delivery.lambda.invoke(source.functionName, { Records: events });
  if (!outcome.ok) {
    delivery.onError({ source: source.source, functionName: source.functionName, error: outcome.error });
    return { from: 0, isWhole: true };
  }
  const failed = source.reportsItemFailures ? failedItems(outcome.value) : [];
  if (failed.length === 0) return { from: -1, isWhole: false };
  const positions = failed.map((id) => records.findIndex((record) => record.dynamodb.SequenceNumber === id));
  // An identifier that is not in the batch makes the whole batch fail, as on AWS.
  return { from: Math.max(0, Math.min(...positions)), isWhole: positions.includes(-1) };
}

/** Delivers in order until every record is through, discarded, or the stage stops. */
async function deliver(records: readonly StreamRecord[], shard: Shard, attempt = 0): Promise<void> {
  if (records.length === 0 || shard.signal.aborted) return;
  const { from, isWhole } = await attemptBatch(records, shard);
  if (from < 0) return;
  // Records before the failed one are through, so what is left is a new batch with all its tries.
  await again(records.slice(from), shard, { tries: from > 0 ? 0 : attempt, isWhole });
}

/** What the mapping says about a failed batch: halve it, try it once more, or give it up. */
async function again(
  rest: readonly StreamRecord[],
  shard: Shard,
  { tries, isWhole }: { readonly tries: number; readonly isWhole: boolean },
): Promise<void> {
  const { maxRetries, bisectOnError } = shard.source;
  const canHalve = bisectOnError && isWhole && rest.length > 1;
  if (!canHalve && maxRetries >= 0 && tries >= maxRetries) return discard(rest, shard, tries);
  await pause(Math.min(5000, 50 * 2 ** Math.min(tries, 10)), shard.signal);
  if (!canHalve) return deliver(rest, shard, tries + 1);
  const middle = Math.ceil(rest.length / 2);
  await deliver(rest.slice(0, middle), shard, tries);
  await deliver(rest.slice(middle), shard, tries);
}

async function iteratorOf({ call, streamArn, shardId, checkpoint, source }: Shard): Promise<string> {
  const at = checkpoint.get(shardId);
  const base = { StreamArn: streamArn, ShardId: shardId };
  const fromStart = async () => Iterator.parse(await call("GetShardIterator", { ...base, ShardIteratorType: source.startingPosition })).ShardIterator;
  if (at === undefined) return fromStart();
  const after = await call("GetShardIterator", { ...base, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: at }).catch(() => undefined);
  // Older than what the stream keeps: what is left of it is read from its start.
  return after ? Iterator.parse(after).ShardIterator : fromStart();
}

type Progress = { busy: number; lastEmptyLook: number };

async function readShard(shard: Shard, progress: Progress): Promise<void> {
  const { source, call, signal, checkpoint, bell } = shard;
  let iterator: string | undefined = await iteratorOf(shard);
  while (iterator !== undefined && !signal.aborted) {
    const lookedAt = performance.now();
    const answer = Records.parse(await call("GetRecords", { ShardIterator: iterator, Limit: source.batchSize }, signal));
    iterator = answer.NextShardIterator;
    const last = answer.Records.at(-1);
    if (last === undefined) {
      progress.lastEmptyLook = lookedAt;
      await bell.rest(signal);
      continue;
    }
    progress.busy += 1;
    const wanted = answer.Records.filter(
      (record) => source.filters.length === 0 || source.filters.some((filter) => matches(filter, toEvent(record, shard))),
    );
    await deliver(wanted, shard).finally(() => {
      progress.busy -= 1;
    });
    // Stopped in the middle of a batch: the batch comes again at the next start.
    if (!signal.aborted) checkpoint.set(shard.shardId, last.dynamodb.SequenceNumber);
  }
}

/** Feeds a table's stream to its function: each shard in order, a parent before its children. */
export function startStreamSource(options: StreamSourceOptions): Source {
  const aborter = new AbortController();
  const { signal } = aborter;
  const progress: Progress = { busy: 0, lastEmptyLook: 0 };
  const readers = new Map<string, Promise<void>>();
  const fail = (error: unknown) => {
    if (signal.aborted) return;
    options.delivery.onError({
      source: options.source.source,
      functionName: options.source.functionName,
      error: { errorType: "Local.Source", errorMessage: String(error) },
    });
  };
  const follow = async (shardId: string, parent: Promise<void> | undefined) => {
    await parent;
    while (!signal.aborted) {
      try {
        return await readShard({ ...options, shardId, signal }, progress);
      } catch (error) {
        fail(error);
        await pause(500, signal);
      }
    }
  };
  const watch = async () => {
    while (!signal.aborted) {
      const description = await options.call("DescribeStream", { StreamArn: options.streamArn }, signal).catch(fail);
      for (const { ShardId, ParentShardId } of description ? Shards.parse(description).StreamDescription.Shards : []) {
        if (!readers.has(ShardId)) readers.set(ShardId, follow(ShardId, ParentShardId === undefined ? undefined : readers.get(ParentShardId)));
      }
      await pause(5000, signal);
    }
  };
  const done = watch();
  return {
    name: options.source.source,
    isIdle: async () => {
      const askedAt = performance.now();
      const limit = askedAt + 2000;
      options.bell.ring();
      // Idle is known only from a look that began after the question.
      while (progress.busy === 0 && progress.lastEmptyLook < askedAt && performance.now() < limit && !signal.aborted) await pause(10, signal);
      return progress.busy === 0 && progress.lastEmptyLook >= askedAt;
    },
    stop: async () => {
      aborter.abort();
      await done;
      await Promise.allSettled(readers.values());
    },
  };
}
