import { type AttributeValue, BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { unavailable } from "../kernel/error.ts";
import { dynamo } from "./client.ts";
import { tableName } from "./table.ts";

/** An `entity.get(...)` that can state its key. */
export type Get = { params: () => unknown };
type Key = Record<string, AttributeValue>;
export type TogetherRow = Readonly<Record<string, unknown>>;

const Params = z.object({ Key: z.record(z.string(), z.unknown()) });

const TRIES = 4;

async function ask(keys: Key[], isStrong: boolean, attempt = 1): Promise<TogetherRow[]> {
  const { Responses, UnprocessedKeys } = await dynamo.send(
    new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: isStrong } } }),
  );
  const rows = (Responses?.[tableName()] ?? []).map((item) => unmarshall(item));
  const left = UnprocessedKeys?.[tableName()]?.Keys ?? [];
  if (left.length === 0) return rows;
  if (attempt === TRIES) throw unavailable("table.contended", "Too many reads at once; try again in a moment");
  await sleep(20 * 2 ** attempt);
  return [...rows, ...(await ask(left, isStrong, attempt + 1))];
}

/** Reads rows of several kinds, at most a hundred, in one request; each is at its place, or undefined where there is none. */
export async function readTogether(
  gets: readonly Get[],
  { isStrong }: { readonly isStrong: boolean },
): Promise<readonly (TogetherRow | undefined)[]> {
  const keys = gets.map((get) => Params.parse(get.params()).Key);
  const rows = await ask(
    keys.map((key) => marshall(key)),
    isStrong,
  );
  return keys.map((key) => rows.find((row) => Object.entries(key).every(([name, value]) => row[name] === value)));
}
