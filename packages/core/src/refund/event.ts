import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";

const refund = z.object({ orderId: id("order"), refundId: id("refund"), purpose: Purpose, amount: Money });

/** Somebody decided, or a rule did, that money goes back. */
export const Asked = defineEvent("refund.asked", refund);
/** The provider has it. */
export const Sent = defineEvent("refund.sent", refund);
/** It went back: booked. */
export const Paid = defineEvent("refund.paid", refund);
/** It could not be given back; somebody has to find another way. */
export const Failed = defineEvent("refund.failed", refund);
