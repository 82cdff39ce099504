import * as z from "zod";
import { Rate } from "../exchange/model.ts";
import { Money } from "../kernel/money.ts";
import { BriefFields, PricedQuote } from "../pricing/model.ts";
import { State } from "../upload/model.ts";
import { RevisedBy, ReviewReason, Status } from "./model.ts";

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
  /** What a US dollar was worth when it was priced, for display alone. */
  rates: z.array(Rate).optional(),
  deposit: Money,
  balance: Money,
  analysis: Analysis.extend({ source: z.enum(["model", "fallback"]) }).optional(),
  /** Why a person looks at it, while one does. */
  review: z.array(ReviewReason).optional(),
  /** Who made the revision in force, and what they said to it. */
  revisedBy: RevisedBy,
  note: z.string().optional(),
  declineReason: z.string().optional(),
  /** Whether a supplier named the price; such a quote is not priced anew. */
  isOffered: z.boolean(),
  /** The design that it shows. */
  designId: z.string().optional(),
  /** Whether whoever holds its link may read it. */
  isShared: z.boolean(),
});
export type QuoteView = z.infer<typeof QuoteView>;

/** One revision of a quote as it was and stays. */
export const RevisionView = z.strictObject({
  revision: z.int(),
  brief: BriefFields,
  priced: PricedQuote,
  by: RevisedBy,
  /** Which administrator it was; told to administrators alone. */
  actorId: z.string().optional(),
  note: z.string().optional(),
  at: z.string(),
});
export type RevisionView = z.infer<typeof RevisionView>;

/** A file of a quote: `waiting` until it has arrived and been looked into; `refused` says why. Bytes are those that are kept. */
export const FileView = z.strictObject({
  uploadId: z.string(),
  name: z.string(),
  state: State,
  reason: z.string().optional(),
  /** The ending of the file as it is kept: a picture is drawn anew as WebP. */
  ending: z.string().optional(),
  bytes: z.int().optional(),
  addedAt: z.string(),
});
export type FileView = z.infer<typeof FileView>;
export const FileList = z.strictObject({ items: z.array(FileView).readonly() });

/** Something that was asked about a quote, or answered. */
export const NoteView = z.strictObject({ noteId: z.string(), side: RevisedBy, text: z.string(), at: z.string() });
export type NoteView = z.infer<typeof NoteView>;
