import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";
import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startFront } from "./engines/front.ts";
import { disturbing, type FaultBook, type FaultyService, openFaultBook } from "./faults.ts";
import type { Outcome } from "./lambda.ts";
import { serveHttp } from "./stand-ins/wire.ts";

const stops: (() => Promise<void>)[] = [];
let book: FaultBook;
let crashed: string[] = [];
/** Calls that reached the service. */
let reached: string[] = [];
beforeEach(() => {
  book = openFaultBook();
  crashed = [];
  reached = [];
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A service that is content with everything, behind the proxy. */
async function fronted(service: FaultyService): Promise<string> {
  const backend = await serveHttp((request, response) => {
    reached.push(`${request.method} ${String(request.headers["x-amz-target"] ?? request.url)} for ${request.headers.host}`);
    request.resume();
    const xml =
      service === "SES" ? "<SendRawEmailResponse><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>" : "";
    const json = service === "SQS" ? '{"MessageId":"m"}' : "{}";
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end(service === "SES" ? xml : service === "S3" ? "" : json);
  });
  const callerOf = (key: string | undefined) => (key === "worker" ? "dev-worker" : "nobody");
  const proxy = await startFront({
    service,
    target: `http://127.0.0.1:${backend.port}`,
    faults: { book, callerOf, crash: (name) => void crashed.push(name) },
  });
  stops.push(backend.stop, proxy.stop);
  return proxy.endpoint;
}

const settings = (endpoint: string, maxAttempts = 3) => ({
  endpoint,
  maxAttempts,
  region: "us-east-1",
  credentials: { accessKeyId: "worker", secretAccessKey: "x" },
});
const put = new PutItemCommand({ TableName: "t", Item: { pk: { S: "a" } } });

describe("calls on a service", () => {
  test("pass as they are when nothing is ordered, under their own host", async () => {
    const endpoint = await fronted("DYNAMODB");

    await new DynamoDBClient(settings(endpoint)).send(put);

    expect(reached).toEqual([`POST DynamoDB_20120810.PutItem for ${new URL(endpoint).host}`]);
    expect(book.happened).toEqual([]);
  });

  test("are throttled so that the client tries again", async () => {
    const client = new DynamoDBClient(settings(await fronted("DYNAMODB")));
    book.orderService({ kind: "throttle", service: "DYNAMODB", operation: "PutItem", times: 2 });

    await client.send(put);

    expect(reached).toHaveLength(1);
    expect(book.happened).toEqual(Array(2).fill("throttle DYNAMODB.PutItem of dev-worker"));
  });

  test("fail under the service's own name when it goes on", async () => {
    const mail = new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array([1]) } });
    const message = new SendMessageCommand({ QueueUrl: "http://127.0.0.1/0/q", MessageBody: "x" });
    const object = new PutObjectCommand({ Bucket: "b", Key: "k", Body: "x" });
    for (const service of ["DYNAMODB", "SQS", "SES", "S3"] as const) book.orderService({ kind: "throttle", service, times: 10 });

    const [table, queue, ses, s3] = [await fronted("DYNAMODB"), await fronted("SQS"), await fronted("SES"), await fronted("S3")];

    await expect(new DynamoDBClient(settings(table, 1)).send(put)).rejects.toMatchObject({ name: "ThrottlingException" });
    await expect(new SQSClient(settings(queue, 1)).send(message)).rejects.toMatchObject({ name: "ThrottlingException" });
    await expect(new SESClient(settings(ses, 1)).send(mail)).rejects.toMatchObject({ name: "Throttling" });
    await expect(new S3Client({ ...settings(s3, 1), forcePathStyle: true }).send(object)).rejects.toMatchObject({ name: "SlowDown" });
    expect(reached).toEqual([]);
  });

  test("are carried out although their answer is lost", async () => {
    const client = new DynamoDBClient(settings(await fronted("DYNAMODB"), 1));
    book.orderService({ kind: "lost", service: "DYNAMODB" });

    await expect(client.send(put)).rejects.toThrow();
    expect(reached).toHaveLength(1);
  });

  test.each([
    ["crash-before", 0],
    ["crash-after", 1],
  ] as const)("%s ends the caller, having carried out %i", async (kind, done) => {
    const client = new DynamoDBClient(settings(await fronted("DYNAMODB"), 1));
    book.orderService({ kind, service: "DYNAMODB", operation: "PutItem" });

    await expect(client.send(put)).rejects.toThrow();
    expect(crashed).toEqual(["dev-worker"]);
    expect(reached).toHaveLength(done);
  });

  test("are kept waiting", async () => {
    const client = new DynamoDBClient(settings(await fronted("DYNAMODB")));
    book.orderService({ kind: "latency", service: "DYNAMODB", ms: 150 });
    const from = performance.now();

    await client.send(put);

    expect(performance.now() - from).toBeGreaterThanOrEqual(145);
  });

  test("of others, of another kind and before their turn are left alone", async () => {
    const client = new DynamoDBClient(settings(await fronted("DYNAMODB"), 1));
    book.orderService({ kind: "throttle", service: "DYNAMODB", caller: "somebody-else" });
    book.orderService({ kind: "throttle", service: "DYNAMODB", operation: "Query" });
    book.orderService({ kind: "throttle", service: "SQS" });
    book.orderService({ kind: "unavailable", service: "DYNAMODB", caller: "worker", after: 1 });

    await client.send(put);

    await expect(client.send(put)).rejects.toMatchObject({ name: "InternalServerError" });
    await client.send(put);
  });
});

describe("deliveries", () => {
  const event = (arn = "arn:aws:sqs:us-east-1:0:work") => ({ Records: ["a", "b", "c"].map((body) => ({ body, eventSourceARN: arn })) });
  let heard: string[] = [];
  const bodies = (given: ReturnType<typeof event>): string => given.Records.map(({ body }) => body).join("");
  const deliver = (given: ReturnType<typeof event>, answers: Outcome[] = []) => {
    heard = [];
    const invoke = disturbing(async (_name, sent) => {
      heard.push(bodies(sent as ReturnType<typeof event>));
      return answers.shift() ?? { ok: true, value: null };
    }, book);
    return invoke("dev-worker", given);
  };

  test.each([
    ["duplicate", ["aabbcc"]],
    ["reorder", ["cba"]],
    ["again", ["abc", "abc"]],
    ["at-once", ["abc", "abc"]],
    ["delay", ["abc"]],
  ] as const)("%s: the function hears %j", async (kind, expected) => {
    book.orderDelivery({ kind, ms: 10 });

    await deliver(event());
    expect(heard).toEqual(expected);
    await deliver(event());
    expect(heard).toEqual(["abc"]);
  });

  test("are disturbed by several orders together, and only where they concern", async () => {
    book.orderDelivery({ kind: "duplicate", to: "worker", times: 9 });
    book.orderDelivery({ kind: "reorder", times: 9 });
    book.orderDelivery({ kind: "again", to: "other", times: 9 });

    await deliver(event());
    expect(heard).toEqual(["ccbbaa"]);
    await deliver(event("arn:aws:sqs:us-east-1:0:work.fifo"));
    expect(heard).toEqual(["aabbcc"]);
  });

  test("that fail once of twice have failed", async () => {
    const failed: Outcome = { ok: false, error: { errorType: "Error", errorMessage: "no" } };
    const some: Outcome = { ok: true, value: { batchItemFailures: [{ itemIdentifier: "1" }] } };
    const none: Outcome = { ok: true, value: { batchItemFailures: [] } };
    book.orderDelivery({ kind: "at-once", times: 9 });

    expect(await deliver(event(), [none, failed])).toEqual(failed);
    expect(await deliver(event(), [some, none])).toEqual(some);
    expect(await deliver(event(), [none, none])).toEqual(none);
  });

  test("go on undisturbed once the orders are cleared", async () => {
    book.orderDelivery({ kind: "duplicate", times: 9 });
    book.clear();

    await deliver(event());
    expect(heard).toEqual(["abc"]);
  });
});
