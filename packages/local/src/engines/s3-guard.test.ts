import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand, PutObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type S3Access, type S3Record, startS3Guard } from "./s3-guard.ts";
import { type SqsS3, startSqsS3 } from "./sqs-s3.ts";

const origin = "http://localhost:5173";
const cors = [{ allowedOrigins: [origin], allowedMethods: ["GET", "PUT", "POST"], allowedHeaders: ["*"], exposedHeaders: ["ETag"] }];
const events: S3Record[] = [];
let engine: SqsS3;
let guard: Awaited<ReturnType<typeof startS3Guard>>;
const forbidden = new Set<string>();
const authorize = async ({ accessKeyId, action }: S3Access) =>
  forbidden.has(`${accessKeyId} ${action}`) ? `${accessKeyId} may not ${action}` : undefined;
const client = (secretAccessKey = "secret-of-catalog", accessKeyId = "catalog") =>
  new S3Client({
    endpoint: guard.endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    credentials: { accessKeyId, secretAccessKey },
  });
/** The presigner may be typed against another copy of the client than the one hoisted here (SST brings its own); the wire is the same. */
const signer = () => client() as never;
const bucket = { Bucket: "private" };
const errorCode = async (response: Response) => /<Code>(.+?)<\/Code>/.exec(await response.text())?.[1];

beforeAll(async () => {
  engine = await startSqsS3();
  engine.createBuckets(["private"]);
  const secretFor = (id: string) => (id === "catalog" ? "secret-of-catalog" : undefined);
  guard = await startS3Guard({
    target: engine.endpoint,
    buckets: [{ name: "private", cors }],
    secretFor,
    authorize,
    onEvent: (record) => events.push(record),
  });
});
afterAll(async () => {
  await guard.stop();
  await engine.stop();
});

test("an SDK call signed with a known key passes and causes the events S3 would send", async () => {
  events.length = 0;
  await client().send(new PutObjectCommand({ ...bucket, Key: "a folder/ä b.txt", Body: "hello", ContentType: "text/plain" }));
  await client().send(new CopyObjectCommand({ ...bucket, Key: "copy.txt", CopySource: encodeURI("private/a folder/ä b.txt") }));
  await client().send(new DeleteObjectCommand({ ...bucket, Key: "copy.txt" }));

  const read = await client().send(new GetObjectCommand({ ...bucket, Key: "a folder/ä b.txt" }));

  expect(await read.Body?.transformToString()).toBe("hello");
  expect(events.map(({ eventName, s3 }) => [eventName, s3.object.key])).toEqual([
    ["ObjectCreated:Put", "a+folder/%C3%A4+b.txt"],
    ["ObjectCreated:Copy", "copy.txt"],
    ["ObjectRemoved:Delete", "copy.txt"],
  ]);
  expect(events[0]?.s3.object.size).toBe(5);
});

test("a body the SDK sends in checksummed chunks is stored whole", async () => {
  const chunked = new S3Client({
    endpoint: guard.endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: "catalog", secretAccessKey: "secret-of-catalog" },
  });
  await chunked.send(new PutObjectCommand({ ...bucket, Key: "big.bin", Body: Buffer.alloc(140_000, 7) }));

  const read = await chunked.send(new GetObjectCommand({ ...bucket, Key: "big.bin" }));

  expect((await read.Body?.transformToByteArray())?.length).toBe(140_000);
});

test("an unknown key, a wrong secret and no signature are refused", async () => {
  const put = new PutObjectCommand({ ...bucket, Key: "x", Body: "x" });

  await expect(client("whatever", "stranger").send(put)).rejects.toMatchObject({ name: "InvalidAccessKeyId" });
  await expect(client("guessed").send(put)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  expect((await fetch(`${guard.endpoint}/private/x`)).status).toBe(403);
});

test("a call that the caller's role does not allow is refused", async () => {
  forbidden.add("catalog s3:DeleteObject");

  await expect(client().send(new DeleteObjectCommand({ ...bucket, Key: "x" }))).rejects.toMatchObject({ name: "AccessDenied" });
  forbidden.clear();
});

test("a presigned upload is bound to its key, its type and its time", async () => {
  const command = new PutObjectCommand({ ...bucket, Key: "photo.png", ContentType: "image/png" });
  const signableHeaders = new Set(["content-type"]);
  const url = await getSignedUrl(signer(), command, { expiresIn: 60, signableHeaders });
  const expired = await getSignedUrl(signer(), command, { expiresIn: 1, signableHeaders, signingDate: new Date(Date.now() - 5_000) });
  const put = (target: string, type = "image/png") => fetch(target, { method: "PUT", body: "bytes", headers: { "content-type": type } });

  expect((await put(url, "text/html")).status).toBe(403);
  expect((await put(url.replace("photo", "other"))).status).toBe(403);
  expect(await errorCode(await put(expired))).toBe("AccessDenied");
  expect((await put(url)).status).toBe(200);
});

test("a presigned download may rename the file", async () => {
  await client().send(new PutObjectCommand({ ...bucket, Key: "invoice", Body: "pdf" }));
  const command = new GetObjectCommand({
    ...bucket,
    Key: "invoice",
    ResponseContentDisposition: 'attachment; filename="a.pdf"',
    ResponseContentType: "application/pdf",
  });

  const response = await fetch(await getSignedUrl(signer(), command, { expiresIn: 60 }));

  expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.pdf"');
  expect(response.headers.get("content-type")).toBe("application/pdf");
});

async function postForm(change: Record<string, string> = {}, body = "12345") {
  const { url, fields } = await createPresignedPost(signer(), {
    ...bucket,
    Key: "incoming/p1",
    Conditions: [
      ["content-length-range", 1, 10],
      ["eq", "$Content-Type", "image/png"],
    ],
    Fields: { "Content-Type": "image/png" },
    Expires: 60,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.set(name, value);
  form.set("file", new Blob([body]), "p.png");
  return fetch(url, { method: "POST", body: form, headers: { origin } });
}

test("a form upload that keeps to its policy is stored and announced", async () => {
  events.length = 0;

  const response = await postForm();

  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  expect(events.map(({ eventName, s3 }) => [eventName, s3.object.key, s3.object.size])).toEqual([["ObjectCreated:Post", "incoming/p1", 5]]);
});

test.each([
  ["too large", {}, "12345678901", 400, "EntityTooLarge"],
  ["empty", {}, "", 400, "EntityTooSmall"],
  ["another key", { key: "incoming/p2" }, "1", 403, "AccessDenied"],
  ["another type", { "Content-Type": "text/html" }, "1", 403, "AccessDenied"],
  ["a field the policy does not name", { acl: "public-read" }, "1", 403, "AccessDenied"],
  [
    "a policy of their own making",
    { Policy: Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}').toString("base64") },
    "1",
    403,
    "SignatureDoesNotMatch",
  ],
])("a form upload with %s is refused", async (_name, change, body, status, code) => {
  const response = await postForm(change, body);

  expect([response.status, await errorCode(response)]).toEqual([status, code]);
});

test("a browser on another origin gets no permission", async () => {
  const ask = (from: string) =>
    fetch(`${guard.endpoint}/private/x`, { method: "OPTIONS", headers: { origin: from, "access-control-request-method": "PUT" } });

  expect((await ask(origin)).headers.get("access-control-allow-origin")).toBe(origin);
  expect((await ask("http://evil.example")).status).toBe(403);
});

test("If-None-Match keeps the first write", async () => {
  const put = () => client().send(new PutObjectCommand({ ...bucket, Key: "once", Body: "1", IfNoneMatch: "*" }));
  await put();

  await expect(put()).rejects.toMatchObject({ name: "PreconditionFailed" });
});

test("a tagging call is refused instead of overwriting the object", async () => {
  await client().send(new PutObjectCommand({ ...bucket, Key: "tagged", Body: "keep" }));

  await expect(client().send(new PutObjectTaggingCommand({ ...bucket, Key: "tagged", Tagging: { TagSet: [] } }))).rejects.toMatchObject({
    name: "NotImplemented",
  });
  const read = await client().send(new GetObjectCommand({ ...bucket, Key: "tagged" }));
  expect(await read.Body?.transformToString()).toBe("keep");
});
