import * as z from "zod";
import { id } from "../kernel/id.ts";

/** What the browser notes of somebody who looks at listings. */
export const Kind = z.enum(["view", "hover", "swatch", "quote", "share"]);
export type Kind = z.infer<typeof Kind>;

/** Notes that one call may bring. */
export const MAX_NOTES = 50;

export const Note = z.strictObject({ productId: id("product"), kind: Kind });
export type Note = z.infer<typeof Note>;

/**
 * Notes of one tab. `visitor` is a random word that the tab made for itself: it tells apart who looks, not who that is, and only its hash
 * with the day, the listing and the kind is kept, for two days.
 */
export const Notes = z.strictObject({
  visitor: z.string().regex(/^[\w-]{20,40}$/, "twenty to forty letters"),
  notes: z.array(Note).min(1).max(MAX_NOTES),
});
export type Notes = z.infer<typeof Notes>;

/**
 * What is counted of a listing, by day: `views`, `hovers`, `swatches` and `shares` as browsers noted them, once a day for each tab;
 * `quotePresses` of the way to a quote; `hearts` once a day for each person; `inquiries`, `quotes` made of offers and `orders` exactly.
 */
export const counts = ["views", "hovers", "swatches", "shares", "quotePresses", "hearts", "inquiries", "quotes", "orders"] as const;
export type Count = (typeof counts)[number];

/** The count that a note adds to. */
export const countOf: Readonly<Record<Kind, Count>> = {
  view: "views",
  hover: "hovers",
  swatch: "swatches",
  quote: "quotePresses",
  share: "shares",
};

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-11");

/** Days that a listing's own page shows. */
export const SHOWN_DAYS = 30;
