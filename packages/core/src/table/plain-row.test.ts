import { createDecipheriv, createHash, hkdfSync } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { eventRow, type StoredEvent } from "./event.ts";
import { EventRow } from "./event-row.ts";
import { keyHashOf, replyRow } from "./idempotency.ts";
import { changing, creating } from "./write.ts";

const event: StoredEvent = {
  eventId: "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  subjectId: "ord_With#Signs-and UPPER",
  type: "order.moved",
  data: { orderId: "ord_1", none: undefined, nested: { list: [1, null, "x"] } },
  actor: { type: "member", id: "user-1", orgId: "org_1" },
  requestId: "r-1",
  at: "2026-03-02T09:00:00.000Z",
};

test.each(["pending", "replayed"] as const)("an event that is %s is written as ElectroDB would, which reads it", (outbox) => {
  const [own, theirs] = [creating(eventRow(event, outbox)), creating(EventRow.create({ ...event, outbox }))];

  expect(own.Put?.Item).toEqual(theirs.Put?.Item);
  expect(own.Put?.ConditionExpression?.replaceAll(/[#\s]/g, "")).toBe("attribute_not_exists(pk)ANDattribute_not_exists(sk)");
});

test("an answer is kept under its caller, key and operation for a day, and written over when its time is over", () => {
  const given = { scope: "member:user-1", operation: "acceptQuote", key: "key-1", bodyHash: "h" };
  const now = new Date("2026-03-02T09:00:00.500Z");
  const keyHash = createHash("sha256").update("member:user-1\nkey-1").digest("base64url");
  const key = { pk: { S: `$sleek#keyHash_${keyHash}` }, sk: { S: "$idempotency_1#operation_acceptQuote" } };
  const seconds = 1_772_442_000;

  const { Put } = creating(replyRow(given, { orderId: "o" }, now));

  expect(Put?.Item).toMatchObject({
    ...key,
    ttl: { N: String(seconds + 86_400) },
    __edb_e__: { S: "idempotency" },
  });
  // Who has the table and not the caller's key reads neither the key nor the answer.
  expect(JSON.stringify(Put?.Item)).not.toMatch(/orderId|key-1|user-1/);
  expect(Put?.ConditionExpression).toBe("(attribute_not_exists(#pk) AND attribute_not_exists(#sk)) OR #ttl <= :now");
  expect(Put?.ExpressionAttributeValues).toEqual({ ":now": { N: String(seconds) } });
});

test("what is written by ElectroDB elsewhere still changes an event that was written here", () => {
  const patch = changing(EventRow.patch({ subjectId: event.subjectId, eventId: event.eventId }).remove(["outbox"]).composite({ at: event.at }));
  const { pk, sk } = creating(eventRow(event, "pending")).Put?.Item ?? {};

  expect(patch.Update?.Key).toEqual({ pk, sk });
});

test("an answer is sealed with the caller's own key, which the row does not hold", () => {
  const given = { scope: "member:user-1", operation: "acceptQuote", key: "key-1", bodyHash: "h" };
  const { Put } = creating(replyRow(given, { orderId: "o" }, new Date("2026-03-02T09:00:00.000Z")));
  const { reply } = Put?.Item ?? {};
  const bytes = Buffer.from(reply?.B ?? []);
  const open = (key: string) => {
    const opener = createDecipheriv("aes-256-gcm", Buffer.from(hkdfSync("sha256", key, given.scope, given.operation, 32)), bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(-16));
    return brotliDecompressSync(Buffer.concat([opener.update(bytes.subarray(12, -16)), opener.final()])).toString();
  };

  expect(open("key-1")).toBe('{"bodyHash":"h","value":{"orderId":"o"}}');
  expect(() => open(keyHashOf(given))).toThrow();
});
