import { entity, keys, SERVICE } from "../table/table.ts";

/** What was decided about a listing and why, with what then differed from what was live; beside the log, which holds no words. */
export const ProductLogRow = entity({
  model: { entity: "product-log", version: "1", service: SERVICE },
  attributes: {
    subjectId: { type: "string", required: true },
    entryId: { type: "string", required: true },
    at: { type: "string", required: true },
    what: { type: "string", required: true },
    by: { type: "string", required: true },
    status: { type: "string" },
    reason: { type: "string" },
    until: { type: "string" },
    feeBps: { type: "number" },
    changes: { type: "any" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["subjectId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["entryId"], casing: "none" },
    },
  },
} as const);
