import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FauxqsServer } from "fauxqs";
import type { Running } from "../stand-ins/wire.ts";

/** A queue in plain words; the name without `.fifo` gets it when `fifo` is set. Times are seconds. */
export interface QueueDescriptor {
  readonly name: string;
  readonly fifo?: boolean | undefined;
  readonly contentBasedDeduplication?: boolean | undefined;
  readonly visibilityTimeout?: number | undefined;
  readonly delay?: number | undefined;
  readonly retention?: number | undefined;
  readonly redrive?: { readonly deadLetterQueue: string; readonly maxReceiveCount: number } | undefined;
}

/** A queue that exists: `url` is on 127.0.0.1, because Node does not resolve the engine's own `*.localhost` names. */
export interface Queue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
}

/** What is in a queue now, read without taking anything out. */
export interface QueueContents {
  readonly ready: readonly string[];
  readonly delayed: readonly string[];
  readonly inFlight: readonly string[];
}

/** Where queues and objects are kept (a folder that survives restarts; without one, a temporary folder) and where to listen. */
export interface SqsS3Options {
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
}

/** A running SQS and S3 engine. Its S3 side checks nothing: give clients the guard's endpoint, never this one. */
export interface SqsS3 extends Running {
  /** Creates the queues, or gives existing ones the settings of the descriptors; their messages stay. */
  createQueues(queues: readonly QueueDescriptor[]): Promise<readonly Queue[]>;
  createBuckets(names: readonly string[]): void;
  queue(name: string): Queue;
  look(name: string): QueueContents | undefined;
}

const REGION = "us-east-1";
const ACCOUNT = "000000000000";

/** Starts fauxqs in this process on loopback: SQS, S3 and SNS on one port. */
export async function startSqsS3(options: SqsS3Options = {}): Promise<SqsS3> {
  const scratch = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), "local-s3-")) : undefined;
  const server = await onLoopback(options, scratch);
  const endpoint = `http://127.0.0.1:${server.port}`;
  const queue = (name: string): Queue => ({ name, url: `${endpoint}/${ACCOUNT}/${name}`, arn: arnOf(name) });
  return {
    endpoint,
    queue,
    createQueues: async (queues) => {
      for (const descriptor of inOrder(queues)) await makeQueue(server, endpoint, descriptor);
      return queues.map((descriptor) => queue(fullName(descriptor)));
    },
    createBuckets: (names) => {
      for (const name of names) server.createBucket(name);
    },
    look: (name) => look(server, name),
    stop: async () => {
      await server.stop();
      if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** fauxqs always asks for 0.0.0.0; a local stage must not be reachable from the network, so the wish is overruled while it starts. */
async function onLoopback(options: SqsS3Options, scratch: string | undefined): Promise<FauxqsServer> {
  const { startFauxqs } = await import("fauxqs");
  const folders = foldersFor(options.dataDir, scratch);
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...given: unknown[]) {
    const first = given[0];
    const local =
      typeof first === "object" && first !== null && "host" in first && first.host === "0.0.0.0" ? { ...first, host: "127.0.0.1" } : first;
    return Reflect.apply(listen, this, [local, ...given.slice(1)]);
  };
  try {
    return await startFauxqs({ port: options.port ?? 0, logger: false, ...folders });
  } finally {
    Server.prototype.listen = listen;
  }
}

function foldersFor(dataDir: string | undefined, scratch: string | undefined): { dataDir?: string; s3StorageDir: string } {
  if (dataDir === undefined) return { s3StorageDir: scratch ?? tmpdir() };
  const s3StorageDir = join(dataDir, "s3");
  mkdirSync(s3StorageDir, { recursive: true });
  return { dataDir: join(dataDir, "sqs"), s3StorageDir };
}

/** Dead-letter queues first, so that a redrive policy always names a queue that exists. */
function inOrder(queues: readonly QueueDescriptor[]): readonly QueueDescriptor[] {
  return queues.toSorted((a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined));
}

async function makeQueue(server: FauxqsServer, endpoint: string, descriptor: QueueDescriptor): Promise<void> {
  const name = fullName(descriptor);
  const attributes = attributesOf(descriptor);
  if (!server.inspectQueue(name)) {
    server.createQueue(name, { region: REGION, attributes });
    return;
  }
  // A queue that a former run left keeps its messages; its settings are the template's, also when they changed.
  const { FifoQueue: _fixed, ...settable } = attributes;
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.SetQueueAttributes" },
    body: JSON.stringify({ QueueUrl: `${endpoint}/${ACCOUNT}/${name}`, Attributes: { RedrivePolicy: "", ...settable } }),
  });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
}

function fullName(descriptor: QueueDescriptor): string {
  return descriptor.fifo === true && !descriptor.name.endsWith(".fifo") ? `${descriptor.name}.fifo` : descriptor.name;
}

function arnOf(name: string): string {
  return `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
}

function attributesOf(queue: QueueDescriptor): Record<string, string> {
  const seconds = { VisibilityTimeout: queue.visibilityTimeout, DelaySeconds: queue.delay, MessageRetentionPeriod: queue.retention };
  const given = Object.entries(seconds).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const fifo = queue.fifo === true ? { FifoQueue: "true", ContentBasedDeduplication: String(queue.contentBasedDeduplication ?? false) } : {};
  const redrive =
    queue.redrive === undefined
      ? {}
      : {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: arnOf(queue.redrive.deadLetterQueue),
            maxReceiveCount: String(queue.redrive.maxReceiveCount),
          }),
        };
  return { ...Object.fromEntries(given), ...fifo, ...redrive };
}

function look(server: FauxqsServer, name: string): QueueContents | undefined {
  const found = server.inspectQueue(name);
  if (!found) return undefined;
  return {
    ready: found.messages.ready.map((message) => message.body),
    delayed: found.messages.delayed.map((message) => message.body),
    inFlight: found.messages.inflight.map(({ message }) => message.body),
  };
}
