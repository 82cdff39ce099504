import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

const underOrder = <const C extends string>(collection: C) =>
  ({
    collection,
    pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
    sk: { field: keys.primary.sk, composite: ["claimId"], casing: "none" },
  }) as const;

/** What the buyer found wrong and what came of it; every party of the order reads it, so there is no money in it. */
export const ClaimRow = entity({
  model: model("claim"),
  attributes: {
    orderId: { type: "string", required: true },
    claimId: { type: "string", required: true },
    kind: { type: "string", required: true },
    pieces: { type: "number", required: true },
    words: { type: "string", required: true },
    /** Keys of checked photos in private storage. */
    photos: { type: "list", items: { type: "string" }, required: true },
    state: { type: "string", required: true },
    openedBy: { type: "string", required: true },
    openedAt: { type: "string", required: true },
    /** What the supplier says to it, once. */
    answer: { type: "string" },
    answeredAt: { type: "string" },
    /** The day until which the pieces are made again. */
    untilOn: { type: "string" },
    /** Why nothing is owed. */
    reason: { type: "string" },
    closedAt: { type: "string" },
  },
  indexes: { primary: underOrder("claims") },
} as const);

/** What the buyer gets back for a claim, beside the rest of the buyer's money: suppliers never read it. */
export const SettlementRow = entity({
  model: model("claim-settlement"),
  attributes: {
    orderId: { type: "string", required: true },
    claimId: { type: "string", required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    decidedAt: { type: "string", required: true },
  },
  indexes: { primary: underOrder("buyerSide") },
} as const);
