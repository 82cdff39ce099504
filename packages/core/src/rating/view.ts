import * as z from "zod";
import { pageOf } from "../kernel/page.ts";
import { Scores, State } from "./model.ts";

/** A rating as the parties of its order and the platform see it. */
export const RatingView = z.strictObject({
  orderId: z.string(),
  scores: Scores,
  words: z.string().optional(),
  state: State,
  reply: z.string().optional(),
  repliedAt: z.string().optional(),
  createdAt: z.string(),
});
export type RatingView = z.infer<typeof RatingView>;

/** The rating of an order, where there is one, and whether the caller could give it now. */
export const OrderRating = z.strictObject({ rating: RatingView.optional(), canRate: z.boolean(), canReply: z.boolean() });
export type OrderRating = z.infer<typeof OrderRating>;

/** A rating as everybody sees it: scores, and words the platform has read; nothing of who gave it or for which order. */
export const PublicRating = z.strictObject({ scores: Scores, words: z.string().optional(), reply: z.string().optional(), ratedOn: z.string() });
export type PublicRating = z.infer<typeof PublicRating>;

export const PublicRatings = pageOf(PublicRating);
