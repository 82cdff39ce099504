import * as z from "zod";
import { Money } from "../kernel/money.ts";

/** Where an order stands: each says what happened last, never how much was paid. */
export const Status = z.enum([
  "awaiting_deposit",
  "deposit_paid",
  "offered",
  "accepted",
  "sampling",
  "in_production",
  "inspection",
  "ready",
  "awaiting_balance",
  "shipped",
  "delivered",
  "claimed",
  "completed",
  "on_hold",
  "cancelled",
]);
export type Status = z.infer<typeof Status>;

/** What people call each status. */
export const statusNames: Readonly<Record<Status, string>> = {
  awaiting_deposit: "Awaiting deposit",
  deposit_paid: "Matching a factory",
  offered: "Offered to a factory",
  accepted: "Accepted by the factory",
  sampling: "Sample in the making",
  in_production: "In production",
  inspection: "In inspection",
  ready: "Inspected, ready",
  awaiting_balance: "Awaiting balance",
  shipped: "Shipped",
  delivered: "Delivered",
  claimed: "In claim",
  completed: "Completed",
  on_hold: "On hold",
  cancelled: "Cancelled",
};

/** A line of an order from stock: which product, which SKU, so many pieces at so much each. */
export const Item = z.strictObject({ productId: z.string(), sku: z.string(), quantity: z.int(), unitPrice: Money });
export type Item = z.infer<typeof Item>;

/** Days from the supplier's word to the day its pieces from stock are inspected and ready: the platform's own rule. */
export const READY_DAYS = 7;

/** Days after the delivery in which the buyer may claim; what is not claimed by then is taken as right: our own rule. */
export const CLAIM_DAYS = 14;

/** Where an offer to a supplier stands; `countered` while the platform thinks about what the supplier asks instead. */
export const offerStates = ["offered", "countered", "accepted", "declined", "withdrawn", "lapsed", "completed"] as const;

/** Orders that still ask something of somebody. */
export const isOpen = (status: Status): boolean => status !== "completed" && status !== "cancelled";

/** The lane of a list an order is in. */
export const laneOf = (status: Status): "open" | "order" => (isOpen(status) ? "open" : "order");

/** Who looks at an order; the policy decides it from the actor and the record. */
export type Party = "buyer" | "supplier" | "factory" | "admin";
