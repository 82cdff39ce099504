import * as z from "zod";
import { usd } from "../kernel/money.ts";

/** Where a quote stands; expired is derived from its last valid instant, never stored. */
export const Status = z.enum(["priced", "in_review", "sent", "accepted", "declined", "superseded"]);
export type Status = z.infer<typeof Status>;

/** How an owner's quotes are filed: `open` while they can become an order, `accepted` when they have, else `closed`. */
export const Lane = z.enum(["open", "accepted", "closed"]);
export type Lane = z.infer<typeof Lane>;

const lanes: Readonly<Record<Status, Lane>> = {
  priced: "open",
  in_review: "open",
  sent: "open",
  accepted: "accepted",
  declined: "closed",
  superseded: "closed",
};

/** The lane of a status. */
export const laneOf = (status: Status): Lane => lanes[status];

/** Where the goods go. */
export const ShippingAddress = z.strictObject({
  name: z.string().trim().min(2).max(100),
  company: z.string().trim().max(120).optional(),
  street: z.string().trim().min(3).max(160),
  city: z.string().trim().min(2).max(80),
  region: z.string().trim().max(80).optional(),
  postcode: z.string().trim().min(2).max(20),
  country: z.string().trim().length(2).toUpperCase(),
});
export type ShippingAddress = z.infer<typeof ShippingAddress>;

/** Why a person looks at a price before it can be accepted. */
export const ReviewReason = z.enum(["value", "quantity", "confidence"]);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** Above this total, above this many pieces, or below this confidence (basis points) a price waits for a person. */
export const REVIEW_TOTAL = usd(10_000_000);
export const REVIEW_QUANTITY = 20_000;
export const REVIEW_CONFIDENCE_BPS = 8_000;

/** Revisions of one quote, which are read as a whole. */
export const MAX_REVISIONS = 12;

/** Questions and answers under one quote, which are read as a whole. */
export const MAX_NOTES = 50;

/** Files that go with one quote, and slots and removed ones beside them that are not swept yet. */
/**
 * The secret of a quote that is being written: 256 random bits that the browser makes. The quote's id follows from it, so that files can be
 * sent for a quote before it is there, by nobody else.
 */
export const DraftSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "the secret of a draft");

export const MAX_FILES = 10;
export const MAX_SENT = 60;

/** What a file is called by whoever sent it. */
export const FileName = z.string().trim().min(1).max(120);

/** The files of another quote that a quote's supplier may open: exactly those that its buyer sent along. */
export const FilesOf = z.object({ quoteId: z.string(), uploadIds: z.array(z.string()) });
export type FilesOf = z.infer<typeof FilesOf>;

/** Who made a revision: the buyer by asking anew, or the platform by hand. */
export const RevisedBy = z.enum(["buyer", "platform"]);
export type RevisedBy = z.infer<typeof RevisedBy>;

/** What a person changed in a price: amounts of lines (cents for the whole run, by their place) and the platform's share of all others. */
export const Edit = z.strictObject({
  lines: z
    .array(z.strictObject({ position: z.int().min(0).max(30), amount: z.int().min(-100_000_000_000).max(100_000_000_000) }))
    .max(30)
    .optional(),
  feeBps: z.int().min(0).max(20_000).optional(),
});
export type Edit = z.infer<typeof Edit>;

/** What a person says about a revision or a quote. */
export const NoteText = z.string().trim().min(2, "at least two letters").max(1_000);
