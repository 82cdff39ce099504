import { seal } from "@sleekapp/core/audit/seal";
import { type Noticed, type TableChange, wantedBy } from "@sleekapp/core/audit/stream";
import { clock } from "@sleekapp/core/ports/clock";
import { record } from "@sleekapp/core/security/note";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { logger } from "../http/log.ts";
import { raiseAlarm } from "../http/signal.ts";

type Image = TableChange["before"];

// The stream's attribute type differs from the client's in name only.
const imageOf = (image: unknown): Image => image as Image;

function changeIn({ eventName = "INSERT", dynamodb, userIdentity }: DynamoDBRecord): TableChange {
  const identity: unknown = userIdentity;
  const principal: unknown = typeof identity === "object" && identity !== null ? Reflect.get(identity, "principalId") : undefined;
  const seconds = dynamodb?.ApproximateCreationDateTime;
  return {
    name: eventName,
    before: imageOf(dynamodb?.OldImage),
    after: imageOf(dynamodb?.NewImage),
    isExpiry: principal === "dynamodb.amazonaws.com",
    at: (seconds === undefined ? clock.now() : new Date(seconds * 1000)).toISOString(),
  };
}

/** One count for each kind and caller of a batch. */
const together = (all: readonly Noticed[]): readonly Noticed[] =>
  [...Map.groupBy(all, ({ kind, who }) => `${kind} ${who}`).values()].flatMap((same) => {
    const last = same.at(-1);
    return last ? [{ ...last, by: same.reduce((sum, { by }) => sum + by, 0) }] : [];
  });

async function work(records: readonly DynamoDBRecord[]): Promise<void> {
  const now = clock.now();
  const wanted = records.map((one) => wantedBy(changeIn(one)));
  const fresh = new Set(
    await seal(
      wanted.flatMap(({ placed }) => placed ?? []),
      now,
    ),
  );
  // What comes again has been counted when it was sealed.
  const counted = wanted.flatMap(({ placed, noticed }) => (noticed && (placed === undefined || fresh.has(placed)) ? [noticed] : []));
  for (const noticed of together(counted)) raiseAlarm(await record(noticed, now));
  if (fresh.size > 0) logger.info("audit", { sealed: fresh.size });
}

/** Seals every new event in the chain of its day. A batch that fails comes again from its first record: sealing knows what it has sealed. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  try {
    await work(Records);
    return { batchItemFailures: [] };
  } catch (error) {
    logger.error("audit", { outcome: "failed", cause: error instanceof Error ? error : new Error("unknown") });
    return { batchItemFailures: [{ itemIdentifier: Records[0]?.dynamodb?.SequenceNumber ?? "" }] };
  }
}
