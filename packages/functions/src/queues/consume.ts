import { BatchProcessor, EventType, processPartialResponse, SqsFifoPartialProcessorAsync } from "@aws-lambda-powertools/batch";
import { isKind } from "@sleekapp/core/kernel/error";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { MAX_TRIES, orderedQueues, type QueueName } from "@sleekapp/core/ports/queue";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { scopeOfKey } from "@sleekapp/core/table/commit";
import { earlierReply } from "@sleekapp/core/table/idempotency";
import { costOf, metered, type Tally } from "@sleekapp/core/table/meter";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { logger } from "../http/log.ts";

const Envelope = z.looseObject({ messageId: z.string().min(1), requestId: z.string().optional(), at: z.string().optional() });

/**
 * Does the work of one message. It runs as the system, under the message's id as idempotency key: its one `commit` is also
 * the inbox row, so that a message that comes twice does its work once.
 */
export type Handle = (body: unknown, turn: Turn) => Promise<unknown>;

/** `isLast` when a message that fails now is not tried again but goes to the dead letters. */
export type Turn = { readonly isLast: boolean };

function requestFor(queue: QueueName, envelope: z.infer<typeof Envelope>): RequestValue {
  return {
    actor: { type: "system", cause: `queue:${queue}` },
    now: clock.now(),
    requestId: envelope.requestId ?? envelope.messageId,
    standing: async (actor) => actor,
    idempotency: { operation: queue, key: envelope.messageId, bodyHash: sha256(envelope.messageId) },
  };
}

type Piece = { readonly queue: QueueName; readonly messageId: string; readonly body: unknown; readonly turn: Turn; readonly handle: Handle };

/** Refusals that a retry cannot change are recorded and acknowledged; everything else is tried again and ends in the dead-letter queue. */
async function unlessDone({ queue, messageId, body, turn, handle }: Piece, tally: Tally): Promise<void> {
  const { idempotency, now, requestId } = Request.use();
  const done = idempotency && (await earlierReply(scopeOfKey({ type: "system", id: `queue:${queue}` }), idempotency, now));
  if (done) return;
  try {
    await handle(body, turn);
    logger.info("message", { queue, messageId, requestId, outcome: "done", db: costOf(tally) });
  } catch (error) {
    if (!isKind(error, "invalid") && !isKind(error, "conflict")) throw error;
    logger.warn("message", { queue, messageId, requestId, outcome: "refused", refusal: error.code });
  }
}

/** Messages in hand, by their own id: the same one twice in a batch waits for itself, and then finds that it has been done. */
const inHand = new Map<string, Promise<void>>();

async function once(queue: QueueName, record: SQSRecord, handle: Handle): Promise<void> {
  const body: unknown = JSON.parse(record.body);
  const envelope = Envelope.parse(body);
  const turn = { isLast: Number(record.attributes?.ApproximateReceiveCount ?? 1) >= MAX_TRIES };
  const piece = { queue, messageId: envelope.messageId, body, turn, handle };
  const name = `${queue}:${envelope.messageId}`;
  const before = (inHand.get(name) ?? Promise.resolve()).catch(() => undefined);
  const work = () => metered((tally) => unlessDone(piece, tally));
  const done = before.then(async () => void (await Request.with(requestFor(queue, envelope), work)));
  inHand.set(name, done);
  await done.finally(() => {
    if (inHand.get(name) === done) inHand.delete(name);
  });
}

/** What is done about a message that something unavailable stood in the way of, before it is left to the queue; nothing unless said. */
export type Postpone = (record: SQSRecord) => Promise<void>;

/** The Lambda behind one queue: each message is answered for by itself, so that one bad message does not return its batch. */
export function consumer(
  queue: QueueName,
  handle: Handle,
  postpone: Postpone = async () => undefined,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const ordered = orderedQueues.has(queue);
  const work = async (record: SQSRecord) => {
    try {
      await once(queue, record, handle);
    } catch (error) {
      if (isKind(error, "unavailable")) await postpone(record);
      logger.error("message", { queue, outcome: "failed", cause: error instanceof Error ? error : new Error("unknown") });
      throw error;
    }
  };
  return async (event, context) =>
    ordered
      ? processPartialResponse(event, work, new SqsFifoPartialProcessorAsync(), { context, throwOnFullBatchFailure: false })
      : processPartialResponse(event, work, new BatchProcessor(EventType.SQS), { context, throwOnFullBatchFailure: false });
}
