import * as z from "zod";
import { mismatch } from "../kernel/error.ts";
import type { IdempotencyKey } from "../kernel/request.ts";
import { entity, keys, SERVICE } from "./table.ts";

/** Keys are honoured for a day, as the best-known payment API does (docs.stripe.com/api/idempotent_requests). */
export const KEPT_SECONDS = 24 * 60 * 60;

/** What a command answered, under the caller's key; a worker's inbox row is the same thing under its event's id. */
export const IdempotencyRow = entity({
  model: { entity: "idempotency", version: "1", service: SERVICE },
  attributes: {
    scope: { type: "string", required: true },
    operation: { type: "string", required: true },
    key: { type: "string", required: true },
    bodyHash: { type: "string", required: true },
    reply: { type: "string", required: true },
    at: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["scope", "key"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["operation"], casing: "none" },
    },
  },
} as const);

const Reply = z.object({ value: z.unknown() });

/** What was answered to this key before, or undefined; throws `idempotency.reused` when it was sent with something else. */
export async function earlierReply(scope: string, given: IdempotencyKey, now: Date): Promise<{ readonly value: unknown } | undefined> {
  const { data } = await IdempotencyRow.get({ scope, key: given.key, operation: given.operation }).go({ consistent: true });
  if (!data || data.ttl * 1000 <= now.getTime()) return undefined;
  if (data.bodyHash !== given.bodyHash) throw mismatch("idempotency.reused", "This Idempotency-Key was used for a different request");
  return { value: Reply.parse(JSON.parse(data.reply)).value };
}

/** The row that goes into the command's own transaction. */
export function replyRow(given: IdempotencyKey & { readonly scope: string }, reply: unknown, now: Date) {
  return IdempotencyRow.create({
    scope: given.scope,
    operation: given.operation,
    key: given.key,
    bodyHash: given.bodyHash,
    reply: JSON.stringify({ value: reply }),
    at: now.toISOString(),
    ttl: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
  });
}
