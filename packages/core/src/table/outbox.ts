import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Message, QueueName } from "../ports/queue.ts";
import { Queue } from "../ports/queue.ts";
import { groupFor, queuesFor } from "../subscriptions.ts";
import type { StoredEvent } from "./event.ts";
import { EventRow } from "./event-row.ts";

export const ActorRefSchema = z.object({
  type: z.enum(["member", "admin", "guest", "link", "visitor", "system"]),
  id: z.string(),
  orgId: z.string().optional(),
});

/** An event as workers receive it. */
export const EventMessage = z.object({
  eventId: z.string(),
  subjectId: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  actor: ActorRefSchema,
  requestId: z.string(),
  at: z.string(),
});
export type EventMessage = z.infer<typeof EventMessage>;

type Published = Pick<StoredEvent, "eventId" | "subjectId" | "type" | "at"> & {
  readonly data: unknown;
  readonly actor: unknown;
  readonly requestId: string;
};

const messageOf = (queue: QueueName, event: Published): Message => ({
  id: event.eventId,
  group: groupFor(queue, event.subjectId),
  body: {
    eventId: event.eventId,
    subjectId: event.subjectId,
    type: event.type,
    data: event.data,
    actor: event.actor,
    requestId: event.requestId,
    at: event.at,
  },
});

/**
 * Sends the event to every queue that reacts to it, then takes it out of the outbox. Repeating it is harmless:
 * consumers know an event by its id.
 */
export async function publish(event: Published): Promise<void> {
  for (const queue of queuesFor(event.type)) await Queue.use().send(queue, [messageOf(queue, event)]);
  await EventRow.patch({ subjectId: event.subjectId, eventId: event.eventId }).remove(["outbox"]).composite({ at: event.at }).go();
}

/** Events still in the outbox that were written before the given instant, oldest first; what the stream missed. */
export async function unpublished(before: string, limit = 100): Promise<readonly Published[]> {
  const { data } = await EventRow.query.outbox({ outbox: "pending" }).lt({ at: before }).go({ limit });
  return data;
}

/** The log of one record, oldest first, one page of at most 200 entries. */
export async function logOf(subjectId: string): Promise<readonly Published[]> {
  const { data } = await EventRow.query.primary({ subjectId }).go({ limit: 200 });
  return data;
}

/** The event in a stream record's new image, or undefined when the row is something else. */
export function eventIn(image: Readonly<Record<string, AttributeValue>> | undefined): EventMessage | undefined {
  const parsed = EventMessage.safeParse(unmarshall(image ?? {}));
  return parsed.success ? parsed.data : undefined;
}
