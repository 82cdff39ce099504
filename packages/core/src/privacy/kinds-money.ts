import { blanked, ERASED } from "./blank.ts";
import { books, type Kind, trade } from "./kind.ts";

/** What came in for an order, what went back, and how it was booked. */
export const moneyKinds: Readonly<Record<string, Kind>> = {
  dispute: { about: "books", told: [], erasing: books, keeping: trade },
  payment: { about: "books", told: ["orderId", "purpose", "amount", "currency", "status", "createdAt", "settledAt"], erasing: books, keeping: trade },
  refund: {
    about: "books",
    told: ["orderId", "purpose", "amount", "currency", "status", "reason", "note", "askedAt", "settledAt"],
    erasing: blanked("What went back, for the books", ({ note }) => (note === undefined ? {} : { note: ERASED })),
    keeping: trade,
  },
  posting: { about: "books", told: [], erasing: books, keeping: trade },
};
