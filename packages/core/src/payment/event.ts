import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Money as MoneySchema } from "../kernel/money.ts";
import { Purpose } from "./model.ts";

export const Initiated = defineEvent("payment.initiated", z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose }));
export const Received = defineEvent(
  "payment.received",
  z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose, amount: MoneySchema }),
);
export const Failed = defineEvent("payment.failed", z.object({ orderId: id("order"), paymentId: id("payment"), purpose: Purpose }));
export const PaidOut = defineEvent("payment.paid_out", z.object({ orderId: id("order"), amount: MoneySchema, reference: z.string() }));
