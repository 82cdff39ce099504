import * as z from "zod";
import type { Table } from "../manifest.ts";
import type { AwsCall } from "./aws-call.ts";
import { pause } from "./source.ts";

const Page = z.looseObject({
  Items: z.array(z.record(z.string(), z.unknown())).default([]),
  LastEvaluatedKey: z.record(z.string(), z.unknown()).optional(),
});

export type TtlSweeper = {
  /** Removes what has expired now; gives how many rows that were. */
  readonly sweep: () => Promise<number>;
  /** Whether this sweeper removed the row, so that its stream record can say so. */
  readonly isExpiry: (keys: Readonly<Record<string, unknown>>) => boolean;
  readonly stop: () => Promise<void>;
};

/** Remembered removals; the stream has long read the older ones. */
const remembered = 10_000;
const yearSeconds = 31_536_000;

/**
 * Removes expired rows, because the engine's own TTL skips rows that lack the key of any index. As on AWS a row may
 * outlive its time for a while, and one that expired over five years ago is left alone.
 */
export function startTtlSweeper(
  table: Table,
  attribute: string,
  { call, everyMs = 60_000 }: { readonly call: AwsCall; readonly everyMs?: number },
): TtlSweeper {
  const aborter = new AbortController();
  const removed = new Set<string>();
  const keyNames = [table.key.partition, ...(table.key.sort === undefined ? [] : [table.key.sort])];
  const signature = (keys: Readonly<Record<string, unknown>>) => JSON.stringify(keyNames.map((name) => keys[name]));

  const sweep = async () => {
    let count = 0;
    let from: Record<string, unknown> | undefined;
    do {
      const now = Math.floor(Date.now() / 1000);
      const names = { "#ttl": attribute, ...Object.fromEntries(keyNames.map((name, index) => [`#k${index}`, name])) };
      const page = Page.parse(
        await call("Scan", {
          TableName: table.name,
          FilterExpression: "#ttl < :now AND #ttl > :old",
          ProjectionExpression: keyNames.map((_, index) => `#k${index}`).join(", "),
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ":now": { N: String(now) }, ":old": { N: String(now - 5 * yearSeconds) } },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      for (const Key of page.Items) {
        removed.add(signature(Key));
        const condition = {
          ConditionExpression: "#ttl < :now",
          ExpressionAttributeNames: { "#ttl": attribute },
          ExpressionAttributeValues: { ":now": { N: String(now) } },
        };
        // Refused when the row was given more time since the scan.
        const isGone = await call("DeleteItem", { TableName: table.name, Key, ...condition }).then(
          () => true,
          () => false,
        );
        if (isGone) count += 1;
        else removed.delete(signature(Key));
      }
      from = page.LastEvaluatedKey;
    } while (from !== undefined && !aborter.signal.aborted);
    while (removed.size > remembered) removed.delete(removed.values().next().value ?? "");
    return count;
  };
  const loop = async () => {
    while (!aborter.signal.aborted) {
      await pause(everyMs, aborter.signal);
      if (!aborter.signal.aborted) await sweep().catch((error: unknown) => console.error("TTL sweep", error));
    }
  };
  const done = loop();
  return {
    sweep,
    isExpiry: (keys) => removed.has(signature(keys)),
    stop: async () => {
      aborter.abort();
      await done;
    },
  };
}
