import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating, removing } from "../table/write.ts";

/** That somebody is to become an administrator; one at a time for each person. */
export const GrantRow = entity({
  model: { entity: "admin-grant", version: "1", service: SERVICE },
  attributes: {
    userId: { type: "string", required: true },
    askedBy: { type: "string", required: true },
    askedAt: { type: "string", required: true },
    expiresAt: { type: "string", required: true },
    desk: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["userId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byDesk: {
      index: keys.queue.index,
      scope: "admin-grant",
      pk: { field: keys.queue.pk, composite: ["desk"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["askedAt"], casing: "none" },
    },
  },
} as const);

const DESK = "platform";

const Stored = z.object({ userId: z.string(), askedBy: z.string(), askedAt: z.string(), expiresAt: z.string() });
export type Grant = z.infer<typeof Stored>;

export async function find(userId: string): Promise<Grant | undefined> {
  const { data } = await GrantRow.get({ userId }).go({ consistent: true });
  return data ? Stored.parse(data) : undefined;
}

/** What was asked for, oldest first, at most fifty; ended ones may be among it for a while. */
export async function list(): Promise<readonly Grant[]> {
  const { data } = await GrantRow.query.byDesk({ desk: DESK }).go({ limit: 50 });
  return data.map((row) => Stored.parse(row));
}

const same = (grant: Grant) => GrantRow.remove({ userId: grant.userId }).where((row, { eq }) => eq(row.askedAt, grant.askedAt));

/** Takes the request away, if it still is the one that was read. */
export const endWrite = (grant: Grant): TransactWriteItem => removing(same(grant));

/** Writes a request down, in the place of one that has ended. */
export function askWrite(grant: Grant, ended: Grant | undefined): TransactWriteItem {
  const { userId, ...said } = grant;
  const row = { ...said, desk: DESK, ttl: Math.floor(Date.parse(grant.expiresAt) / 1000) + 86_400 };
  if (!ended) return creating(GrantRow.create({ userId, ...row }));
  return changing(
    GrantRow.patch({ userId })
      .set(row)
      .where(({ askedAt }, { eq }) => eq(askedAt, ended.askedAt)),
  );
}
