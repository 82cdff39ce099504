import { queueNames } from "@sleekapp/core/ports/queue";
import { until } from "@sleekapp/local/people/person";
import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, priceAsGuest, proveAddress } from "../support/guest.ts";
import { bootStage, type Stage } from "../support/stage.ts";

/** Tries take their time on a busy machine, and a worker is built when it is first wanted. */
const patient = 90_000;

let stage: Stage;
beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, "../..");
  stage = await bootStage({ root, name: "dead-letters", ephemeral: true, web: "none", retryAfterSeconds: 0, faults: true });
}, 120_000);
afterAll(() => stage?.stop());

const queueOf = (name: string) => stage.manifest.queues.find((queue) => queue.name.replace(/\.fifo$/, "").endsWith(`-${name}`));

test.each(queueNames)("a message that the worker of %s cannot read is kept in a dead-letter queue of its own", async (name) => {
  const queue = queueOf(name);
  const letters = queue?.redrive?.deadLetterQueue;
  expect(letters).toMatch(new RegExp(`-${name}-dead(\\.fifo)?$`));
  const message = `{ ${randomUUID()}`;
  const group = queue?.isFifo ? { MessageGroupId: "lost", MessageDeduplicationId: message.slice(2) } : {};

  await createAwsCall(stage.endpoints["SQS"] ?? "", "sqs")("SendMessage", { QueueUrl: queue?.url, MessageBody: message, ...group });

  const kept = await until(`The letter in ${letters}`, async () => stage.look(letters ?? "")?.ready.find((body) => body === message), patient);
  expect(kept).toBe(message);
});

/** A quote whose event the router could not send. */
let unsent: Awaited<ReturnType<typeof priceAsGuest>>;

test("an event that the router cannot send after its tries is told to a dead-letter queue", async () => {
  const proof = await proveAddress(stage, "rina@example.com");
  stage.faults.service({ kind: "unavailable", service: "SQS", caller: "outbox", times: 1_000 });

  unsent = await priceAsGuest(stage, proof, { garmentType: "hoodie", quantity: 500, fabric: "cotton" });

  const notice = await until("The notice of what was given up", async () => stage.look("dev-sleekapp-outbox-dead")?.ready[0], patient);
  expect(JSON.parse(notice)).toMatchObject({ requestContext: { condition: "RetryAttemptsExhausted" }, DDBStreamBatchInfo: { batchSize: 1 } });
});

test("what the router could not send is sent by the sweep of the minute", async () => {
  stage.faults.clear();
  expect((await unsent.read()).body).not.toHaveProperty("analysis");

  const analysis = await until(
    "The commentary that the event leads to",
    async () => {
      await sleep(2_000);
      await stage.fire("EveryMinute");
      return (await unsent.read()).body["analysis"];
    },
    patient,
  );

  expect(analysis).toMatchObject({ source: "model" });
});

test("events that cannot be sealed after their tries are told to a dead-letter queue", { timeout: patient }, async () => {
  const proof = await proveAddress(stage, "lina@example.com");
  stage.faults.service({ kind: "unavailable", service: "DYNAMODB", caller: "seal-audit", times: 1_000 });

  await priceAsGuest(stage, proof, { garmentType: "hoodie", quantity: 300, fabric: "cotton" });

  const notice = await until("The notice of what was not sealed", async () => stage.look("dev-sleekapp-seal-audit-dead")?.ready[0], patient);
  stage.faults.clear();
  expect(JSON.parse(notice)).toMatchObject({ requestContext: { condition: "RetryAttemptsExhausted" } });
});

test("a mail that could not be sent is kept without its address and its words", { timeout: patient }, async () => {
  stage.faults.service({ kind: "unavailable", service: "SES", times: 1_000 });
  const email = "zelda.quill@example.com";

  await call(stage, "/v1/guest/codes", { body: { email, purpose: "quote" } });

  const letters = stage.manifest.queues.find(({ name }) => name.endsWith("-send-mail-dead"))?.name ?? "";
  const kept = await until(
    "The letter that could not be sent",
    async () => stage.look(letters)?.ready.find((body) => body.includes("sealed")),
    patient,
  );
  expect(Object.keys(JSON.parse(kept)).toSorted()).toEqual(["messageId", "sealed"]);
  expect(kept.toLowerCase()).not.toMatch(/zelda|quill|example|code/);
  expect(JSON.parse(kept).sealed).toMatch(/^sealed1\.1\.[\w-]{100,}$/);
  stage.faults.clear();
});
