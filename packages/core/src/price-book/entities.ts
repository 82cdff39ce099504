import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** Which books there are and from when each is in force: the one row that says what prices a quote. It shares its partition with the exchange rates, so that one query reads both. */
export const ShelfRow = entity({
  model: model("price-shelf"),
  attributes: {
    desk: { type: "string", required: true },
    /** An entry for each book that admins made. */
    entries: { type: "any", required: true },
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

/** One version of the price book with what making costs; never written again once it is published. */
export const BookRow = entity({
  model: model("price-book"),
  attributes: {
    bookVersion: { type: "number", required: true },
    status: { type: ["draft", "published", "discarded"] as const, required: true },
    name: { type: "string", required: true },
    basedOn: { type: "number", required: true },
    book: { type: "any", required: true },
    costs: { type: "any", required: true },
    effectiveFrom: { type: "string" },
    createdAt: { type: "string", required: true },
    changedAt: { type: "string", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["bookVersion"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);
