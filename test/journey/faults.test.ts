import { createAwsCall } from "@sleekapp/local/sources/aws-call";
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { call, priceAsGuest, proveAddress, until } from "../support/guest.ts";
import { checkInvariants } from "../support/invariants.ts";
import { rowsOfStage } from "../support/stage-rows.ts";
import { bootStage, type DeliveryFault, type ServiceFault, type Stage } from "../support/stage.ts";

let stage: Stage;
/** Two guests, because one may ask for twenty prices a day. */
let proofs: readonly string[];
let asked = 0;
const nextProof = (): string => proofs[asked++ % proofs.length] ?? "";
beforeAll(async () => {
  stage = await bootStage({ root: process.cwd(), name: "faults", ephemeral: true, web: "none", retryAfterSeconds: 0, faults: true });
  proofs = [await proveAddress(stage, "rina@example.com"), await proveAddress(stage, "lina@example.com")];
}, 120_000);
afterEach(() => stage.faults.clear());
afterAll(() => stage?.stop());

const brief = { garmentType: "hoodie", quantity: 500, fabric: "cotton" };
const Row = z.record(z.string(), z.record(z.string(), z.unknown()));
const Scanned = z.looseObject({ Items: z.array(Row) });
const textIn = (row: z.infer<typeof Row>, name: string): unknown => row[name]?.["S"];

/** Rows of the table that a quote's id stands in, by kind. */
async function rowsOf(quoteId: string): Promise<Record<string, number>> {
  const table = stage.manifest.tables[0]?.name ?? "";
  const { Items } = Scanned.parse(
    await createAwsCall(stage.endpoints["DYNAMODB"] ?? "", "dynamodb")("Scan", { TableName: table, ConsistentRead: true }),
  );
  const mine = Items.filter((row) => textIn(row, "quoteId") === quoteId || textIn(row, "subjectId") === quoteId);
  const events = new Set(mine.filter((row) => textIn(row, "__edb_e__") === "event").map((row) => textIn(row, "eventId")));
  const about = [...mine, ...Items.filter((row) => textIn(row, "__edb_e__") === "ai-usage" && events.has(textIn(row, "key")))];
  const kinds = about.map((row) => [textIn(row, "__edb_e__"), textIn(row, "type")].filter(Boolean).join(" "));
  return Object.fromEntries([...new Set(kinds)].toSorted().map((kind) => [kind, kinds.filter((one) => one === kind).length]));
}

/** What there is of every quote in the end, whatever went wrong on the way; each event is sealed once. */
const whole = {
  "ai-usage": 1,
  "audit-entry": 2,
  "event quote.analysed": 1,
  "event quote.priced": 1,
  quote: 1,
  "quote-analysis": 1,
  "quote-revision": 1,
};

/** Prices a brief and waits until nothing moves; gives what there is of the quote. */
async function priced() {
  const { quoteId } = await priceAsGuest(stage, nextProof(), brief);
  await stage.drain(60_000);
  return rowsOf(quoteId);
}

let addresses = 0;
/** Has one code mailed to a new address and waits until nothing moves; gives how many mails came. */
async function mailed() {
  addresses += 1;
  const email = `guest${addresses}@example.com`;
  await call(stage, "/v1/guest/codes", { body: { email, purpose: "quote" } });
  await stage.drain(60_000);
  return stage.mailbox.list(email).length;
}

const happenedIn = async <T>(run: () => Promise<T>) => {
  const before = stage.faults.happened().length;
  const result = await run();
  return { result, faults: stage.faults.happened().length - before };
};

describe("a service that fails", () => {
  test.each<[string, ServiceFault]>([
    ["the table, throttling the command", { kind: "throttle", service: "DYNAMODB", operation: "TransactWriteItems", caller: "quote", times: 2 }],
    ["the table, losing the answer to the command", { kind: "lost", service: "DYNAMODB", operation: "TransactWriteItems", caller: "quote" }],
    ["the table, slow", { kind: "latency", service: "DYNAMODB", times: 20, ms: 100 }],
    ["the queue, refusing the router", { kind: "unavailable", service: "SQS", operation: "SendMessageBatch", caller: "outbox", times: 6 }],
    ["the queue, losing the answer to the router", { kind: "lost", service: "SQS", operation: "SendMessageBatch", caller: "outbox", times: 2 }],
    [
      "the table, refusing the worker's write",
      { kind: "unavailable", service: "DYNAMODB", operation: "TransactWriteItems", caller: "run-task", times: 5 },
    ],
  ])("%s, ends in one whole quote", async (_name, fault) => {
    stage.faults.service(fault);

    const { result, faults } = await happenedIn(priced);

    expect(result).toEqual(whole);
    expect(faults).toBeGreaterThan(0);
  });
});

test.each<[string, ServiceFault]>([
  ["throttles", { kind: "throttle", service: "SES", operation: "SendRawEmail", times: 4 }],
  ["is not there", { kind: "unavailable", service: "SES", times: 4 }],
  ["never hears of it, since the worker ends first", { kind: "crash-before", service: "SES" }],
])("a provider of mail that %s gets the mail later, once", async (_name, fault) => {
  stage.faults.service(fault);

  const { result, faults } = await happenedIn(mailed);

  expect(result).toBe(1);
  expect(faults).toBeGreaterThan(0);
});

describe("a process that ends", () => {
  test.each<[string, ServiceFault["kind"]]>([
    ["before the command is written", "crash-before"],
    ["after the command is written", "crash-after"],
  ])("%s leaves nothing or everything, and the same key goes on from there", async (_name, kind) => {
    stage.faults.service({ kind, service: "DYNAMODB", operation: "TransactWriteItems", caller: "quote" });
    const headers = { "x-proof": nextProof(), "idempotency-key": randomUUID() };

    const first = await call(stage, "/v1/guest/quotes", { body: { brief }, headers });
    const again = await call(stage, "/v1/guest/quotes", { body: { brief }, headers });
    await stage.drain(60_000);

    expect(first.status).toBeGreaterThanOrEqual(500);
    expect(again.status).toBe(201);
    expect((await call(stage, "/v1/guest/quotes", { body: { brief }, headers })).body).toEqual(again.body);
    const { quoteId } = z.object({ quote: z.looseObject({ quoteId: z.string() }) }).parse(again.body).quote;
    expect(await rowsOf(quoteId)).toEqual(whole);
  });

  test.each<[string, ServiceFault]>([
    ["the worker, before its first write", { kind: "crash-before", service: "DYNAMODB", operation: "TransactWriteItems", caller: "run-task" }],
    [
      "the worker, between the model's answer and its place",
      { kind: "crash-after", service: "DYNAMODB", operation: "TransactWriteItems", caller: "run-task" },
    ],
    ["the worker, after its last write", { kind: "crash-after", service: "DYNAMODB", operation: "TransactWriteItems", caller: "run-task", after: 1 }],
    ["the router, before it sends", { kind: "crash-before", service: "SQS", caller: "outbox" }],
    ["the router, after it sent", { kind: "crash-after", service: "SQS", caller: "outbox" }],
  ])("%s, ends in one whole quote", async (_name, fault) => {
    stage.faults.service(fault);

    const { result, faults } = await happenedIn(priced);

    expect(result).toEqual(whole);
    expect(faults).toBeGreaterThan(0);
  });

  test("the worker, after a call on the model, asks once more and pays once more, and says one thing", async () => {
    stage.faults.service({ kind: "crash-before", service: "DYNAMODB", operation: "TransactWriteItems", caller: "run-task" });
    const before = stage.models.calls().length;

    expect(await priced()).toEqual(whole);
    expect(stage.models.calls().length - before).toBe(2);
  });
});

describe("deliveries", () => {
  test.each<DeliveryFault["kind"]>(["duplicate", "reorder", "again", "delay"])(
    "%s everywhere: every quote is whole, and every mail is sent once",
    async (kind) => {
      stage.faults.delivery({ kind, times: 1_000, ms: 300 });

      expect([await priced(), await priced(), await mailed()]).toEqual([whole, whole, 1]);
    },
  );

  test("to two environments at once: every quote is whole", async () => {
    stage.faults.delivery({ kind: "at-once", times: 1_000 });

    expect(await priced()).toEqual(whole);
  });
});

test("a message that nobody can read ends in the dead-letter queue, and holds up nobody", async () => {
  const queue = stage.manifest.queues.find(({ name }) => name.endsWith("run-task"));
  const send = createAwsCall(stage.endpoints["SQS"] ?? "", "sqs");
  await send("SendMessage", { QueueUrl: queue?.url, MessageBody: "{" });

  expect(await priced()).toEqual(whole);
  expect(await until(() => stage.look(`${queue?.name}-dead`)?.ready.length || undefined)).toBe(1);
});

test("what is on the table at the end violates no invariant", async () => {
  await stage.drain(60_000);

  expect(checkInvariants(await rowsOfStage(stage))).toEqual([]);
});
