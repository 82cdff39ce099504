import type { ActorRef } from "../kernel/actor.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import { entity, keys, SERVICE } from "./table.ts";

/** An event as it is stored and published: timeline entry, outbox message and audit entry at once. */
export type StoredEvent = {
  readonly eventId: string;
  readonly subjectId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: ActorRef;
  readonly requestId: string;
  readonly at: string;
};

/** Rows of the log of one record, in order; `outbox` is `pending` until the event has been published, and `replayed` when nobody is to hear of it. */
export const EventRow = entity({
  model: { entity: "event", version: "1", service: SERVICE },
  attributes: {
    subjectId: { type: "string", required: true },
    eventId: { type: "string", required: true },
    type: { type: "string", required: true },
    data: { type: "any", required: true },
    actor: { type: "any", required: true },
    requestId: { type: "string", required: true },
    at: { type: "string", required: true },
    outbox: { type: ["pending", "replayed"] as const },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["eventId"], casing: "none" },
    },
    outbox: {
      index: keys.feed.index,
      scope: "outbox",
      condition: (attributes: { outbox?: string }) => attributes.outbox === "pending",
      pk: { field: keys.feed.pk, composite: ["outbox"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["at"], casing: "none" },
    },
  },
} as const);

/** Gives the event its id, its actor and its moment. */
export function stamp(
  event: DomainEvent,
  about: { readonly subjectId: string; readonly actor: ActorRef; readonly requestId: string; readonly at: string },
): StoredEvent {
  return { eventId: newId("event"), type: event.type, data: event.data, ...about };
}
