import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { sqsQueue } from "@sleekapp/core/adapters/aws/sqs";
import { Queue } from "@sleekapp/core/ports/queue";
import { eventIn, publish } from "@sleekapp/core/table/outbox";
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { logger } from "../http/log.ts";

Queue.provide(sqsQueue());

type Image = Parameters<typeof eventIn>[0];

async function route(record: DynamoDBRecord): Promise<void> {
  if (record.eventName !== "INSERT") return;
  // The stream's attribute type differs from the client's in name only.
  const event = eventIn(record.dynamodb?.NewImage as Image);
  if (event) await publish(event);
  else logger.error("outbox", { outcome: "not an event", sequence: record.dynamodb?.SequenceNumber });
}

/** Publishes every new event row to the queues that react to it; what fails here is caught by the one-minute sweep. */
export const handler = (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(event, route, new BatchProcessor(EventType.DynamoDBStreams), { context, throwOnFullBatchFailure: false });
