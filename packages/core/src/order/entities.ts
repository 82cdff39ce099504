import { entity, keys, SERVICE } from "../table/table.ts";
import { offerStates } from "./model.ts";

const model = (name: string) => ({ entity: name, version: "1", service: SERVICE }) as const;

/** Every item of an order lies under its id; what is of one collection is read together. */
const underOrder = <const C extends string, const S extends readonly string[]>(collection: C, sort: S) =>
  ({
    collection,
    pk: { field: keys.primary.pk, composite: ["orderId"], casing: "none" },
    sk: { field: keys.primary.sk, composite: sort, casing: "none" },
  }) as const;

/**
 * What every party of the order may see and lists show: no price, no address, no name of a person. Each step writes it and its
 * three index entries, so it stays under a kilobyte; what never changes is beside it.
 */
export const Header = entity({
  model: model("order"),
  attributes: {
    orderId: { type: "string", required: true },
    orderNumber: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    /** What it was made of: a revision of a quote, or the stock of a listing. */
    quoteId: { type: "string" },
    /** The design that the quote showed when it was accepted. */
    designId: { type: "string" },
    revision: { type: "number" },
    productId: { type: "string" },
    title: { type: "string", required: true },
    family: { type: "string", required: true },
    garmentType: { type: "string", required: true },
    quantity: { type: "number", required: true },
    status: { type: "string", required: true },
    heldFrom: { type: "string" },
    holdReason: { type: "string" },
    supplierId: { type: "string" },
    supplierName: { type: "string" },
    promisedOn: { type: "string" },
    /** How many inspections there were; the next one is a round further. */
    inspections: { type: "number" },
    /** True once the guard of the step that leads on from this status holds; gone with the next status. */
    guardMet: { type: "boolean" },
    percent: { type: "number", required: true },
    /** When it came to the status it has; absent while that is the first. */
    since: { type: "string" },
    /** How often its buyer was reminded of what this status waits for. */
    reminders: { type: "number" },
    /** True once pieces are made again for a claim: the price has been paid before. */
    isRemade: { type: "boolean" },
    /** What is wrong with it, as `alarm.ts` Alarm; gone when it goes on. */
    alarm: { type: "any" },
    version: { type: "number", required: true },
    createdAt: { type: "string", required: true },
    /** `open` while something is still to happen, else `order`. */
    lane: { type: "string", required: true },
    laneAt: { type: "string", required: true },
    month: { type: "string", required: true },
    isDemo: { type: "boolean" },
    /** True when it counts to what its buyer ordered, so that giving it up gives that back. */
    isCounted: { type: "boolean" },
    /** True when a supplier named its price, and is offered the order as soon as the deposit is there; which one, the platform's part says. */
    hasMaker: { type: "boolean" },
  },
  indexes: {
    primary: underOrder("core", []),
    byOwner: {
      index: keys.byOwner.index,
      scope: "work",
      pk: { field: keys.byOwner.pk, composite: ["ownerId"], casing: "none" },
      sk: { field: keys.byOwner.sk, composite: ["lane", "laneAt"], casing: "none" },
    },
    byStatus: {
      index: keys.queue.index,
      scope: "order",
      pk: { field: keys.queue.pk, composite: ["status"], casing: "none" },
      sk: { field: keys.queue.sk, composite: ["createdAt"], casing: "none" },
    },
    byMonth: {
      index: keys.feed.index,
      scope: "order",
      pk: { field: keys.feed.pk, composite: ["month"], casing: "none" },
      sk: { field: keys.feed.sk, composite: ["createdAt"], casing: "none" },
    },
  },
} as const);

/** The making instructions: the brief as accepted; it never changes. */
export const BriefRow = entity({
  model: model("order-brief"),
  attributes: {
    orderId: { type: "string", required: true },
    brief: { type: "any", required: true },
  },
  indexes: { primary: underOrder("core", []) },
} as const);

/** One stage of the production plan; shared with every party and the tracking link. */
export const StageRow = entity({
  model: model("stage"),
  attributes: {
    orderId: { type: "string", required: true },
    position: { type: "number", required: true, padding: { length: 2, char: "0" } },
    /** The plan, the revision and what happened, as `production/model.ts` Stage. */
    stage: { type: "any", required: true },
    version: { type: "number", required: true },
  },
  indexes: { primary: underOrder("core", ["position"]) },
} as const);

/** How the goods travel; one for each order. */
export const ShipmentRow = entity({
  model: model("shipment"),
  attributes: {
    orderId: { type: "string", required: true },
    carrier: { type: "string", required: true },
    trackingNumber: { type: "string", required: true },
    shippedOn: { type: "string", required: true },
    deliveredOn: { type: "string" },
  },
  indexes: { primary: underOrder("core", []) },
} as const);

/** What the buyer agreed to and owes; suppliers never read this item. */
export const MoneyRow = entity({
  model: model("order-money"),
  attributes: {
    orderId: { type: "string", required: true },
    /** Whose money it is, so that it can be shown without the header. */
    ownerId: { type: "string", required: true },
    total: { type: "number", required: true },
    deposit: { type: "number", required: true },
    balance: { type: "number", required: true },
    currency: { type: "string", required: true },
    lines: { type: "any", required: true },
    /** The pieces with their price, of an order from stock. */
    items: { type: "any" },
    shippingAddress: { type: "any", required: true },
    termsVersion: { type: "string", required: true },
    termsHash: { type: "string", required: true },
    acceptedBy: { type: "string", required: true },
    acceptedAt: { type: "string", required: true },
    /** The number of the buyer's own purchase order. */
    poNumber: { type: "string" },
  },
  indexes: { primary: underOrder("buyerSide", []) },
} as const);

/** What only the platform sees: cost, notes, who was asked before. */
export const InternalRow = entity({
  model: model("order-internal"),
  attributes: {
    orderId: { type: "string", required: true },
    buyerTotal: { type: "number", required: true },
    /** What of the buyer's total the platform earns. */
    platformFee: { type: "number", required: true },
    supplierPrice: { type: "number" },
    /** The supplier that named its price, where one did. */
    pricedBy: { type: "string" },
    excluded: { type: "list", items: { type: "string" }, required: true },
    notes: { type: "string" },
    version: { type: "number", required: true },
  },
  indexes: { primary: underOrder("internal", []) },
} as const);

/** The offer to one supplier with that supplier's own price; read by that supplier and the platform. */
export const SupplierRow = entity({
  model: model("supplier-order"),
  attributes: {
    orderId: { type: "string", required: true },
    supplierId: { type: "string", required: true },
    orderNumber: { type: "string", required: true },
    title: { type: "string", required: true },
    quantity: { type: "number", required: true },
    price: { type: "number", required: true },
    currency: { type: "string", required: true },
    state: { type: offerStates, required: true },
    /** What the supplier asks instead, while it is the platform's turn, and why. */
    counterPrice: { type: "number" },
    counterNote: { type: "string" },
    offeredAt: { type: "string", required: true },
    answerBy: { type: "string", required: true },
    answeredAt: { type: "string" },
    reason: { type: "string" },
    sLane: { type: "string", required: true },
    sLaneAt: { type: "string", required: true },
  },
  indexes: {
    primary: underOrder("supplierSide", ["supplierId"]),
    bySupplier: {
      index: keys.bySupplier.index,
      scope: "work",
      pk: { field: keys.bySupplier.pk, composite: ["supplierId"], casing: "none" },
      sk: { field: keys.bySupplier.sk, composite: ["sLane", "sLaneAt"], casing: "none" },
    },
  },
} as const);

/** What the floor reported: percent, note and photos, in order. */
export const UpdateRow = entity({
  model: model("stage-update"),
  attributes: {
    orderId: { type: "string", required: true },
    updateId: { type: "string", required: true },
    position: { type: "number", required: true },
    stageName: { type: "string", required: true },
    percent: { type: "number", required: true },
    note: { type: "string" },
    /** Keys of checked photos in private storage. */
    photos: { type: "list", items: { type: "string" }, required: true },
    /** The day the stage was moved to, where that is what was said; the note is the reason. */
    movedTo: { type: "string" },
    /** What was expected of the order after this report, as `production/forecast.ts`; it names its model. */
    forecast: { type: "any" },
    by: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: { primary: underOrder("progress", ["updateId"]) },
} as const);

/** An inspection with its sample, what was found and its verdict, and what the buyer decided where the verdict left it to them. */
export const InspectionRow = entity({
  model: model("inspection"),
  attributes: {
    orderId: { type: "string", required: true },
    inspectionId: { type: "string", required: true },
    inspection: { type: "any", required: true },
    decision: { type: ["taken", "refused"] as const },
    decidedAt: { type: "string" },
    at: { type: "string", required: true },
  },
  indexes: { primary: underOrder("progress", ["inspectionId"]) },
} as const);
