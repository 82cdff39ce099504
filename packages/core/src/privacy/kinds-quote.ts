import { blanked, without } from "./blank.ts";
import { KEPT_DAYS } from "../lead/model.ts";
import { SUMS_DAYS } from "../spending/model.ts";
import { account, type Kind, removed, short, trade } from "./kind.ts";

/** What is kept of prices that were asked for. */
export const quoteKinds: Readonly<Record<string, Kind>> = {
  quote: {
    about: "organisation",
    told: ["quoteId", "status", "revision", "title", "quantity", "total", "validUntil", "declineReason", "createdAt"],
    erasing: blanked("An order was made of it; any other quote is removed", () => ({
      claimHash: undefined,
      shareHash: undefined,
      declineReason: undefined,
      files: undefined,
    })),
    keeping: { until: "the account is erased; with its order for ten years", why: "The price that was asked for", by: "erasure" },
  },
  "quote-analysis": { about: "organisation", told: ["quoteId", "analysis"], erasing: removed, keeping: account },
  "quote-note": {
    about: "organisation",
    told: ["quoteId", "side", "text", "at"],
    erasing: removed,
    keeping: { ...account, why: "Questions about a price and their answers" },
  },
  "quote-revision": {
    about: "organisation",
    told: ["quoteId", "revision", "brief", "priced", "note", "at"],
    erasing: blanked("What an order was made of; of any other quote it is removed", ({ brief }) => ({
      brief: without(brief, "notes"),
      note: undefined,
      actorId: undefined,
      documentKey: undefined,
      documentUntil: undefined,
    })),
    keeping: { until: "the account is erased; with its order for ten years", why: "The price that was asked for", by: "erasure" },
  },
  rating: {
    about: "organisation",
    told: ["orderId", "scores", "words", "reply", "state", "createdAt"],
    erasing: blanked("The points are in the other side's sum; what was written goes", () => ({ words: undefined, reply: undefined })),
    keeping: trade,
  },
  rfq: {
    about: "organisation",
    told: ["rfqId", "title", "quantity", "status", "respondBy", "createdAt"],
    erasing: removed,
    keeping: { ...account, why: "A buyer asks suppliers for bids" },
  },
  "rfq-brief": { about: "organisation", told: ["rfqId", "brief"], erasing: removed, keeping: { ...account, why: "What the bids are for" } },
  "rfq-party": {
    about: "organisation",
    told: ["rfqId", "title", "quantity", "state", "rounds", "lastAt"],
    erasing: removed,
    keeping: { until: "the account of either side is erased", why: "A supplier's bid, and what was said about it", by: "erasure" },
  },
  approval: {
    about: "organisation",
    told: ["approvalId", "title", "amount", "currency", "state", "askedAt", "note", "until", "decidedAt", "answer"],
    erasing: removed,
    keeping: { ...account, why: "An order past a limit is asked for and decided" },
  },
  "spending-rules": {
    about: "organisation",
    told: ["limits", "approvers", "isPoRequired"],
    erasing: removed,
    keeping: { ...account, why: "What the organisation lets its people order" },
  },
  "spending-month": {
    about: "organisation",
    told: ["month", "sums"],
    erasing: removed,
    keeping: short(SUMS_DAYS, "400 days after its month began", "Limits are counted with it"),
  },
  lead: {
    about: "organisation",
    told: ["leadId", "name", "company", "quantity", "stage", "createdAt", "lastAt"],
    erasing: removed,
    keeping: short(KEPT_DAYS, "two years after the last word", "Somebody asked for a person"),
  },
  "lead-entry": {
    about: "organisation",
    told: ["leadId", "kind", "text", "at"],
    erasing: removed,
    keeping: short(KEPT_DAYS, "two years after it was written", "What was said with somebody who asked for a person"),
  },
};
