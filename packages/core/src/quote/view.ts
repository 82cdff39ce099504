import * as z from "zod";
import { Money } from "../kernel/money.ts";
import { BriefFields, PricedQuote } from "../pricing/model.ts";
import { Status } from "./model.ts";

/** What the model says about a priced quote: words only, no price and no promise. */
export const Analysis = z.strictObject({
  summary: z.string().max(800),
  suggestions: z.array(z.string().max(300)).max(4),
  risks: z.array(z.string().max(300)).max(4),
});
export type Analysis = z.infer<typeof Analysis>;

const card = {
  quoteId: z.string(),
  title: z.string(),
  quantity: z.int(),
  total: Money,
  status: Status,
  isExpired: z.boolean(),
  revision: z.int(),
  validUntil: z.string(),
  createdAt: z.string(),
  orderId: z.string().optional(),
  orderNumber: z.string().optional(),
};

/** A quote in a list. */
export const QuoteCard = z.strictObject(card);
export type QuoteCard = z.infer<typeof QuoteCard>;

/** A quote with the revision in force: what was asked, every line of the price, and the commentary once it is there. */
export const QuoteView = z.strictObject({
  ...card,
  brief: BriefFields,
  priced: PricedQuote,
  deposit: Money,
  balance: Money,
  analysis: Analysis.extend({ source: z.enum(["model", "fallback"]) }).optional(),
});
export type QuoteView = z.infer<typeof QuoteView>;
