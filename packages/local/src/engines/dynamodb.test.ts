import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DynamoDb, startDynamoDb, type TableDescriptor } from "./dynamodb.ts";
import { parseMajor } from "./java.ts";

const text = (AttributeName: string) => ({ AttributeName, AttributeType: "S" });
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" },
  { AttributeName: range, KeyType: "RANGE" },
];
const table: TableDescriptor = {
  TableName: "app",
  KeySchema: keys("pk", "sk"),
  AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk"].map(text),
  GlobalSecondaryIndexes: [{ IndexName: "byOwner", KeySchema: keys("gsi1pk", "gsi1sk") }],
  StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
};
const client = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: "us-east-1", credentials: { accessKeyId: "anyone", secretAccessKey: "x" } });
const item = { pk: { S: "A" }, sk: { S: "1" }, gsi1pk: { S: "O" }, gsi1sk: { S: "1" } };

const dataDir = mkdtempSync(join(tmpdir(), "ddb-"));
let engine: DynamoDb;
beforeAll(async () => {
  engine = await startDynamoDb({ dataDir });
});
afterAll(async () => {
  await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a table is created once, has its stream, and gains what a later template adds", async () => {
  const { GlobalSecondaryIndexes: _later, StreamSpecification: _also, ...first } = table;
  await engine.createTable({ ...first, AttributeDefinitions: ["pk", "sk"].map(text) });
  await client(engine.endpoint).send(new PutItemCommand({ TableName: "app", Item: item }));

  const { streamArn } = await engine.createTable(table);
  const again = await engine.createTable(table);

  expect(streamArn).toContain(":table/app/stream/");
  expect(again.streamArn).toBe(streamArn);
  const found = await client(engine.endpoint).send(
    new QueryCommand({
      TableName: "app",
      IndexName: "byOwner",
      KeyConditionExpression: "gsi1pk = :o",
      ExpressionAttributeValues: { ":o": { S: "O" } },
    }),
  );
  expect(found.Count).toBe(1);
});

test("data is there after a restart on another port", async () => {
  await engine.stop();
  engine = await startDynamoDb({ dataDir });

  await engine.createTable(table);

  const found = await client(engine.endpoint).send(new GetItemCommand({ TableName: "app", Key: { pk: item.pk, sk: item.sk } }));
  expect(found.Item).toEqual(item);
});

test("the engine ends when the process that started it is killed outright", async () => {
  const script = `const { startDynamoDb } = await import(${JSON.stringify(new URL("./dynamodb.ts", import.meta.url).href)});
    const { pid } = await startDynamoDb(); process.stdout.write(String(pid)); setTimeout(() => process.kill(process.pid, "SIGKILL"), 50);`;

  const pid = await new Promise<number>((resolve) => {
    execFile(process.execPath, ["--input-type=module", "-e", script], (_killed, stdout) => resolve(Number(stdout)));
  });

  await expect.poll(() => alive(pid), { timeout: 5_000 }).toBe(false);
});

test("the Java check names the version and the exact install command of each system", () => {
  expect(parseMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
  expect(parseMajor('java version "1.8.0_402"')).toBe(8);
  expect(parseMajor("command not found")).toBeUndefined();
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
