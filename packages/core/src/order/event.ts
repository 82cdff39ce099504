import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { AlarmCause, AlarmOwner } from "./alarm.ts";

const order = { orderId: id("order") };
const supplier = { supplierId: z.string() };

export const Opened = defineEvent(
  "order.opened",
  z.object({ ...order, quoteId: id("quote").optional(), revision: z.int().optional(), productId: id("product").optional(), ownerId: z.string() }),
);
/** The pieces of an order from stock were not paid in time and went back. */
export const Expired = defineEvent("order.expired", z.object(order));
/** The hold had run out, and the pieces were taken from those that are free. */
export const PiecesTaken = defineEvent("order.pieces_taken", z.object({ ...order, productId: id("product") }));
/** A deposit came for an order that was given up, or whose pieces were gone: the money is here and waits for a decision. */
export const PaymentKept = defineEvent("order.payment_kept", z.object({ ...order, paymentId: id("payment") }));
export const DepositPaid = defineEvent("order.deposit_paid", z.object({ ...order, paymentId: id("payment") }));
export const BalancePaid = defineEvent("order.balance_paid", z.object({ ...order, paymentId: id("payment") }));
export const Offered = defineEvent("order.offered", z.object({ ...order, ...supplier, answerBy: z.string() }));
export const OfferDeclined = defineEvent("order.offer_declined", z.object({ ...order, ...supplier }));
/** The supplier asks another price; which, its offer says. */
export const OfferCountered = defineEvent("order.offer_countered", z.object({ ...order, ...supplier }));
/** Nobody answered in time. */
export const OfferLapsed = defineEvent("order.offer_lapsed", z.object({ ...order, ...supplier }));
/** The buyer was reminded of what is to be paid; `times` counts from one. */
export const Reminded = defineEvent("order.reminded", z.object({ ...order, purpose: z.enum(["deposit", "balance"]), times: z.int() }));
export const OfferWithdrawn = defineEvent("order.offer_withdrawn", z.object({ ...order, ...supplier }));
export const Accepted = defineEvent("order.accepted", z.object({ ...order, ...supplier, promisedOn: z.string() }));
export const StageReported = defineEvent(
  "order.stage_reported",
  z.object({ ...order, position: z.int(), stageName: z.string(), percent: z.int(), photos: z.int() }),
);
/** A stage got another day; the reason stands with the stage. */
export const PlanRevised = defineEvent(
  "order.plan_revised",
  z.object({ ...order, position: z.int(), stageName: z.string(), dueOn: z.string(), promisedOn: z.string(), before: z.string().optional() }),
);
/** An alarm of an order was raised, or has gone up: to its owner, to the platform, to the buyer with the day to expect. */
export const Escalated = defineEvent(
  "order.escalated",
  z.object({ ...order, cause: AlarmCause, owner: AlarmOwner, level: z.int(), since: z.string(), likelyOn: z.string().optional() }),
);
export const Moved = defineEvent("order.moved", z.object({ ...order, from: z.string(), to: z.string() }));
export const SampleApproved = defineEvent("order.sample_approved", z.object(order));
export const InspectionPassed = defineEvent("order.inspection_passed", z.object({ ...order, inspectionId: id("inspection") }));
export const InspectionFailed = defineEvent("order.inspection_failed", z.object({ ...order, inspectionId: id("inspection") }));
/** Only the buyer can say whether a lot with a few minor defects more than agreed is taken. */
export const InspectionConditional = defineEvent("order.inspection_conditional", z.object({ ...order, inspectionId: id("inspection") }));
export const BalanceDue = defineEvent("order.balance_due", z.object(order));
export const Shipped = defineEvent("order.shipped", z.object({ ...order, carrier: z.string() }));
export const Delivered = defineEvent("order.delivered", z.object(order));
export const Completed = defineEvent("order.completed", z.object(order));
export const Cancelled = defineEvent("order.cancelled", z.object(order));
export const TrackingShared = defineEvent("order.tracking_shared", z.object(order));
/** A paid order was given up; what goes back is told by the refunds' own events. */
export const CalledOff = defineEvent("order.called_off", z.object({ ...order, from: z.string(), supplierId: z.string().optional() }));
