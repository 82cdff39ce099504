import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** One sealed entry: what an event said, and its place in the chain of its day. Written once by the sealer, never changed. */
export const AuditEntryRow = entity({
  model: model("audit-entry"),
  attributes: {
    day: { type: "string", required: true },
    /** The event's own moment; of an expiry, the moment the row went. */
    placedAt: { type: "string", required: true },
    eventId: { type: "string", required: true },
    kind: { type: ["event", "expiry"] as const, required: true },
    action: { type: "string", required: true },
    actorId: { type: "string", required: true },
    subjectId: { type: "string", required: true },
    content: { type: "any", required: true },
    position: { type: "number", required: true },
    sealedAt: { type: "string", required: true },
    hash: { type: "string", required: true },
    link: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["day"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["placedAt", "eventId"], casing: "none" },
    },
    byActor: {
      index: keys.byOwner.index,
      scope: "audit-actor",
      pk: { field: keys.byOwner.pk, composite: ["actorId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["placedAt", "eventId"], casing: "none" },
    },
    bySubject: {
      index: keys.bySupplier.index,
      scope: "audit-subject",
      pk: { field: keys.bySupplier.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.bySupplier.sk, composite: ["placedAt", "eventId"], casing: "none" },
    },
    byAction: {
      index: keys.queue.index,
      scope: "audit-action",
      pk: { field: keys.queue.pk, composite: ["action"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["placedAt", "eventId"], casing: "none" },
    },
  },
} as const);

/** Where a day's chain ends. Only the sealer moves it, from the link it has read. */
export const AuditHeadRow = entity({
  model: model("audit-head"),
  attributes: {
    day: { type: "string", required: true },
    entries: { type: "number", required: true },
    link: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["day"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);
