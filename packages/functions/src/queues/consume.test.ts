import { conflict, invalid, limited, notFound, unavailable } from "@sleekapp/core/kernel/error";
import { Request } from "@sleekapp/core/kernel/request";
import type { QueueName } from "@sleekapp/core/ports/queue";
import { commit } from "@sleekapp/core/table/commit";
import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { startTable } from "../../../../test/support/table.ts";
import { consumer, type Handle } from "./consume.ts";

beforeAll(startTable);
let lines: string[] = [];
beforeEach(() => {
  vi.restoreAllMocks();
  lines = [];
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation((line) => lines.push(String(line)) > 0);
});

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: "worker",
  functionVersion: "1",
  invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:worker",
  memoryLimitInMB: "512",
  awsRequestId: "request",
  logGroupName: "group",
  logStreamName: "stream",
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const record = (id: string, body: unknown): SQSRecord => ({
  messageId: `sqs-${id}`,
  receiptHandle: "handle",
  body: typeof body === "string" ? body : JSON.stringify(body),
  attributes: { ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "x", ApproximateFirstReceiveTimestamp: "0" },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:queue",
  awsRegion: "us-east-1",
});
const message = (messageId: string, more: object = {}) => record(messageId, { messageId, requestId: `request-of-${messageId}`, ...more });

/** Delivers a batch; gives the messages that come again. */
async function deliver(records: readonly SQSRecord[], handle: Handle, queue: QueueName = "run-task"): Promise<string[]> {
  const event: SQSEvent = { Records: [...records] };
  return (await consumer(queue, handle)(event, context)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const Named = z.looseObject({ messageId: z.string() });
const done: string[] = [];
/** Work whose one write is its inbox row. */
const work: Handle = async (body) => {
  const { messageId } = Named.parse(body);
  done.push(messageId);
  return commit({ about: messageId, writes: [], events: [], reply: null });
};
const timesDone = (messageId: string) => done.filter((id) => id === messageId).length;

describe("a message", () => {
  test("that comes twice does its work once", async () => {
    expect(await deliver([message("twice")], work)).toEqual([]);
    expect(await deliver([message("twice")], work)).toEqual([]);

    expect(timesDone("twice")).toBe(1);
  });

  test("that is in one batch twice does its work once", async () => {
    expect(await deliver([message("at-once"), message("at-once")], work)).toEqual([]);

    expect(timesDone("at-once")).toBe(1);
  });

  test("that failed is tried again by its double in the same batch", async () => {
    let tries = 0;
    const failed = await deliver([message("double"), message("double")], async (body, turn) => {
      tries += 1;
      if (tries === 1) throw unavailable("mail.unavailable", "later");
      return work(body, turn);
    });

    expect([failed, tries, timesDone("double")]).toEqual([["sqs-double"], 2, 1]);
  });

  test("of another queue with the same id is another", async () => {
    await deliver([message("shared")], work, "run-task");
    await deliver([message("shared")], work, "render-invoice");

    expect(timesDone("shared")).toBe(2);
  });

  test("runs as the system, under the request that caused it and its own id as key", async () => {
    let seen: unknown;
    await deliver([message("seen")], async () => {
      const { actor, requestId, idempotency } = Request.use();
      seen = { actor, requestId, idempotency };
    });

    expect(seen).toMatchObject({
      actor: { type: "system", cause: "queue:run-task" },
      requestId: "request-of-seen",
      idempotency: { operation: "run-task", key: "seen" },
    });
  });
});

describe("a refusal", () => {
  test.each([
    ["a conflict", conflict("quote.analysed", "done")],
    ["an invalid message", invalid("payment.amount", "no")],
  ])("that no retry changes (%s) is acknowledged and logged by its code", async (_name, refusal) => {
    expect(await deliver([message("refused")], () => Promise.reject(refusal))).toEqual([]);
    expect(lines.join("")).toContain(`"refusal":"${refusal.code}"`);
  });

  test.each([
    ["what is unavailable", unavailable("mail.unavailable", "later")],
    ["what is not there yet", notFound()],
    ["a full window", limited("rate.limited", "wait", 1)],
    ["our own bug", new TypeError("x is undefined")],
  ])("that may pass (%s) comes again", async (_name, refusal) => {
    expect(await deliver([message("again")], () => Promise.reject(refusal))).toEqual(["sqs-again"]);
    expect(lines.join("")).toContain('"outcome":"failed"');
  });

  test("leaves no mark, so that the message can be done later", async () => {
    await deliver([message("later")], () => Promise.reject(unavailable("mail.unavailable", "later")));
    await deliver([message("later")], work);

    expect(timesDone("later")).toBe(1);
  });
});

describe("poison", () => {
  test.each([
    ["no JSON", "{"],
    ["no id", {}],
    ["null", null],
    ["a list", []],
  ])("(%s) goes back alone, until the queue sets it aside, and its neighbours are done", async (name, body) => {
    const [before, after] = [`before-${name}`, `after-${name}`];

    expect(await deliver([message(before), record("poison", body), message(after)], work)).toEqual(["sqs-poison"]);
    expect([timesDone(before), timesDone(after)]).toEqual([1, 1]);
  });

  test("in an ordered queue holds back what comes after it, so that the order is kept", async () => {
    expect(await deliver([message("first"), record("poison", "{"), message("third")], work, "issue-invoice")).toEqual(["sqs-poison", "sqs-third"]);
    expect([timesDone("first"), timesDone("third")]).toEqual([1, 0]);
  });

  test("is logged without what it holds", async () => {
    await deliver([record("poison", '{"messageId": "x", "to": "rina@example.com" oops')], work);

    expect(lines.join("")).not.toContain("rina@example.com");
  });
});
