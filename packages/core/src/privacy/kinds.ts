import { blanked, ERASED, nowhere, without, wordless } from "./blank.ts";
import { aiKinds } from "./kinds-ai.ts";
import { claimKinds } from "./kinds-claim.ts";
import { marketKinds } from "./kinds-market.ts";
import { moneyKinds } from "./kinds-money.ts";
import { quoteKinds } from "./kinds-quote.ts";
import { account, books, idsOnly, type Kind, removed, short, trade } from "./kind.ts";

export type { Kind } from "./kind.ts";

/**
 * Every kind of row there is: what its owner is told of it, what is left of it when they are erased, and how long it stays. Export,
 * erasure and the retention document are made of this one table; a kind that is missing here fails a test.
 */
export const kinds: Readonly<Record<string, Kind>> = {
  address: {
    about: "person",
    told: ["label", "name", "company", "street", "city", "region", "postcode", "country"],
    erasing: removed,
    keeping: account,
  },
  "admin-grant": {
    about: "person",
    told: ["askedAt", "expiresAt"],
    erasing: removed,
    keeping: short(2, "two days after it was asked for", "A second administrator has to confirm"),
  },
  ...aiKinds,
  "audit-entry": {
    about: "nobody",
    told: [],
    erasing: idsOnly("The sealed audit holds ids and redacted differences"),
    keeping: { until: "ten years", why: "Shows that the log is whole", by: "nothing" },
  },
  "audit-head": {
    about: "nobody",
    told: [],
    erasing: idsOnly("A count and a hash"),
    keeping: { until: "ten years", why: "Where a day's audit ends", by: "nothing" },
  },
  bank: { about: "organisation", told: ["details", "savedAt"], erasing: removed, keeping: { ...account, why: "The supplier is paid there" } },
  challenge: {
    about: "person",
    told: [],
    erasing: idsOnly("Sealed, and gone by itself"),
    keeping: short(1, "an hour after the code ended", "A code is answered with it"),
  },
  ...claimKinds,
  erasure: {
    about: "nobody",
    told: [],
    erasing: idsOnly("The proof: ids, counts and instants"),
    keeping: { until: "the stage is removed", why: "Shows that an erasure was done, and repeats it after a backup was restored", by: "nothing" },
  },
  event: {
    about: "nobody",
    told: ["type", "at"],
    erasing: idsOnly("The sealed log holds ids and facts, never a name, an address or free text"),
    keeping: { until: "ten years at least", why: "Log, audit and proof of what was agreed", by: "nothing" },
  },
  "exchange-rates": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Rates of currencies"),
    keeping: { until: "the stage is removed", why: "Amounts are also shown in other currencies", by: "nothing" },
  },
  export: {
    about: "person",
    told: ["askedAt", "readyAt"],
    erasing: removed,
    keeping: short(30, "30 days after it was asked for", "The settings show it"),
  },
  idempotency: {
    about: "nobody",
    told: [],
    erasing: idsOnly("Sealed by the caller's own key, and gone by itself"),
    keeping: short(1, "a day", "A repeated call is answered as the first"),
  },
  import: {
    about: "organisation",
    told: [],
    erasing: idsOnly("Counts and line numbers, and gone by itself"),
    keeping: short(30, "30 days", "The supplier looks at the outcome"),
  },
  inquiry: {
    about: "organisation",
    told: ["inquiryId", "productId", "title", "quantity", "status", "createdAt"],
    erasing: removed,
    keeping: { until: "the account of either side is erased", why: "Buyer and supplier talk about a listing", by: "erasure" },
  },
  "inquiry-message": {
    about: "organisation",
    told: ["inquiryId", "side", "text", "at"],
    erasing: removed,
    keeping: { until: "the account of either side is erased", why: "Buyer and supplier talk about a listing", by: "erasure" },
  },
  inspection: {
    about: "organisation",
    told: ["inspectionId", "at"],
    erasing: blanked("The verdict belongs to the order", ({ inspection }) => ({ inspection: wordless(inspection) })),
    keeping: trade,
  },
  "interest-mark": {
    about: "nobody",
    told: [],
    erasing: idsOnly("A hash that says neither who nor for what, and gone by itself"),
    keeping: short(3, "two days after the day it is for", "Who looks at a listing counts once a day"),
  },
  invitation: {
    about: "organisation",
    told: ["kind", "expiresAt"],
    erasing: removed,
    keeping: short(8, "eight days", "A seat is offered for a week"),
  },
  invoice: {
    about: "books",
    told: ["number", "purpose", "document", "amount", "currency", "issuedOn", "dueOn"],
    erasing: { how: "kept", why: "An invoice as issued names the buyer and their address for ten years (tax law); it and its PDF stay as they are" },
    keeping: trade,
  },
  lease: { about: "nobody", told: [], erasing: idsOnly("Ids"), keeping: short(1, "an hour", "One worker at a time") },
  "listing-figures": {
    about: "nobody",
    told: [],
    erasing: idsOnly("A sum and a count"),
    keeping: { until: "the stage is removed", why: "The mean of a listing's ratings", by: "nothing" },
  },
  membership: { about: "person", told: ["orgId", "orgKind", "kind", "createdAt"], erasing: removed, keeping: account },
  order: {
    about: "organisation",
    told: ["orderId", "orderNumber", "title", "quantity", "status", "promisedOn", "createdAt"],
    erasing: blanked("The books hang on it; it has no name of a person", ({ supplierId, supplierName, holdReason }, { orgIds }) => ({
      ...(holdReason === undefined ? {} : { holdReason: ERASED }),
      ...(supplierName !== undefined && orgIds.includes(String(supplierId)) ? { supplierName: ERASED } : {}),
    })),
    keeping: trade,
  },
  "order-brief": {
    about: "organisation",
    told: ["orderId", "brief"],
    erasing: blanked("What was made, for the books", ({ brief }) => ({ brief: without(brief, "notes") })),
    keeping: trade,
  },
  "order-internal": { about: "nobody", told: [], erasing: blanked("Costs, for the books", () => ({ notes: undefined })), keeping: trade },
  "order-money": {
    about: "organisation",
    told: ["orderId", "total", "deposit", "balance", "currency", "lines", "shippingAddress", "termsVersion", "acceptedAt", "poNumber"],
    erasing: blanked("What was owed, for the books", ({ shippingAddress }) => ({ shippingAddress: nowhere(shippingAddress) })),
    keeping: trade,
  },
  ...marketKinds,
  organisation: {
    about: "organisation",
    told: ["orgId", "kind", "name", "country", "phone", "taxId", "createdAt"],
    erasing: blanked("Orders and invoices name it by its id", () => ({ name: ERASED, country: undefined, phone: undefined, taxId: undefined })),
    keeping: account,
  },
  ...moneyKinds,
  "price-book": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Prices; who made them stands in the log, by id"),
    keeping: { until: "the stage is removed", why: "A quote can be computed again for ever from the book it was priced with", by: "nothing" },
  },
  "price-shelf": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Names of books and instants"),
    keeping: { until: "the stage is removed", why: "Says which book prices a quote", by: "nothing" },
  },
  product: {
    about: "organisation",
    told: ["productId", "status", "draft", "createdAt", "updatedAt"],
    erasing: removed,
    keeping: { until: "the supplier removes it or is erased", why: "The catalogue", by: "erasure" },
  },
  "product-day": {
    about: "nobody",
    told: [],
    erasing: idsOnly("How often, not by whom"),
    keeping: short(400, "400 days", "A supplier compares a day with the year before"),
  },
  "product-month": { about: "nobody", told: [], erasing: idsOnly("How often, not by whom"), keeping: short(400, "400 days", "As above, of a month") },
  "product-stats": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Numbers"),
    keeping: { until: "the stage is removed", why: "How often a listing was sold", by: "nothing" },
  },
  "product-log": {
    about: "organisation",
    told: ["what", "reason", "at"],
    erasing: removed,
    keeping: { until: "the listing goes", why: "What was decided about a listing, and why", by: "erasure" },
  },
  ...quoteKinds,
  "rate-window": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Gone by itself"),
    keeping: short(2, "an hour after its window, a day at most", "Rate limits"),
  },
  recovery: { about: "person", told: [], erasing: removed, keeping: account },
  reservation: {
    about: "books",
    told: ["orderId", "productId", "lines", "state"],
    erasing: { how: "kept", why: "Which pieces an order was made of, for the books; ids and numbers" },
    keeping: trade,
  },
  "saved-search": { about: "person", told: ["name", "asked", "alerts", "createdAt"], erasing: removed, keeping: account },
  sequence: {
    about: "books",
    told: [],
    erasing: books,
    keeping: { until: "the stage is removed", why: "Invoice numbers have no gap", by: "nothing" },
  },
  "security-event": {
    about: "nobody",
    told: [],
    erasing: idsOnly("Ids, networks and counts, and gone by itself"),
    keeping: short(90, "90 days", "Attacks are looked into"),
  },
  session: {
    about: "person",
    told: ["device", "address", "country", "signedInAt", "seenAt", "endedAt"],
    erasing: removed,
    keeping: short(31, "31 days after the sign-in", "The owner sees where they are signed in"),
  },
  shipment: {
    about: "organisation",
    told: ["orderId", "carrier", "trackingNumber", "shippedOn", "deliveredOn"],
    erasing: blanked("When it was shipped, for the books", () => ({ trackingNumber: ERASED })),
    keeping: trade,
  },
  "sign-in-attempt": {
    about: "person",
    told: ["tries", "lastAt"],
    erasing: removed,
    keeping: short(90, "90 days after the last sign-in from that network, two days without one", "Lock-out; the network is a keyed hash"),
  },
  "sign-up-intent": { about: "person", told: ["as", "company"], erasing: removed, keeping: short(30, "30 days", "A sign-up is confirmed with it") },
  stage: {
    about: "organisation",
    told: [],
    erasing: blanked("The plan belongs to the order", ({ stage }) => ({ stage: without(stage, "note", "revisionReason") })),
    keeping: trade,
  },
  "stage-update": {
    about: "organisation",
    told: ["orderId", "stageName", "percent", "at"],
    erasing: blanked("The progress belongs to the order", () => ({ note: undefined })),
    keeping: trade,
  },
  stock: {
    about: "books",
    told: ["productId", "sku", "size", "colour", "code", "onHand", "reserved", "sellable"],
    erasing: idsOnly("Pieces by size and colour: orders that hold some are reckoned with them"),
    keeping: { until: "the stage is removed", why: "Pieces that are held or sold are reckoned with it", by: "nothing" },
  },
  supplier: { about: "organisation", told: ["verification", "reasons", "application", "phone", "submittedAt"], erasing: removed, keeping: account },
  "supplier-figures": {
    about: "organisation",
    told: [],
    erasing: removed,
    keeping: { ...account, why: "Counts of what it has made and how it was rated" },
  },
  "supplier-order": {
    about: "organisation",
    told: ["orderId", "orderNumber", "title", "quantity", "price", "currency", "state", "offeredAt", "answerBy", "answeredAt", "reason"],
    erasing: blanked("What the supplier was owed, for the books", () => ({ reason: undefined })),
    keeping: trade,
  },
  suspension: {
    about: "person",
    told: ["suspendedAt", "reason"],
    erasing: removed,
    keeping: { until: "it ends", why: "Who is shut out stays out", by: "erasure" },
  },
  unique: {
    about: "nobody",
    told: [],
    erasing: idsOnly("Numbers of orders and invoices; a person's and a listing's names go with them"),
    keeping: { until: "what it names is removed", why: "Names and numbers are given once", by: "erasure" },
  },
  upload: {
    about: "person",
    told: ["uploadId", "purpose", "name", "state", "createdAt"],
    erasing: removed,
    keeping: { ...account, until: "the account is erased; a week where no record shows the picture" },
  },
  user: {
    about: "person",
    told: ["userId", "email", "formerEmail", "name", "username", "phone", "locale", "timeZone", "createdAt"],
    erasing: removed,
    keeping: account,
  },
  wishlist: { about: "person", told: ["name", "count", "createdAt"], erasing: removed, keeping: account },
  "wishlist-entry": { about: "person", told: ["productId", "title", "price", "note", "savedAt"], erasing: removed, keeping: account },
};

/** The rule of a kind; a kind that nobody has thought about must not be told, forgotten or kept by accident. */
export function kindRule(kind: string): Kind {
  const rule = kinds[kind];
  if (!rule) throw new Error(`${kind} is not in the table of kinds`);
  return rule;
}
