import * as z from "zod";
import { action, nothing } from "../kernel/action.ts";
import { defineEvent } from "../kernel/event.ts";
import { Request } from "../kernel/request.ts";
import type { ProviderEvent } from "../ports/payment.ts";
import { commit } from "../table/commit.ts";
import * as policy from "./policy.ts";

// Apart from the rest of payments, so that the intake of webhooks carries nothing of the orders behind it.

export const Reported = defineEvent("payment.reported", z.object({ providerEventId: z.string(), providerType: z.string(), intentId: z.string() }));

/** What the webhook leaves behind: one row under the provider's event id, so that the same event is taken once. */
export const report = action(
  {
    name: "payment.report",
    effect: "command",
    input: z.strictObject({ eventId: z.string(), type: z.string(), intentId: z.string() }),
    load: nothing,
    policy: policy.receive,
  },
  async ({ input }) => {
    const request = Request.use();
    const idempotency = { operation: "hook:stripe", key: input.eventId, bodyHash: input.eventId };
    const events = [Reported({ providerEventId: input.eventId, providerType: input.type, intentId: input.intentId })];
    return Request.with({ ...request, idempotency }, () => commit({ about: input.intentId, writes: [], events, reply: { received: true } }));
  },
);

const RELEVANT = /^(payment_intent\.|charge\.refund|charge\.dispute\.|refund\.)/;

/**
 * Provider events that can change a payment, its refunds or its disputes; the others are acknowledged and forgotten. What an event says
 * of its object is not read: whatever version of the provider's shapes it is written in, it only says which charge to look at.
 */
export const isRelevant = (event: ProviderEvent): event is ProviderEvent & { readonly intentId: string } =>
  event.intentId !== undefined && RELEVANT.test(event.type);
