import { definePort } from "../kernel/port.ts";
import type { Money } from "../kernel/money.ts";

/** A charge at the payment provider, as the provider itself tells it. */
export type Intent = {
  readonly intentId: string;
  readonly status: "open" | "processing" | "succeeded" | "failed" | "canceled";
  readonly amount: Money;
  readonly received: Money;
  readonly clientSecret: string;
  /** Our payment, as we named it when we opened the charge. */
  readonly paymentId: string;
  readonly orderId: string;
  readonly purpose: string;
  readonly failure?: string;
};

export type Opening = {
  readonly key: string;
  readonly amount: Money;
  readonly paymentId: string;
  readonly orderId: string;
  readonly purpose: string;
  readonly description: string;
};

/** The payment provider. `key` makes opening safe to repeat. */
export type Payments = {
  readonly open: (opening: Opening) => Promise<Intent>;
  readonly read: (intentId: string) => Promise<Intent>;
};

export const Payments = definePort<Payments>("Payments");

/** A provider event whose signature over the raw body has been checked. */
export type ProviderEvent = { readonly eventId: string; readonly type: string; readonly intentId?: string };

/** Checks a webhook; throws `hook.signature` when the body was not signed by the provider within the last five minutes. */
export type Hooks = { readonly verify: (raw: string, signature: string | undefined) => Promise<ProviderEvent> };

export const Hooks = definePort<Hooks>("Hooks");
