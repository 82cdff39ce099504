import { BatchProcessor, EventType, processPartialResponse, SqsFifoPartialProcessorAsync } from "@aws-lambda-powertools/batch";
import { isKind } from "@sleekapp/core/kernel/error";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { clock } from "@sleekapp/core/ports/clock";
import { orderedQueues, type QueueName } from "@sleekapp/core/ports/queue";
import { sha256 } from "@sleekapp/core/ports/crypto";
import { scopeOfKey } from "@sleekapp/core/table/commit";
import { earlierReply } from "@sleekapp/core/table/idempotency";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { logger } from "../http/log.ts";

const Envelope = z.looseObject({ messageId: z.string().min(1), requestId: z.string().optional(), at: z.string().optional() });

/**
 * Does the work of one message. It runs as the system, under the message's id as idempotency key: its one `commit` is also
 * the inbox row, so that a message that comes twice does its work once.
 */
export type Handle = (body: unknown) => Promise<unknown>;

function requestFor(queue: QueueName, envelope: z.infer<typeof Envelope>): RequestValue {
  return {
    actor: { type: "system", cause: `queue:${queue}` },
    now: clock.now(),
    requestId: envelope.requestId ?? envelope.messageId,
    standing: async (actor) => actor,
    idempotency: { operation: queue, key: envelope.messageId, bodyHash: sha256(envelope.messageId) },
  };
}

/** Refusals that a retry cannot change are recorded and acknowledged; everything else is tried again and ends in the dead-letter queue. */
async function once(queue: QueueName, record: SQSRecord, handle: Handle): Promise<void> {
  const body: unknown = JSON.parse(record.body);
  const request = requestFor(queue, Envelope.parse(body));
  await Request.with(request, async () => {
    const done = request.idempotency && (await earlierReply(scopeOfKey({ type: "system", id: `queue:${queue}` }), request.idempotency, request.now));
    if (done) return;
    try {
      await handle(body);
      logger.info("message", { queue, messageId: request.requestId, outcome: "done" });
    } catch (error) {
      if (!isKind(error, "invalid") && !isKind(error, "conflict")) throw error;
      logger.warn("message", { queue, messageId: request.requestId, outcome: "refused", refusal: error.code });
    }
  });
}

/** The Lambda behind one queue: each message is answered for by itself, so that one bad message does not return its batch. */
export function consumer(queue: QueueName, handle: Handle): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const ordered = orderedQueues.has(queue);
  const work = async (record: SQSRecord) => {
    try {
      await once(queue, record, handle);
    } catch (error) {
      logger.error("message", { queue, outcome: "failed", cause: error instanceof Error ? error : new Error("unknown") });
      throw error;
    }
  };
  return async (event, context) =>
    ordered
      ? processPartialResponse(event, work, new SqsFifoPartialProcessorAsync(), { context, throwOnFullBatchFailure: false })
      : processPartialResponse(event, work, new BatchProcessor(EventType.SQS), { context, throwOnFullBatchFailure: false });
}
