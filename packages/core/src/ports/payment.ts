import { definePort } from "../kernel/port.ts";
import type { Money } from "../kernel/money.ts";

/** Money in whatever currency the provider names; only what is in ours can become `Money`. */
export type Counted = { readonly amount: number; readonly currency: string };

/** Money that went back, or is on its way back, out of one charge. `refundId` is ours, where we asked for it. */
export type ProviderRefund = {
  readonly providerRefundId: string;
  readonly refundId?: string;
  readonly amount: Counted;
  readonly status: "pending" | "succeeded" | "failed" | "canceled";
  readonly failure?: string;
};

/** What a dispute moved at the provider: below zero what was taken from us, above what came back; `fee` is what the provider charges for it. */
export type DisputeMovement = { readonly movementId: string; readonly amount: Counted; readonly fee: Counted };

/** The card holder's bank asks for a charge back. */
export type ProviderDispute = {
  readonly disputeId: string;
  readonly amount: Counted;
  readonly status: "open" | "won" | "lost";
  readonly reason: string;
  readonly movements: readonly DisputeMovement[];
};

/** A charge at the payment provider, as the provider itself tells it. */
export type Intent = {
  readonly intentId: string;
  readonly status: "open" | "requires_action" | "processing" | "succeeded" | "failed" | "canceled";
  readonly amount: Counted;
  readonly received: Counted;
  readonly clientSecret: string;
  /** Our payment, as we named it when we opened the charge. */
  readonly paymentId: string;
  readonly orderId: string;
  readonly purpose: string;
  readonly failure?: string;
  /** What came of the charge after it succeeded; empty before. */
  readonly refunds: readonly ProviderRefund[];
  readonly disputes: readonly ProviderDispute[];
};

export type Opening = {
  readonly key: string;
  readonly amount: Money;
  readonly paymentId: string;
  readonly orderId: string;
  readonly purpose: string;
  readonly description: string;
};

export type Refunding = {
  readonly key: string;
  readonly intentId: string;
  readonly amount: Money;
  readonly refundId: string;
  readonly orderId: string;
};

/** The payment provider. `key` makes opening and giving back safe to repeat; `refund` throws `refund.refused` when the provider will not. */
export type Payments = {
  readonly open: (opening: Opening) => Promise<Intent>;
  readonly read: (intentId: string) => Promise<Intent>;
  /** Asks another amount of a charge that nobody has paid yet; throws `payment.under_way` for one that is being paid. */
  readonly change: (intentId: string, amount: Money) => Promise<Intent>;
  readonly refund: (refunding: Refunding) => Promise<ProviderRefund>;
};

export const Payments = definePort<Payments>("Payments");

/** A provider event whose signature over the raw body has been checked. */
export type ProviderEvent = { readonly eventId: string; readonly type: string; readonly intentId?: string };

/** Checks a webhook; throws `hook.signature` when the body was not signed by the provider within the last five minutes. */
export type Hooks = { readonly verify: (raw: string, signature: string | undefined) => Promise<ProviderEvent> };

export const Hooks = definePort<Hooks>("Hooks");
