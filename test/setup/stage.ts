import { type DynamoDb, startDynamoDb } from "@sleekapp/local/engines/dynamodb";
import type { TestProject } from "vitest/node";
import { buildWeb } from "../../tools/build-web.ts";

let engine: DynamoDb | undefined;

/**
 * Builds the web application once, for every file that serves it, and starts one table engine for all stages: two dozen of
 * them would each warm up for as long as most journeys take.
 */
export async function setup(project: TestProject): Promise<void> {
  buildWeb();
  engine = await startDynamoDb({ isPerKey: true });
  project.provide("tableEngine", { endpoint: engine.endpoint, pid: engine.pid });
}

export async function teardown(): Promise<void> {
  await engine?.stop();
}
