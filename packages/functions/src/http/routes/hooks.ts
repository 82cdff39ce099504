import { receiveStripeEvent } from "@sleekapp/contracts/hooks";
import * as Payment from "@sleekapp/core/payment/report";
import { Hooks } from "@sleekapp/core/ports/payment";
import { serve } from "../bind.ts";

/** Webhooks: the signature first, then one row; the work is done by the queue behind it. */
export const hooks = [
  serve(receiveStripeEvent, async ({ raw, header }) => {
    const event = await Hooks.use().verify(raw, header("stripe-signature"));
    if (!Payment.isRelevant(event)) return { received: true };
    return Payment.report({ eventId: event.eventId, type: event.type, intentId: event.intentId });
  }),
];
