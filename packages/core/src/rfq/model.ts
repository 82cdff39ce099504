import * as z from "zod";
import { CalendarDate } from "../kernel/calendar.ts";
import { Money } from "../kernel/money.ts";
import { MAX_QUANTITY } from "../pricing/model.ts";

/** Where a request for bids stands; that no new bids come in any more is derived from `respondBy`. */
export const Status = z.enum(["open", "awarded", "cancelled"]);
export type Status = z.infer<typeof Status>;

/** Where one invited supplier stands: `closed` when the buyer called the request off. */
export const PartyState = z.enum(["invited", "bidding", "passed", "awarded", "lost", "closed"]);
export type PartyState = z.infer<typeof PartyState>;

/** Who speaks in a negotiation. */
export const Side = z.enum(["buyer", "supplier"]);
export type Side = z.infer<typeof Side>;

/** Suppliers that a request goes to by itself, and at most with those that the platform adds. */
export const MATCHED = 10;
export const MAX_PARTIES = 12;

/** Working days in which the goods have to be ready where the buyer named no day: three months of the trade. */
export const OPEN_DAYS = 78;

/** Bids and counter-offers between a buyer and one supplier, which are read as a whole. */
export const MAX_ROUNDS = 12;

/** Days in which suppliers may make their first bid. */
export const RespondDays = z.int().min(1).max(30);

/** Days that a bid holds at most. */
export const MAX_BID_DAYS = 90;

/** Hours that a counter-offer waits for its answer; after that the bid before it stands again. */
export const CounterHours = z.union([z.literal(24), z.literal(48), z.literal(72), z.literal(168)]);
export type CounterHours = z.infer<typeof CounterHours>;

const Price = Money.refine(({ amount }) => amount > 0, "more than zero");

export const Words = z.string().trim().min(2, "at least two letters").max(1_000);

/** What a supplier wants: prices a piece from so many pieces on, its smallest run, when the goods are ready, until when it holds, and a sample. */
export const Bid = z.strictObject({
  breaks: z
    .array(z.strictObject({ from: z.int().min(1).max(MAX_QUANTITY), unitPrice: Price }))
    .min(1)
    .max(5),
  moq: z.int().min(1).max(MAX_QUANTITY),
  leadDays: z.int().min(1).max(365),
  validUntilOn: CalendarDate,
  /** A sample before the bulk: what it costs, and in how many days it is there. */
  sample: z.strictObject({ price: Money.refine(({ amount }) => amount >= 0, "not less than nothing"), days: z.int().min(1).max(120) }).optional(),
  notes: Words.optional(),
});
export type Bid = z.infer<typeof Bid>;

/** One step of a negotiation, at the supplier's price for the quantity that was asked for; a supplier's has its whole bid. */
export const Round = z.object({
  side: Side,
  unitPrice: Money,
  leadDays: z.number(),
  /** Until when it can be answered. */
  until: z.string(),
  bid: Bid.optional(),
  note: z.string().optional(),
  at: z.string(),
});
export type Round = z.infer<typeof Round>;
