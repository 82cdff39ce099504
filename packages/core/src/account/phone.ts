import type { Place } from "../ports/seal.ts";

/** Where telephone numbers are kept, sealed: a number that was moved to somebody else's row does not open. */
export const phoneOf = {
  user: (id: string): Place => ({ entity: "user", id, field: "phone" }),
  organisation: (id: string): Place => ({ entity: "organisation", id, field: "phone" }),
} as const;
