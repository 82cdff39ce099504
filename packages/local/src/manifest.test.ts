import { expect, test } from "vitest";
import { apiStack, dataStack } from "./manifest/manifest.fixture.ts";
import { buildManifest, linkTemplates } from "./manifest.ts";

const manifest = buildManifest(linkTemplates({ data: dataStack, api: apiStack }, "/out"), { sqs: "http://127.0.0.1:9", webHost: "localhost:7" });
const [pool] = manifest.userPools;
const [api] = manifest.http;

test("product functions are read with limits, asset and environment, references between stacks resolved", () => {
  expect(Object.keys(manifest.functions)).toEqual(["dev-worker", "dev-quote"]);
  expect(manifest.functions["dev-quote"]).toMatchObject({
    handler: "packages/functions/src/http/lambda/quote.handler",
    assetDir: "/out/asset.Quote",
    timeoutSeconds: 25,
    memoryMb: 512,
    environment: { TABLE_NAME: "dev-main", WORK_QUEUE_URL: "http://127.0.0.1:9/000000000000/dev-work.fifo", ORIGIN: "https://localhost:7" },
  });
});

test("a value that is AWS::NoValue is not there at all", () => {
  expect(manifest.functions["dev-quote"]?.environment).not.toHaveProperty("GONE");
});

test("the statements of a function's role come with it", () => {
  expect(manifest.functions["dev-worker"]?.statements).toMatchObject([
    { effect: "Allow", actions: ["sqs:ReceiveMessage"], resources: ["arn:aws:sqs:us-east-1:000000000000:dev-work.fifo"] },
  ]);
});

test("the table has keys, indexes, stream and TTL", () => {
  expect(manifest.tables).toMatchObject([
    {
      name: "dev-main",
      key: { partition: "pk", sort: "sk" },
      indexes: [{ name: "byOwner", key: { partition: "gsi1pk", sort: "gsi1sk" } }],
      stream: "NEW_AND_OLD_IMAGES",
      ttlAttribute: "ttl",
    },
  ]);
});

test("dead-letter queues come before the queues that name them", () => {
  expect(manifest.queues.map((queue) => [queue.name, queue.redrive])).toEqual([
    ["dev-dead.fifo", undefined],
    ["dev-work.fifo", { deadLetterQueue: "dev-dead.fifo", maxReceiveCount: 5 }],
  ]);
});

test("event sources keep batch size, partial failures, filters and what happens in the end", () => {
  expect(manifest.eventSources).toMatchObject([
    { kind: "queue", source: "dev-work.fifo", functionName: "dev-worker", batchSize: 5, reportsItemFailures: true },
    {
      kind: "stream",
      source: "dev-main",
      batchSize: 100,
      bisectOnError: true,
      maxRetries: 3,
      startingPosition: "TRIM_HORIZON",
      filters: [{ eventName: ["INSERT"] }],
      onFailureQueue: "dev-dead.fifo",
    },
  ]);
});

test("a bucket has its CORS rules and whom it notifies", () => {
  expect(manifest.buckets).toMatchObject([
    {
      cors: [{ methods: ["POST"], origins: ["https://shop.example"], maxAgeSeconds: 3600 }],
      notifications: [{ events: ["s3:ObjectCreated:*"], prefix: "incoming/", functionName: "dev-worker" }],
    },
  ]);
});

test("the user pool has client, group and the second version of the token trigger", () => {
  expect(pool).toMatchObject({
    triggers: { PreTokenGeneration: "dev-quote" },
    preTokenVersion: "V2_0",
    groups: [{ name: "admin" }],
    clients: [{ accessTokenMinutes: 15 }],
  });
  expect(pool?.id).toMatch(/^us-east-1_\w{9}$/);
});

test("a route knows its function and who may pass", () => {
  const [name = ""] = Object.keys(api?.authorizers ?? {});

  expect(api?.routes).toMatchObject([
    { key: "GET /v1/quotes/{id}", functionName: "dev-quote", authorizer: name },
    { key: "GET /v1/public/health", functionName: "dev-quote", authorizer: undefined },
  ]);
  expect(api?.authorizers[name]).toEqual({ issuer: `https://cognito-idp.us-east-1.amazonaws.com/${pool?.id}`, audience: [pool?.clients[0]?.id] });
  expect(api?.throttle).toEqual({ rate: 5, burst: 10 });
});

test("schedules name their targets", () => {
  expect(manifest.schedules).toMatchObject([{ expression: "rate(1 minute)", isEnabled: true, targets: [{ functionName: "dev-worker" }] }]);
});

test("the edge has its behaviours in order, the default last, with what each forwards and adds", () => {
  expect(manifest.edges[0]?.behaviours).toMatchObject([
    {
      pattern: "/v1/*",
      origin: { kind: "api", headers: { "x-origin-secret": "{{resolve:ssm:/app/dev/edge}}" } },
      forwardedHeaders: "all",
      ttl: { max: 0 },
    },
    {
      pattern: "*",
      origin: { kind: "bucket", target: "web-bucket" },
      responseHeaders: { "x-content-type-options": "nosniff", "strict-transport-security": "max-age=60; includeSubDomains" },
      viewerRequest: "function handler(event) { return event.request; }",
    },
  ]);
});

test("an id that a stand-in chose replaces the one made here", () => {
  const own = buildManifest(linkTemplates({ data: dataStack, api: apiStack }, "/out"), { ids: { "api/Pool": "us-east-1_Chosen" } });

  expect(own.userPools[0]?.id).toBe("us-east-1_Chosen");
  expect(Object.values(own.http[0]?.authorizers ?? {})[0]?.issuer).toMatch(/us-east-1_Chosen$/);
});

test.each([
  ["an unknown function", { Outputs: {}, Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { QueueName: { "Fn::Cidr": [] } } } } }, "Fn::Cidr"],
  [
    "an import nobody exports",
    { Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { QueueName: { "Fn::ImportValue": "nowhere" } } } } },
    "nowhere",
  ],
  ["a reference to nothing", { Resources: { Q: { Type: "AWS::SQS::Queue", Properties: { QueueName: { Ref: "Nobody" } } } } }, "Nobody"],
])("%s is an error that names it", (_name, template, named) => {
  expect(() => buildManifest(linkTemplates({ broken: template }, "/out"))).toThrow(named);
});
