import type { ActorRef } from "../kernel/actor.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import type { Changes } from "../kernel/redacted.ts";
import { indexes } from "./keys.ts";
import { indexKeys, newRow } from "./plain-row.ts";

/** An event as it is stored and published: timeline entry, outbox message and audit entry at once. */
export type StoredEvent = {
  readonly eventId: string;
  readonly subjectId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: ActorRef;
  readonly requestId: string;
  readonly at: string;
  /** The network the call came from; absent for what the system does by itself. */
  readonly source?: string;
  /** What the command changed on its record, redacted. */
  readonly changes?: Changes;
};

/** Gives the event its id, its actor and its moment. */
export function stamp(event: DomainEvent, about: Omit<StoredEvent, "eventId" | "type" | "data">): StoredEvent {
  return { eventId: newId("event"), type: event.type, data: event.data, ...about };
}

/** The row of an event: `pending` until it has been published, and then also in the outbox; `replayed` when nobody is to hear of it. */
export function eventRow(event: StoredEvent, outbox: "pending" | "replayed") {
  const place = { entity: "event", partition: { subjectId: event.subjectId }, sort: { eventId: event.eventId } };
  const [partition, sort] = indexKeys("outbox", { ...place, partition: { outbox }, sort: { at: event.at } });
  const waiting = outbox === "pending" ? { [indexes.feed.partition]: partition, [indexes.feed.sort]: sort } : {};
  return newRow(place, { ...event, outbox, ...waiting });
}
