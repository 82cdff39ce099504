import { entity, keys, SERVICE } from "../table/table.ts";

/** One payment for each order and purpose; it is written before the provider is asked, and only its webhook settles it. */
export const PaymentRow = entity({
  model: { entity: "payment", version: "1", service: SERVICE },
  attributes: {
    orderId: { type: "string", required: true },
    purpose: { type: ["deposit", "balance"] as const, required: true },
    paymentId: { type: "string", required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    status: { type: ["initiating", "open", "requires_action", "processing", "succeeded", "failed", "canceled"] as const, required: true },
    /** What has gone back of it or is on its way back, in cents; a refund that fails gives it free again. */
    refunded: { type: "number" },
    intentId: { type: "string" },
    clientSecret: { type: "string" },
    failure: { type: "string" },
    createdAt: { type: "string", required: true },
    settledAt: { type: "string" },
  },
  indexes: {
    primary: {
      collection: "buyerSide",
      pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["purpose"], casing: "none" },
    },
  },
} as const);
