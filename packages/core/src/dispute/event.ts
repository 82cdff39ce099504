import * as z from "zod";
import { defineEvent } from "../kernel/event.ts";
import { id } from "../kernel/id.ts";
import { Money } from "../kernel/money.ts";
import { Purpose } from "../payment/model.ts";

const dispute = z.object({ orderId: id("order"), disputeId: z.string(), purpose: Purpose, amount: Money });

/** The buyer's bank asks for a charge back; it has to be answered at the provider in time. */
export const Opened = defineEvent("dispute.opened", dispute);
export const Won = defineEvent("dispute.won", dispute);
/** The bank decided for the card holder: what was taken stays taken. */
export const Lost = defineEvent("dispute.lost", dispute);
