import * as z from "zod";
import { seedBooks } from "../pricing/book.ts";

/** A draft is edited or discarded; a published book never changes. */
export const Status = z.enum(["draft", "published", "discarded"]);
export type Status = z.infer<typeof Status>;

/** The partition of everything that a price is made and shown with. */
export const DESK = "prices";

/** What the shelf says of a book. */
export const Entry = z.strictObject({
  bookVersion: z.int().min(1),
  name: z.string(),
  status: Status,
  /** From when it prices new quotes; ISO 8601, UTC. */
  effectiveFrom: z.string().optional(),
});
export type Entry = z.infer<typeof Entry>;

/** A published entry: it has its instant. */
export type Scheduled = Omit<Entry, "effectiveFrom"> & { readonly effectiveFrom: string };

/** Versions below are those of the code, which may bring more; those that admins make begin here. */
export const FIRST_OWN_VERSION = 1_001;

/** How long a container may trust what it read of the shelf. */
export const TRUST_SECONDS = 30;

/**
 * The least time between publishing and taking effect: every container has read the shelf again by then, so that no
 * quote is priced by a book whose time is over, and the edge has let go of the copy that browsers estimate with.
 */
export const NOTICE_SECONDS = 120;

/** How many books the shelf has room for; its row stays far below the table's limit. */
export const MAX_BOOKS = 500;

const names: readonly string[] = ["The seed's five engines, reconciled", "With gauge, placement, packing, sizes, sampling and freight"];

/** The books the code carries, as entries of the shelf. */
export const seedEntries: readonly Entry[] = seedBooks.map(({ book, effectiveFrom }, at) => ({
  bookVersion: book.version,
  name: names[at] ?? `Version ${book.version}`,
  status: "published",
  effectiveFrom,
}));
