import { entity, keys, SERVICE } from "./table.ts";

/** How events are read, and taken out of the outbox; `event.ts` writes them. Rows of the log of one record, in order; `outbox` is `pending` until the event has been published, and `replayed` when nobody is to hear of it. */
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
    source: { type: "string" },
    changes: { type: "any" },
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
