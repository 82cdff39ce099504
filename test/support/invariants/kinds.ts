/** A record that has to be there: `field` names it, and it is the `key` of a `kind`. */
export type Parent = { readonly field: string; readonly kind: string; readonly key: string };

export const order: Parent = { field: "orderId", kind: "order", key: "orderId" };
const quote: Parent = { field: "quoteId", kind: "quote", key: "quoteId" };
const organisation: Parent = { field: "orgId", kind: "organisation", key: "orgId" };
const owner: Parent = { field: "ownerId", kind: "organisation", key: "orgId" };
const supplier: Parent = { field: "supplierId", kind: "organisation", key: "orgId" };

const inquiry: Parent = { field: "inquiryId", kind: "inquiry", key: "inquiryId" };

const rfq: Parent = { field: "rfqId", kind: "rfq", key: "rfqId" };

const person: Parent = { field: "userId", kind: "user", key: "userId" };

/** Every kind of item there is, with what it belongs to. Windows, leases, keys and codes end by themselves and belong to nothing. */
export const kinds: Readonly<Record<string, readonly Parent[]>> = {
  address: [person],
  "admin-grant": [person],
  "ai-counter": [],
  "ai-day": [],
  "ai-hold": [],
  "ai-job": [owner],
  "ai-price": [],
  "ai-usage": [],
  approval: [owner],
  "audit-entry": [],
  "audit-head": [],
  bank: [organisation],
  challenge: [],
  design: [owner],
  erasure: [],
  event: [],
  "exchange-rates": [],
  export: [person],
  idempotency: [],
  import: [organisation],
  inquiry: [owner, supplier],
  "inquiry-message": [inquiry],
  inspection: [order],
  "interest-mark": [],
  invitation: [organisation],
  invoice: [order, owner],
  lease: [],
  lead: [],
  "lead-entry": [{ field: "leadId", kind: "lead", key: "leadId" }],
  "listing-figures": [],
  membership: [organisation, person],
  order: [owner, supplier, quote],
  "order-brief": [order],
  "order-internal": [order],
  "order-money": [order],
  organisation: [],
  payment: [order],
  posting: [order],
  "price-book": [],
  "price-shelf": [],
  product: [organisation],
  // Figures outlive the listings they are of: a supplier may be erased.
  "product-day": [],
  "product-month": [],
  "product-stats": [],
  "product-log": [{ field: "subjectId", kind: "product", key: "productId" }],
  quote: [owner],
  "quote-analysis": [quote],
  "quote-note": [quote],
  "quote-revision": [quote],
  "rate-window": [],
  rating: [order, owner, supplier],
  recovery: [person],
  reservation: [order, supplier],
  rfq: [owner],
  "rfq-brief": [rfq],
  "rfq-party": [rfq, supplier],
  "saved-search": [person],
  sequence: [],
  "security-event": [],
  session: [person],
  shipment: [order],
  "sign-in-attempt": [],
  "sign-up-intent": [],
  "spending-month": [organisation],
  "spending-rules": [organisation],
  stage: [order],
  "stage-update": [order],
  stock: [organisation],
  supplier: [organisation],
  "supplier-figures": [organisation],
  "supplier-order": [order, supplier],
  suspension: [person],
  unique: [],
  upload: [organisation],
  user: [],
  wishlist: [person],
  "wishlist-entry": [person],
};
