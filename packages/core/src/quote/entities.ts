import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;
const byQuote = { field: keys.primary.pk, composite: ["quoteId"], casing: "none" } as const;

/** What a list shows of a quote, and what decides whether it can be accepted. */
export const HeaderRow = entity({
  model: model("quote"),
  attributes: {
    quoteId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    status: { type: "string", required: true },
    revision: { type: "number", required: true },
    title: { type: "string", required: true },
    quantity: { type: "number", required: true },
    total: { type: "number", required: true },
    validUntil: { type: "string", required: true },
    /** Why the buyer declined, in their words. */
    declineReason: { type: "string" },
    claimHash: { type: "string" },
    /** The hash of the secret of its link, while it is shared. */
    shareHash: { type: "string" },
    /** The design that it shows. */
    designId: { type: "string" },
    /** Questions and answers under it. */
    notes: { type: "number" },
    /** How many files go with it; counted by a conditional write of its own, beside the version. */
    files: { type: "number" },
    /** Whose files its maker may open instead of its own: those that were sent with the request that it was won by. */
    filesOf: { type: "any" },
    orderId: { type: "string" },
    orderNumber: { type: "string" },
    createdAt: { type: "string", required: true },
    /** `open` while it can become an order, then `accepted` or `closed`. */
    lane: { type: "string", required: true },
    laneAt: { type: "string", required: true },
    month: { type: "string", required: true },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: { collection: "quoteCore", pk: byQuote, sk: { field: keys.primary.sk, composite: [], casing: "none" } },
    byOwner: {
      index: keys.byOwner.index,
      scope: "quote",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["lane", "laneAt"], casing: "none" },
    },
    byStatus: {
      index: keys.queue.index,
      scope: "quote",
      pk: { field: keys.queue.pk, composite: ["status"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

/** One revision: what was asked and what it costs, immutable. */
export const RevisionRow = entity({
  model: model("quote-revision"),
  attributes: {
    quoteId: { type: "string", required: true },
    revision: { type: "number", required: true, padding: { length: 4, char: "0" } },
    brief: { type: "any", required: true },
    priced: { type: "any", required: true },
    pricedOn: { type: "string", required: true },
    /** The exchange rates of that moment, for display. */
    rates: { type: "any" },
    /** The supplier's offer that it was made of, if it was; no view shows it. */
    offer: { type: "any" },
    /** Who made it, and what they said to it; the buyer's own first one says nothing. */
    by: { type: "string" },
    actorId: { type: "string" },
    note: { type: "string" },
    /** What the platform changed by hand in the price of the revision before, to replay it. */
    edit: { type: "any" },
    /** Where its PDF is, and the validity that it names: a revision that is let go out anew gets another. */
    documentKey: { type: "string" },
    documentUntil: { type: "string" },
    at: { type: "string", required: true },
  },
  indexes: { primary: { collection: "quoteCore", pk: byQuote, sk: { field: keys.primary.sk, composite: ["revision"], casing: "none" } } },
} as const);

/** What the model had to say about a revision; the quote is whole without it. */
export const AnalysisRow = entity({
  model: model("quote-analysis"),
  attributes: {
    quoteId: { type: "string", required: true },
    revision: { type: "number", required: true, padding: { length: 4, char: "0" } },
    analysis: { type: "any", required: true },
    source: { type: ["model", "fallback"] as const, required: true },
    at: { type: "string", required: true },
  },
  indexes: { primary: { collection: "quoteCore", pk: byQuote, sk: { field: keys.primary.sk, composite: ["revision"], casing: "none" } } },
} as const);

/** A question about a quote or its answer; beside what is read to show a price. */
export const NoteRow = entity({
  model: model("quote-note"),
  attributes: {
    quoteId: { type: "string", required: true },
    noteId: { type: "string", required: true },
    side: { type: "string", required: true },
    text: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: { primary: { pk: byQuote, sk: { field: keys.primary.sk, composite: ["noteId"], casing: "none" } } },
} as const);
