import type { Place } from "../ports/seal.ts";

/** Where telephone numbers are kept, sealed: a number that was moved to somebody else's row does not open. */
export const phoneOf = {
  user: (id: string): Place => ({ record: "user", id, field: "phone" }),
  organisation: (id: string): Place => ({ record: "organisation", id, field: "phone" }),
} as const;

/** Where an organisation's tax number is kept, sealed. */
export const taxIdOf = (orgId: string): Place => ({ record: "organisation", id: orgId, field: "taxId" });
