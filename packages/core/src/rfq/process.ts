import { defineProcess } from "../kernel/process.ts";
import type { PartyState, Status } from "./model.ts";

/** The life of a request for bids. */
export const process = defineProcess<Status, "award" | "cancel">({
  noun: "rfq",
  initial: "open",
  final: ["awarded", "cancelled"],
  steps: {
    award: { from: ["open"], to: "awarded", by: ["buyer"], guard: "the bid is the one that was shown and still holds", mails: ["rfq-news"] },
    cancel: { from: ["open"], to: "cancelled", by: ["buyer"], mails: ["rfq-news"] },
  },
});

type PartyStep = "bid" | "counter" | "pass" | "win" | "lose" | "close";

/** What becomes of one invited supplier; a bid is revised as often as there is room until the request is decided. */
export const partyProcess = defineProcess<PartyState, PartyStep>({
  noun: "rfq_party",
  initial: "invited",
  final: ["awarded", "lost", "closed"],
  steps: {
    bid: { from: ["invited", "bidding", "passed"], to: "bidding", by: ["supplier"], guard: "the first one comes in time", mails: ["rfq-news"] },
    counter: { from: ["bidding"], to: "bidding", by: ["buyer"], guard: "it is the buyer's turn", mails: ["rfq-news"] },
    pass: { from: ["invited", "bidding"], to: "passed", by: ["supplier"], mails: ["rfq-news"] },
    win: { from: ["bidding"], to: "awarded", by: ["buyer"] },
    lose: { from: ["invited", "bidding", "passed"], to: "lost", by: ["buyer"] },
    close: { from: ["invited", "bidding", "passed"], to: "closed", by: ["buyer"] },
  },
});
