import * as z from "zod";
import { BookCosts, PriceBook } from "../pricing/book-model.ts";
import { Status } from "./model.ts";

/** What browsers compute an estimate with: the book in force, from when, and when the next one comes. No cost is in it. */
export const BookInForce = z.strictObject({ book: PriceBook, effectiveFrom: z.string(), nextFrom: z.string().optional() });
export type BookInForce = z.infer<typeof BookInForce>;

/** A book in the list of admins; `isInForce` at the instant of the answer. */
export const BookCard = z.strictObject({
  bookVersion: z.int(),
  name: z.string(),
  status: Status,
  effectiveFrom: z.string().optional(),
  isInForce: z.boolean(),
});
export type BookCard = z.infer<typeof BookCard>;

/** What happened to a book: who, by id, and when. */
export const HistoryEntry = z.strictObject({ type: z.string(), at: z.string(), actorId: z.string() });

/** One book for admins, with costs and history; `version` is what an edit has to name. */
export const BookView = z.strictObject({
  bookVersion: z.int(),
  name: z.string(),
  status: Status,
  effectiveFrom: z.string().optional(),
  basedOn: z.int(),
  book: PriceBook,
  costs: BookCosts,
  history: z.array(HistoryEntry),
  version: z.int(),
});
export type BookView = z.infer<typeof BookView>;
