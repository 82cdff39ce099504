import * as z from "zod";
import { pageOf } from "../kernel/page.ts";
import { Money } from "../kernel/money.ts";
import { Side, Status } from "./model.ts";

/** Who looks: the price of an offer is the supplier's own to the supplier, and what a piece costs the buyer to everybody else. */
export const Viewer = z.enum(["buyer", "supplier", "admin"]);
export type Viewer = z.infer<typeof Viewer>;

const card = {
  inquiryId: z.string(),
  productId: z.string(),
  title: z.string(),
  /** The name of the listing in the address of its page. */
  slug: z.string(),
  /** The supplier; of the buyer nobody learns a name. */
  supplierName: z.string(),
  quantity: z.int(),
  status: Status,
  isExpired: z.boolean(),
  expiresAt: z.string(),
  /** Whose turn it is. */
  awaits: Side.optional(),
  lastAt: z.string(),
  createdAt: z.string(),
};

/** An inquiry in a list. */
export const InquiryCard = z.strictObject(card);
export type InquiryCard = z.infer<typeof InquiryCard>;
export const InquiryPage = pageOf(InquiryCard);

/** An offer as one side sees it: the price of a piece and of all of them. */
export const OfferView = z.strictObject({
  quantity: z.int(),
  unitPrice: Money,
  total: Money,
  leadDays: z.int(),
  validUntilOn: z.string(),
  /** Whether it is the last one made, which is the only one that can be taken. */
  isCurrent: z.boolean(),
  isExpired: z.boolean(),
});
export type OfferView = z.infer<typeof OfferView>;

export const MessageView = z.strictObject({
  messageId: z.string(),
  side: Side,
  text: z.string().optional(),
  offer: OfferView.optional(),
  at: z.string(),
});
export type MessageView = z.infer<typeof MessageView>;

/** A thread with everything that was said in it, first things first. */
export const InquiryView = z.strictObject({
  ...card,
  viewer: Viewer,
  messages: z.array(MessageView).readonly(),
  /** Told to the buyer, whose quote it is. */
  quoteId: z.string().optional(),
  /** The platform's share on top of an offer, told to the supplier who makes one. */
  feeBps: z.int().optional(),
});
export type InquiryView = z.infer<typeof InquiryView>;
