import { entity, keys, SERVICE } from "../table/table.ts";

/** Money that goes back out of one payment. It is written before the provider is asked, and only what the provider says settles it. */
export const RefundRow = entity({
  model: { entity: "refund", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    refundId: { type: "string", required: true },
    purpose: { type: ["deposit", "balance"] as const, required: true },
    paymentId: { type: "string", required: true },
    intentId: { type: "string", required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    status: { type: ["asked", "sent", "succeeded", "failed"] as const, required: true },
    reason: { type: "string", required: true },
    note: { type: "string" },
    providerRefundId: { type: "string" },
    failure: { type: "string" },
    askedAt: { type: "string", required: true },
    settledAt: { type: "string" },
  },
  indexes: {
    primary: {
      collection: "buyerSide",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["refundId"], casing: "none" },
    },
  },
} as const);
