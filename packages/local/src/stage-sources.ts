import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import * as z from "zod";
import type { DynamoDb } from "./engines/dynamodb.ts";
import type { SqsS3 } from "./engines/sqs-s3.ts";
import type { Lambda } from "./lambda.ts";
import type { EventSource, Manifest, Table } from "./manifest.ts";
import type { Permissions } from "./permissions/index.ts";
import { type AwsCall, createAwsCall } from "./sources/aws-call.ts";
import type { Bell } from "./sources/bell.ts";
import { type BucketSource, startBucketSource } from "./sources/bucket.ts";
import { type ScheduleSource, startScheduleSource } from "./sources/schedule.ts";
import type { Delivery, Source } from "./sources/source.ts";
import { startQueueSource } from "./sources/sqs.ts";
import { type Checkpoint, startStreamSource } from "./sources/stream.ts";
import { startTtlSweeper, type TtlSweeper } from "./sources/ttl.ts";
import { roleOf } from "./stage-permissions.ts";
import { followState, readState } from "./stand-ins/state-file.ts";

export type SourcesOptions = {
  readonly manifest: Manifest;
  readonly dynamo: DynamoDb;
  readonly sqs: SqsS3;
  readonly permissions: Permissions;
  readonly delivery: Delivery;
  readonly dataDir: string;
  /** Rung when a function wrote to a table. */
  readonly bell: Bell;
  /** Stream ARN by table name. */
  readonly streams: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number | undefined;
};

export type StageSources = {
  readonly buckets: BucketSource;
  readonly schedules: readonly ScheduleSource[];
  readonly all: readonly Source[];
  /** Removes rows whose time has come, in every table that has a TTL. */
  readonly sweep: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

const Marks = z.record(z.string(), z.string());

/** Sequence numbers by shard, written shortly after they change. */
function openCheckpoint(file: string): { readonly checkpoint: Checkpoint; readonly flush: () => Promise<void> } {
  const marks = new Map(Object.entries(readState(file, (value) => Marks.parse(value), {})));
  const state = followState(file, () => Object.fromEntries(marks));
  const set = (shardId: string, sequenceNumber: string) => {
    marks.set(shardId, sequenceNumber);
    state.changed();
  };
  return { checkpoint: { get: (shardId) => marks.get(shardId), set }, flush: () => state.flush() };
}

type Send = (queue: string, body: unknown) => Promise<void>;

const sender =
  (sqs: SqsS3, call: AwsCall): Send =>
  async (queue, body) =>
    void (await call("SendMessage", { QueueUrl: sqs.queue(queue).url, MessageBody: JSON.stringify(body) }));

function streamSources(options: SourcesOptions, sweepers: ReadonlyMap<string, TtlSweeper>, sqsCall: AwsCall) {
  const { manifest, dynamo, sqs, delivery, streams, dataDir, permissions, bell } = options;
  const { asking } = permissions;
  const call = createAwsCall(dynamo.engine.endpoint, "streams", dynamo.engine.authorization);
  const start = (source: EventSource) => {
    const streamArn = streams[source.source];
    if (streamArn === undefined) throw new Error(`${source.source} has no stream for ${source.functionName}`);
    const { checkpoint, flush } = openCheckpoint(path.join(dataDir, `stream-${source.functionName}.json`));
    const inRole = roleOf(permissions, source.functionName);
    const send = sender(sqs, inRole(sqsCall, asking.queue));
    const onDiscard = async (notice: unknown) => (source.onFailureQueue === undefined ? undefined : send(source.onFailureQueue, notice));
    const isExpiry = (keys: Readonly<Record<string, unknown>>) => sweepers.get(source.source)?.isExpiry(keys) ?? false;
    const started = startStreamSource({
      source,
      streamArn,
      call: inRole(call, (operation) => asking.stream(operation, source.source)),
      delivery,
      checkpoint,
      isExpiry,
      onDiscard,
      bell,
    });
    return { ...started, stop: () => started.stop().then(flush) };
  };
  return manifest.eventSources.filter((source) => source.kind === "stream").map(start);
}

/** Starts everything that calls functions by itself, as the manifest has it. */
export function startSources(options: SourcesOptions): StageSources {
  const { manifest, dynamo, sqs, delivery, permissions, retryAfterSeconds } = options;
  const sqsCall = createAwsCall(sqs.endpoint, "sqs");
  const withTtl = manifest.tables.flatMap((table: Table) => (table.ttlAttribute === undefined ? [] : [{ table, attribute: table.ttlAttribute }]));
  const sweepers = new Map(withTtl.map(({ table, attribute }) => [table.name, startTtlSweeper(table, attribute, { call: dynamo.call })]));
  const buckets = startBucketSource({ buckets: manifest.buckets, delivery, send: sender(sqs, sqsCall) });
  const schedules = manifest.schedules.map((schedule) => startScheduleSource(schedule, delivery));
  const queues = manifest.eventSources.flatMap((source) => {
    const queue = source.kind === "queue" ? manifest.queues.find((item) => item.name === source.source) : undefined;
    const call = roleOf(permissions, source.functionName)(sqsCall, permissions.asking.queue);
    return queue ? [startQueueSource({ source, queue, call, delivery, retryAfterSeconds })] : [];
  });
  const streams = streamSources(options, sweepers, sqsCall);
  const all = [...streams, ...queues, buckets, ...schedules];
  return {
    buckets,
    schedules,
    all,
    sweep: async () => {
      const counts = await Promise.all([...sweepers.values()].map((sweeper) => sweeper.sweep()));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    stop: async () => {
      await Promise.all([...sweepers.values(), ...all].map((source) => source.stop()));
    },
  };
}

/** Resolves when nothing runs, waits or lies in a queue; throws, naming what is still busy, after `limitMs`. */
export async function untilQuiet(sources: readonly Source[], lambda: Pick<Lambda, "active" | "begun">, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  let calm = 0;
  let begun = lambda.begun();
  // Two looks without anything begun between them: what one source finished may have fed another.
  while (calm < 2) {
    const busy = await Promise.all(sources.map(async (source) => ((await source.isIdle()) ? [] : [source.name])));
    const isQuiet = lambda.active() === 0 && busy.flat().length === 0 && begun === lambda.begun();
    begun = lambda.begun();
    calm = isQuiet ? calm + 1 : 0;
    if (isQuiet) continue;
    if (performance.now() > until)
      throw new Error(
        `Still busy after ${limitMs} ms: ${[...busy.flat(), ...(lambda.active() > 0 ? ["functions"] : [])].join(", ") || "new work keeps coming"}`,
      );
    await sleep(20);
  }
}
