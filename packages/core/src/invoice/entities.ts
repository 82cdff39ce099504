import { entity, keys, SERVICE } from "../table/table.ts";

/** An invoice as issued; nothing of it changes but where its document is kept. */
export const InvoiceRow = entity({
  model: { entity: "invoice", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    purpose: { type: ["deposit", "balance"] as const, required: true },
    invoiceId: { type: "string", required: true },
    number: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    /** Everything the document shows, as `invoice/document.ts`. */
    document: { type: "any", required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    issuedOn: { type: "string", required: true },
    dueOn: { type: "string", required: true },
    documentKey: { type: "string" },
    lane: { type: "string", required: true },
    laneAt: { type: "string", required: true },
  },
  indexes: {
    primary: {
      collection: "buyerSide",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["purpose"], casing: "none" },
    },
    byOwner: {
      index: keys.byOwner.index,
      scope: "invoice",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["laneAt"], casing: "none" },
    },
  },
} as const);

/** The last number of a series; it only moves in the transaction that issues. */
export const SequenceRow = entity({
  model: { entity: "sequence", version: "1", service: SERVICE },
  attributes: { series: { type: "string", required: true }, last: { type: "number", required: true } },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["series"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);
