import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";
import { MAX_QUANTITY, MIN_QUANTITY } from "../pricing/model.ts";

/** Where an inquiry stands. Expired is derived from `expiresAt`, never stored. */
export const Status = z.enum(["open", "offered", "converted", "declined"]);
export type Status = z.infer<typeof Status>;

/** Who says something in the thread of an inquiry. */
export const Side = z.enum(["buyer", "supplier"]);
export type Side = z.infer<typeof Side>;

/** Days after which an inquiry that nobody writes to has expired; the seed gave every inquiry seven. */
export const QUIET_DAYS = 7;

/** Days that an offer may hold at most. */
export const MAX_OFFER_DAYS = 90;

/** Messages and offers of one thread, which is read as a whole. */
export const MAX_MESSAGES = 100;

/** What somebody writes to the other side. */
export const Text = z.string().trim().min(2, "at least two letters").max(2_000);

/** Pieces that are asked for or offered: a run that can become an order. */
export const Quantity = z.int().min(MIN_QUANTITY).max(MAX_QUANTITY);

/** A supplier's offer: what it wants for a piece, in how many days the goods are ready, and the last day on which the buyer can take it. */
export const Offer = z.strictObject({
  quantity: Quantity,
  unitPrice: Money.refine(({ amount }) => amount > 0, "more than zero"),
  leadDays: z.int().min(1).max(365),
  validUntilOn: CalendarDate,
});
export type Offer = z.infer<typeof Offer>;
