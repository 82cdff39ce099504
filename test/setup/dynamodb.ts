import { type DynamoDb, startDynamoDb } from "@sleekapp/local/engines/dynamodb";
import type { TestProject } from "vitest/node";

let engine: DynamoDb | undefined;

/** One engine for every test file that wants a table; each has a database of its own in it. */
export async function setup(project: TestProject): Promise<void> {
  engine = await startDynamoDb({ isPerKey: true });
  project.provide("dynamodb", engine.endpoint);
}

export async function teardown(): Promise<void> {
  await engine?.stop();
}
