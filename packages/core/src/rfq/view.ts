import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { pageOf } from "../kernel/page.ts";
import { BriefFields } from "../pricing/model.ts";
import { Bid, PartyState, Side, Status } from "./model.ts";

const card = {
  rfqId: z.string(),
  title: z.string(),
  quantity: z.int(),
  respondBy: z.string(),
  /** Whether first bids still come in. */
  takesBids: z.boolean(),
  createdAt: z.string(),
};

/** A buyer's request for bids in a list. */
export const RfqCard = z.strictObject({
  ...card,
  status: Status,
  invited: z.int(),
  orderId: z.string().optional(),
  orderNumber: z.string().optional(),
});
export type RfqCard = z.infer<typeof RfqCard>;
export const RfqPage = pageOf(RfqCard);

/** How many files the buyer sent along. */
const files = z.int();

/** One step of a negotiation at the reader's own price for the quantity that was asked for. */
export const RoundView = z.strictObject({
  round: z.int(),
  side: Side,
  unitPrice: Money,
  total: Money,
  leadDays: z.int(),
  until: z.string(),
  note: z.string().optional(),
  at: z.string(),
});
export type RoundView = z.infer<typeof RoundView>;

/** A whole bid at the reader's own prices. */
export const BidView = z.strictObject({ ...Bid.shape, round: z.int(), unitPrice: Money, total: Money, isExpired: z.boolean() });
export type BidView = z.infer<typeof BidView>;

const negotiation = {
  state: PartyState,
  turn: Side.optional(),
  /** The supplier's last word. */
  bid: BidView.optional(),
  /** The buyer's counter-offer that waits for its answer. */
  counter: RoundView.optional(),
  rounds: z.array(RoundView).readonly(),
};

/** One invited supplier as the buyer sees it: its name and its bid, at what the buyer would pay. */
export const PartyView = z.strictObject({
  ...negotiation,
  supplierId: z.string(),
  supplierName: z.string(),
  isLowest: z.boolean(),
  isFastest: z.boolean(),
});
export type PartyView = z.infer<typeof PartyView>;

/** A request for bids with every bid of it, for its buyer and the platform. */
export const RfqView = z.strictObject({ ...RfqCard.shape, version: z.int(), brief: BriefFields, files, parties: z.array(PartyView).readonly() });
export type RfqView = z.infer<typeof RfqView>;

const request = { ...card, state: PartyState, turn: Side.optional(), lastAt: z.string() };

/** A request in the list of a supplier that was invited; of the buyer it learns nothing. */
export const RequestCard = z.strictObject(request);
export type RequestCard = z.infer<typeof RequestCard>;
export const RequestPage = pageOf(RequestCard);

/** A request as one invited supplier sees it: what is wanted and its own bid, at its own prices. */
export const RequestView = z.strictObject({ ...request, ...negotiation, brief: BriefFields, files });
export type RequestView = z.infer<typeof RequestView>;
