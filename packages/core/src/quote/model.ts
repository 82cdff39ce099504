import * as z from "zod";

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
