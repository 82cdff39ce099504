import { mkdtempSync, rmSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type QueueDescriptor, type SqsS3, startSqsS3 } from "./sqs-s3.ts";

const queues: readonly QueueDescriptor[] = [
  { name: "send-mail", visibilityTimeout: 0, redrive: { deadLetterQueue: "send-mail-dlq", maxReceiveCount: 2 } },
  { name: "send-mail-dlq" },
  { name: "apply-payment", fifo: true, contentBasedDeduplication: true, redrive: { deadLetterQueue: "apply-payment-dlq.fifo", maxReceiveCount: 5 } },
  { name: "apply-payment-dlq", fifo: true },
];
const dataDir = mkdtempSync(join(tmpdir(), "sqs-"));
let engine: SqsS3;
const sqs = () => new SQSClient({ endpoint: engine.endpoint, region: "us-east-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } });
const receive = async (url: string) => (await sqs().send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }))).Messages ?? [];

beforeAll(async () => {
  engine = await startSqsS3({ dataDir });
  await engine.createQueues(queues);
});
afterAll(async () => {
  await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a message that fails too often moves to the dead-letter queue", async () => {
  const { url } = engine.queue("send-mail");
  await sqs().send(new SendMessageCommand({ QueueUrl: url, MessageBody: "poison" }));

  for (let receives = 0; receives < 3; receives += 1) await receive(url);

  expect(engine.look("send-mail-dlq")?.ready).toEqual(["poison"]);
  expect(engine.look("send-mail")?.ready).toEqual([]);
});

test("a FIFO queue keeps the order of a group and drops a repeated body", async () => {
  const { url } = engine.queue("apply-payment.fifo");
  for (const MessageBody of ["one", "two", "one"]) await sqs().send(new SendMessageCommand({ QueueUrl: url, MessageBody, MessageGroupId: "pi_1" }));

  const [first] = await receive(url);
  await sqs().send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: first?.ReceiptHandle }));
  const [second] = await receive(url);

  expect([first?.Body, second?.Body]).toEqual(["one", "two"]);
});

test("messages survive a restart on another port and changed settings are taken over", async () => {
  await engine.stop();
  engine = await startSqsS3({ dataDir });

  const [first] = await engine.createQueues([{ ...queues[1], name: "send-mail-dlq", visibilityTimeout: 7 }]);

  expect(engine.look("send-mail-dlq")?.ready).toEqual(["poison"]);
  const messages = await receive(first?.url ?? "");
  expect(messages.map(({ Body }) => Body)).toEqual(["poison"]);
});

test("the engine answers on loopback only", async () => {
  const { port } = new URL(engine.endpoint);
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal);
  if (!outside) return;

  await expect(fetch(`http://${outside.address}:${port}/health`, { signal: AbortSignal.timeout(2_000) })).rejects.toThrow();
});
