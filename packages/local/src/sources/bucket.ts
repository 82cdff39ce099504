import type { Bucket, BucketNotification } from "../manifest.ts";
import { type Delivery, pause, type Source } from "./source.ts";

/** What is needed of an S3 event record; the whole record is handed on. */
export type ObjectRecord = {
  readonly eventName: string;
  readonly s3: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string } };
};

export type BucketSource = Source & { readonly accept: (record: ObjectRecord) => void };

export type BucketSourceOptions = {
  readonly buckets: readonly Bucket[];
  readonly delivery: Delivery;
  readonly send: (queue: string, body: unknown) => Promise<void>;
};

/** Lambda tries an event of a bucket three times; the pauses are AWS's minutes in seconds. */
const pausesMs = [1000, 2000];

function wants(notification: BucketNotification, record: ObjectRecord): boolean {
  const name = `s3:${record.eventName}`;
  const key = decodeURIComponent(record.s3.object.key.replaceAll("+", " "));
  const isNamed = notification.events.some((event) => (event.endsWith("*") ? name.startsWith(event.slice(0, -1)) : name === event));
  return isNamed && key.startsWith(notification.prefix) && key.endsWith(notification.suffix);
}

/** Hands object events to the functions and queues that a bucket notifies. */
export function startBucketSource({ buckets, delivery, send }: BucketSourceOptions): BucketSource {
  const aborter = new AbortController();
  const running = new Set<Promise<void>>();
  const invoke = async (functionName: string, record: ObjectRecord) => {
    for (const wait of [...pausesMs, undefined]) {
      const outcome = await delivery.lambda.invoke(functionName, { Records: [record] });
      if (outcome.ok) return;
      delivery.onError({ source: record.s3.bucket.name, functionName, error: outcome.error });
      if (wait === undefined || aborter.signal.aborted) return;
      await pause(wait, aborter.signal);
    }
  };
  const notify = async ({ functionName, queue }: BucketNotification, record: ObjectRecord) => {
    if (functionName !== undefined) await invoke(functionName, record);
    if (queue !== undefined) await send(queue, { Records: [record] });
  };
  return {
    name: "buckets",
    accept: (record) => {
      const bucket = buckets.find((item) => item.name === record.s3.bucket.name);
      for (const notification of bucket?.notifications ?? []) {
        if (!wants(notification, record) || aborter.signal.aborted) continue;
        const task: Promise<void> = notify(notification, record)
          .catch((error: unknown) => console.error(record.s3.bucket.name, error))
          .finally(() => running.delete(task));
        running.add(task);
      }
    },
    isIdle: async () => running.size === 0,
    stop: async () => {
      aborter.abort();
      await Promise.allSettled(running);
    },
  };
}
