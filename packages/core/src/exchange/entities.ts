import { entity, keys, SERVICE } from "../table/table.ts";

/** What a dollar is worth in every currency that amounts are shown in: one row, beside the shelf of price books, so that one query reads both. */
export const RatesRow = entity({
  model: { entity: "exchange-rates", version: "1", service: SERVICE },
  attributes: {
    desk: { type: "string", required: true },
    rates: { type: "any", required: true },
    fetchedAt: { type: "string" },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      collection: "desk",
      pk: { field: keys.primary.pk, composite: ["desk"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);
