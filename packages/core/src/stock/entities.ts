import { entity, keys, SERVICE } from "../table/table.ts";

/** The pieces of one combination of a listing. No index: it changes with every checkout, and each index would be a copy to change. */
export const StockRow = entity({
  model: { entity: "stock", version: "1", service: SERVICE },
  attributes: {
    productId: { type: "string", required: true },
    sku: { type: "string", required: true },
    orgId: { type: "string", required: true },
    size: { type: "string", required: true },
    colour: { type: "string", required: true },
    /** The supplier's own article number. */
    code: { type: "string" },
    onHand: { type: "number", required: true },
    reserved: { type: "number", required: true },
    sellable: { type: "number", required: true },
    countedAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "productPage",
      pk: { field: keys.primary.pk, composite: ["productId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["sku"], casing: "none" },
    },
  },
} as const);

/** The pieces an order is made of. It lies beside the order, which every party reads: no price is in it. */
export const ReservationRow = entity({
  model: { entity: "reservation", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    productId: { type: "string", required: true },
    /** Whose stock it is. */
    supplierId: { type: "string", required: true },
    lines: { type: "any", required: true },
    state: { type: ["held", "committed", "released"] as const, required: true },
    cause: { type: ["expired", "cancelled"] as const },
    /** When the hold ends; in the index of what is due only while it lasts. */
    dueAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "core",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    due: {
      index: keys.feed.index,
      scope: "reservation",
      condition: (attributes: { state?: string }) => attributes.state === "held",
      pk: { field: keys.feed.pk, composite: ["state"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["dueAt"], casing: "none" },
    },
  },
} as const);
