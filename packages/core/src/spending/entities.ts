import { entity, keys, SERVICE } from "../table/table.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** What an owner decided about spending; one for each organisation that ever decided anything. */
export const RulesRow = entity({
  model: model("spending-rules"),
  attributes: {
    orgId: { type: "string", required: true },
    limits: { type: "any", required: true },
    approvers: { type: "list", items: { type: "string" }, required: true },
    isPoRequired: { type: "boolean", required: true },
    version: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

/** What one person ordered for the organisation in a month. It changes in the transaction of each order, from the version that was read. */
export const SpentRow = entity({
  model: model("spending-month"),
  attributes: {
    orgId: { type: "string", required: true },
    month: { type: "string", required: true },
    userId: { type: "string", required: true },
    sums: { type: "any", required: true },
    version: { type: "number", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["orgId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: ["month", "userId"], casing: "none" },
    },
  },
} as const);

/** That somebody asked for an order past their limits, and what was said to it. One for each exact thing that is asked for. */
export const ApprovalRow = entity({
  model: model("approval"),
  attributes: {
    approvalId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    subject: { type: "any", required: true },
    title: { type: "string", required: true },
    family: { type: "string", required: true },
    amount: { type: "number", required: true },
    currency: { type: "string", required: true },
    state: { type: "string", required: true },
    askedBy: { type: "string", required: true },
    askedAt: { type: "string", required: true },
    /** What the asker said. */
    note: { type: "string" },
    /** Until when it can be used. */
    until: { type: "string", required: true },
    decidedBy: { type: "string" },
    decidedAt: { type: "string" },
    /** What the approver said. */
    answer: { type: "string" },
    orderId: { type: "string" },
    version: { type: "number", required: true },
    isDemo: { type: "boolean" },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["approvalId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
    byOwner: {
      index: keys.byOwner.index,
      scope: "approval",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["askedAt"], casing: "none" },
    },
  },
} as const);
