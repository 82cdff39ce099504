import { blanked, ERASED } from "./blank.ts";
import { books, type Kind, trade } from "./kind.ts";

/** What is wrong with a delivery, and what comes of it. */
export const claimKinds: Readonly<Record<string, Kind>> = {
  claim: {
    about: "organisation",
    told: ["claimId", "kind", "pieces", "words", "state", "openedAt", "answer", "answeredAt", "reason", "closedAt"],
    erasing: blanked("What was wrong with an order and what came of it", () => ({ words: ERASED, answer: undefined, reason: undefined })),
    keeping: trade,
  },
  "claim-settlement": { about: "books", told: ["claimId", "amount", "currency", "decidedAt"], erasing: books, keeping: trade },
};
