import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { mismatch } from "../kernel/error.ts";
import type { IdempotencyKey } from "../kernel/request.ts";
import { dynamo } from "./client.ts";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { ttlAttribute } from "./keys.ts";
import { tableName } from "./name.ts";
import { keyOf, newRow, type Place } from "./plain-row.ts";

/** Keys are honoured for a day, as the best-known payment API does (docs.stripe.com/api/idempotent_requests). */
export const KEPT_SECONDS = 24 * 60 * 60;

type Named = { readonly scope: string; readonly key: string; readonly operation: string };

/** The partition of an answer: a caller and a key, neither of which can be read in it. */
export const keyHashOf = ({ scope, key }: Pick<Named, "scope" | "key">): string =>
  createHash("sha256").update(`${scope}\n${key}`).digest("base64url");

/**
 * What a command answered, under a hash of the caller and the key; a worker's inbox row is the same thing under its event's id. The key
 * itself is not in the table, because the answer is sealed with it: it may say who somebody is, and only who asks again has to read it.
 */
const placeOf = (named: Named): Place => ({
  entity: "idempotency",
  partition: { keyHash: keyHashOf(named) },
  sort: { operation: named.operation },
});

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const sealOf = ({ scope, key, operation }: Named): Uint8Array => new Uint8Array(hkdfSync("sha256", key, scope, operation, 32));

/** Beyond this quality an answer becomes a tenth smaller for a hundred times the work. */
const pressed = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** Pressed before it is sealed, and kept as bytes: a row is paid for by the kilobyte. */
function sealed(named: Named, text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealOf(named), nonce);
  return new Uint8Array(Buffer.concat([nonce, cipher.update(pressed(text)), cipher.final(), cipher.getAuthTag()]));
}

function opened(named: Named, bytes: Uint8Array): string {
  const decipher = createDecipheriv("aes-256-gcm", sealOf(named), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return brotliDecompressSync(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])).toString("utf8");
}

const Row = z.object({ reply: z.instanceof(Uint8Array), ttl: z.number() });
const Reply = z.object({ bodyHash: z.string(), value: z.unknown() });

/** What was answered to this key before, or undefined; throws `idempotency.reused` when it was sent with something else. */
export async function earlierReply(scope: string, given: IdempotencyKey, now: Date): Promise<{ readonly value: unknown } | undefined> {
  const Key = marshall(keyOf(placeOf({ ...given, scope })));
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: tableName(), Key, ConsistentRead: true }));
  const data = Item ? Row.parse(unmarshall(Item)) : undefined;
  if (!data || data.ttl * 1000 <= now.getTime()) return undefined;
  const { bodyHash, value } = Reply.parse(JSON.parse(opened({ ...given, scope }, data.reply)));
  if (bodyHash !== given.bodyHash) throw mismatch("idempotency.reused", "This Idempotency-Key was used for a different request");
  return { value };
}

/**
 * The row that goes into the command's own transaction; one whose day is over is written over, a fresh one stays. It holds nothing
 * twice, what was asked is sealed with what was answered: most answers then take one kilobyte, which is what a row is paid for by.
 */
export function replyRow(given: IdempotencyKey & { readonly scope: string }, reply: unknown, now: Date) {
  const seconds = Math.floor(now.getTime() / 1000);
  const row = newRow(placeOf(given), {
    reply: sealed(given, JSON.stringify({ bodyHash: given.bodyHash, value: reply })),
    ttl: seconds + KEPT_SECONDS,
  });
  return {
    params: () => {
      const made = row.params();
      return {
        ...made,
        ConditionExpression: `(${made.ConditionExpression}) OR #ttl <= :now`,
        ExpressionAttributeNames: { ...made.ExpressionAttributeNames, "#ttl": ttlAttribute },
        ExpressionAttributeValues: { ":now": seconds },
      };
    },
  };
}
