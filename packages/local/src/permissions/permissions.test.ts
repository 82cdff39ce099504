import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient, InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { GetParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessKeyId, secretAccessKey } from "../credentials.ts";
import { startFront } from "../engines/front.ts";
import { startS3Guard } from "../engines/s3-guard.ts";
import { type SqsS3, startSqsS3 } from "../engines/sqs-s3.ts";
import type { Statement } from "../manifest.ts";
import { buildManifest, linkTemplates } from "../manifest.ts";
import { gatesOf, roleOf } from "../stage-permissions.ts";
import { startBedrock } from "../stand-ins/bedrock/index.ts";
import { startCognito } from "../stand-ins/cognito/index.ts";
import { startSes } from "../stand-ins/ses/index.ts";
import { startSsm } from "../stand-ins/ssm.ts";
import { parseRecord, serveHttp } from "../stand-ins/wire.ts";
import { gateOf, openPermissions, type Permissions } from "./index.ts";

const account = "us-east-1:000000000000";
const arn = {
  table: `arn:aws:dynamodb:${account}:table/dev-main`,
  queue: `arn:aws:sqs:${account}:dev-work.fifo`,
  objects: "arn:aws:s3:::files/incoming/*",
  bucket: "arn:aws:s3:::files",
  parameter: `arn:aws:ssm:${account}:parameter/app/dev/key`,
  identity: `arn:aws:ses:${account}:identity/shop.example`,
  configuration: `arn:aws:ses:${account}:configuration-set/dev-mail`,
  model: "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
  pool: `arn:aws:cognito-idp:${account}:userpool/us-east-1_Pool`,
};
const allow = (actions: readonly string[], ...resources: string[]): Statement => ({ effect: "Allow", actions, resources, condition: undefined });

/** Two functions: the clerk may do one thing at each service, the visitor nothing at all. */
const blank = buildManifest(linkTemplates({}, "/out"));
const role = (name: string, statements: readonly Statement[]) => ({
  [name]: {
    name,
    arn: `arn:aws:lambda:${account}:function:${name}`,
    handler: "x.handler",
    assetDir: undefined,
    timeoutSeconds: 3,
    memoryMb: 128,
    environment: {},
    roleArn: `arn:aws:iam::000000000000:role/${name}-role`,
    statements,
    reservedConcurrency: undefined,
  },
});
const manifest = {
  ...blank,
  emailIdentities: [{ name: "shop.example", configurationSet: "dev-mail" }],
  functions: {
    ...role("dev-clerk", [
      allow(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], arn.table),
      allow(["dynamodb:Query"], `${arn.table}/index/byOwner`),
      allow(["sqs:SendMessage"], arn.queue),
      allow(["s3:GetObject", "s3:PutObject"], arn.objects),
      { ...allow(["s3:PutObject"], "arn:aws:s3:::files/incoming/locked/*"), effect: "Deny" },
      {
        ...allow(["dynamodb:PutItem"], arn.table),
        effect: "Deny",
        condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["$shop#day_*"] } },
      },
      allow(["ssm:GetParameters"], arn.parameter),
      allow(["ses:SendRawEmail"], arn.identity, arn.configuration),
      allow(["bedrock:InvokeModel"], arn.model),
      allow(["cognito-idp:AdminAddUserToGroup"], arn.pool),
    ]),
    ...role("dev-stranger", []),
  },
};

let permissions: Permissions;
let engine: SqsS3;
const stops: (() => Promise<void>)[] = [];
const endpoints = { table: "", queue: "", objects: "", ssm: "", ses: "", bedrock: "", cognito: "" };
/** Calls that got through to an engine. */
let reached: string[] = [];

/** An engine that is content with everything. */
async function contentEngine(): Promise<string> {
  const { port, stop } = await serveHttp((request, response) => {
    reached.push(String(request.headers["x-amz-target"]).split(".").at(-1) ?? "");
    request.resume();
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end('{"Items":[],"Count":0,"Successful":[],"Failed":[]}');
  });
  stops.push(stop);
  return `http://127.0.0.1:${port}`;
}

// The gates are opened anew for each test, behind services that are started once.
const now = (): Permissions => permissions;
const late: Pick<Permissions, "check"> = { check: (key, asked) => now().check(key, asked) };

async function front(service: "DYNAMODB" | "SQS"): Promise<string> {
  const { asking } = openPermissions(manifest);
  const gate = gateOf(late, service, ({ operation, input }) => (service === "SQS" ? asking.queue : asking.table)(operation, input));
  const running = await startFront({
    service,
    target: await contentEngine(),
    refuse: ({ body, ...call }) => gate({ ...call, input: parseRecord(body.toString()) ?? {} }),
  });
  stops.push(running.stop);
  return running.endpoint;
}

beforeAll(async () => {
  const first = openPermissions(manifest);
  const gates = gatesOf({ ...first, ...late });
  engine = await startSqsS3();
  engine.createBuckets(["files"]);
  const parts = {
    ssm: await startSsm({ parameters: { "/app/dev/key": "k", "/app/dev/other": "o" }, authorize: gates.ssm }),
    ses: await startSes({ authorize: gates.ses }),
    bedrock: await startBedrock({ authorize: gates.bedrock }),
    cognito: await startCognito({ pool: { id: "us-east-1_Pool" }, clients: [{ id: "web" }], groups: ["buyer"], authorize: gates.cognito }),
    objects: await startS3Guard({ target: engine.endpoint, buckets: [{ name: "files" }], secretFor: first.secretOf, authorize: gates.s3 }),
  };
  for (const [name, part] of Object.entries(parts)) {
    stops.push(part.stop);
    Object.assign(endpoints, { [name]: part.endpoint });
  }
  endpoints.table = await front("DYNAMODB");
  endpoints.queue = await front("SQS");
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await engine.stop();
});
beforeEach(() => {
  permissions = openPermissions(manifest);
  reached = [];
});

const as = (name: string, endpoint: string, secret = secretAccessKey(name)) => ({
  endpoint,
  region: "us-east-1",
  maxAttempts: 1,
  credentials: { accessKeyId: accessKeyId(name), secretAccessKey: secret },
});
const key = { pk: { S: "a" }, sk: { S: "b" } };
const mail = (from = "Shop <no-reply@shop.example>") =>
  new SendRawEmailCommand({
    Source: from,
    Destinations: ["a@b.example"],
    RawMessage: { Data: Buffer.from(`From: ${from}\r\nTo: a@b.example\r\n\r\nx`) },
  });
const s3 = (name: string) => new S3Client({ ...as(name, endpoints.objects), forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });
const table = (name: string) => new DynamoDBClient(as(name, endpoints.table));
const batch = new SendMessageBatchCommand({
  QueueUrl: "http://127.0.0.1/000000000000/dev-work.fifo",
  Entries: [{ Id: "0", MessageBody: "x", MessageGroupId: "g" }],
});
const ask = new ConverseCommand({ modelId: "amazon.nova-lite-v1:0", messages: [{ role: "user", content: [{ text: "hello" }] }] });
const join = new AdminAddUserToGroupCommand({ UserPoolId: "us-east-1_Pool", Username: "nobody", GroupName: "buyer" });

type Case = readonly [service: string, error: string, status: number, call: (name: string) => Promise<unknown>];
const cases: readonly Case[] = [
  ["DynamoDB", "AccessDeniedException", 400, (name) => table(name).send(new GetItemCommand({ TableName: "dev-main", Key: key }))],
  ["SQS", "AccessDeniedException", 400, (name) => new SQSClient(as(name, endpoints.queue)).send(batch)],
  ["S3", "AccessDenied", 403, (name) => s3(name).send(new PutObjectCommand({ Bucket: "files", Key: "incoming/a.txt", Body: "x" }))],
  ["SSM", "AccessDeniedException", 400, (name) => new SSMClient(as(name, endpoints.ssm)).send(new GetParametersCommand({ Names: ["/app/dev/key"] }))],
  ["SES", "AccessDenied", 403, (name) => new SESClient(as(name, endpoints.ses)).send(mail())],
  ["Bedrock", "AccessDeniedException", 403, (name) => new BedrockRuntimeClient(as(name, endpoints.bedrock)).send(ask)],
  ["Cognito", "AccessDeniedException", 400, (name) => new CognitoIdentityProviderClient(as(name, endpoints.cognito)).send(join)],
];

describe.each(cases)("%s", (service, error, status, call) => {
  test("lets a function do what its role allows", async () => {
    const outcome = await call("dev-clerk").catch((refused: unknown) => refused);

    // Nobody of that name is in the pool: the call got as far as that.
    if (service === "Cognito") expect(outcome).toMatchObject({ name: "UserNotFoundException" });
    else expect(outcome).not.toBeInstanceOf(Error);
    expect(permissions.report().refused).toEqual([]);
    expect(permissions.report().granted.filter(({ times }) => times > 0).length).toBeGreaterThan(0);
  });

  test("refuses a function whose role says nothing of it, as AWS does", async () => {
    await expect(call("dev-stranger")).rejects.toMatchObject({
      name: error,
      message: expect.stringMatching(
        /^User: arn:aws:sts::000000000000:assumed-role\/dev-stranger-role\/dev-stranger is not authorized to perform: [a-z0-9-]+:\w+ on resource: arn:aws:\S+ because no identity-based policy allows the [a-z0-9-]+:\w+ action$/,
      ),
      $metadata: { httpStatusCode: status },
    });
    expect(permissions.report().refused.every(({ functionName, times }) => functionName === "dev-stranger" && times === 1)).toBe(true);
    expect(reached).toEqual([]);
  });

  test("does not know a key that is nobody's", async () => {
    await expect(call("dev-nobody")).rejects.toMatchObject({
      name: expect.stringMatching(/^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId)$/),
    });
    expect(reached).toEqual([]);
  });
});

const denied = { ...key, pk: { S: "$shop#day_2026-01-01" } };
const put = { Put: { TableName: "dev-main", Item: key } };

test.each<readonly [string, (name: string) => Promise<unknown>, string]>([
  ["an index nobody granted", (name) => table(name).send(query("queue")), `dynamodb:Query on resource: ${arn.table}/index/queue`],
  [
    "a part of a transaction",
    (name) => table(name).send(new TransactWriteItemsCommand({ TransactItems: [put, { Delete: { TableName: "dev-main", Key: key } }] })),
    `dynamodb:DeleteItem on resource: ${arn.table}`,
  ],
  [
    "an item where a statement denies it",
    (name) => table(name).send(new PutItemCommand({ TableName: "dev-main", Item: denied })),
    "with an explicit deny in an identity-based policy",
  ],
  [
    "an item where a statement denies it, beside one that is allowed",
    (name) => table(name).send(new TransactWriteItemsCommand({ TransactItems: [put, { Put: { TableName: "dev-main", Item: denied } }] })),
    "with an explicit deny in an identity-based policy",
  ],
  ["another table", (name) => table(name).send(new PutItemCommand({ TableName: "other", Item: key })), "table/other"],
  ["an object elsewhere", (name) => s3(name).send(new GetObjectCommand({ Bucket: "files", Key: "invoice/1.pdf" })), "s3:GetObject"],
  ["a verb nobody granted", (name) => s3(name).send(new DeleteObjectCommand({ Bucket: "files", Key: "incoming/a.txt" })), "s3:DeleteObject"],
  [
    "what is denied in so many words",
    (name) => s3(name).send(new PutObjectCommand({ Bucket: "files", Key: "incoming/locked/a", Body: "x" })),
    "with an explicit deny in an identity-based policy",
  ],
  [
    "one secret of two",
    (name) => new SSMClient(as(name, endpoints.ssm)).send(new GetParametersCommand({ Names: ["/app/dev/key", "/app/dev/other"] })),
    "parameter/app/dev/other",
  ],
  ["somebody else's sender", (name) => new SESClient(as(name, endpoints.ses)).send(mail("no-reply@elsewhere.example")), "identity/elsewhere.example"],
])("%s is refused, and named", async (_name, call, named) => {
  await expect(call("dev-clerk")).rejects.toMatchObject({ message: expect.stringContaining(named) });
});

const query = (IndexName: string) =>
  new QueryCommand({ TableName: "dev-main", IndexName, KeyConditionExpression: "a = :a", ExpressionAttributeValues: { ":a": { S: "x" } } });

test("what was used is counted by the permission that allowed it, and what was not stays at nought", async () => {
  await table("dev-clerk").send(query("byOwner"));
  await table("dev-clerk").send(
    new TransactWriteItemsCommand({ TransactItems: [put, { Put: { TableName: "dev-main", Item: { ...key, sk: { S: "c" } } } }] }),
  );

  const used = permissions.report().granted.filter(({ times }) => times > 0);

  expect(used.map(({ action, resource, times }) => `${action} ${resource.split(":").at(-1)} ${times}`)).toEqual([
    "dynamodb:PutItem table/dev-main 1",
    "dynamodb:Query table/dev-main/index/byOwner 1",
  ]);
});

test("who may not list a bucket does not learn that an object is missing", async () => {
  await expect(s3("dev-clerk").send(new GetObjectCommand({ Bucket: "files", Key: "incoming/none" }))).rejects.toMatchObject({ name: "AccessDenied" });
});

test("a function signs with its own secret and no other's", async () => {
  const forged = new S3Client({ ...as("dev-clerk", endpoints.objects, secretAccessKey("dev-stranger")), forcePathStyle: true });

  await expect(forged.send(new PutObjectCommand({ Bucket: "files", Key: "incoming/b.txt", Body: "x" }))).rejects.toMatchObject({
    name: "SignatureDoesNotMatch",
  });
});

test("people sign in without a signature, whatever the roles say", async () => {
  const client = new CognitoIdentityProviderClient(as("dev-stranger", endpoints.cognito));

  await expect(
    client.send(new InitiateAuthCommand({ ClientId: "web", AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME: "x", PASSWORD: "y" } })),
  ).rejects.toMatchObject({ name: expect.not.stringContaining("AccessDenied") });
  expect(permissions.report().refused).toEqual([]);
});

test("a function's queue is polled with the function's role", async () => {
  const call = roleOf(permissions, "dev-clerk")(async () => ({ Messages: [] }), permissions.asking.queue);

  await expect(call("SendMessage", { QueueUrl: "http://127.0.0.1/0/dev-work.fifo" })).resolves.toEqual({ Messages: [] });
  await expect(call("ReceiveMessage", { QueueUrl: "http://127.0.0.1/0/dev-work.fifo" })).rejects.toMatchObject({ name: "AccessDenied" });
});

test("of a hundred calls that no statement allows, a hundred are denied", async () => {
  const actions = [
    "GetItem",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "Query",
    "Scan",
    "DeleteTable",
    "UpdateTable",
    "ExportTableToPointInTime",
    "CreateBackup",
  ];
  const asked = actions.flatMap((action) =>
    Array.from({ length: 10 }, (_, index) => ({ action: `dynamodb:${action}`, resource: `arn:aws:dynamodb:${account}:table/other-${index}` })),
  );

  const denials = await Promise.all(asked.map((one) => permissions.checkRole("dev-clerk", [one])));

  expect(denials.filter((denial) => denial?.kind === "denied")).toHaveLength(100);
});
