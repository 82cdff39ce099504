/** The objects of the Stripe API that the stand-in keeps. Amounts are in the smallest unit of the currency, times are seconds. */
interface Base {
  readonly id: string;
  readonly created: number;
  readonly livemode: false;
  metadata: Record<string, string>;
}

export interface Customer extends Base {
  readonly object: "customer";
  email: string | null;
  name: string | null;
  description: string | null;
  deleted?: true;
}

export interface PaymentMethod extends Base {
  readonly object: "payment_method";
  readonly type: "card";
  readonly customer: string | null;
  readonly billing_details: Record<string, unknown>;
  readonly card: {
    readonly brand: string;
    readonly last4: string;
    readonly exp_month: number;
    readonly exp_year: number;
    readonly country: "US";
    readonly funding: "credit";
  };
}

export type IntentStatus = "requires_payment_method" | "requires_confirmation" | "requires_action" | "requires_capture" | "succeeded" | "canceled";

export interface Intent extends Base {
  readonly object: "payment_intent";
  amount: number;
  amount_capturable: number;
  amount_received: number;
  automatic_payment_methods: { enabled: boolean } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  readonly capture_method: string;
  readonly client_secret: string;
  readonly confirmation_method: "automatic";
  currency: string;
  customer: string | null;
  description: string | null;
  last_payment_error: CardError | null;
  latest_charge: string | null;
  next_action: Record<string, unknown> | null;
  payment_method: string | null;
  readonly payment_method_types: readonly string[];
  receipt_email: string | null;
  shipping: unknown;
  statement_descriptor: string | null;
  status: IntentStatus;
  transfer_group: string | null;
}

export interface Charge extends Base {
  readonly object: "charge";
  readonly amount: number;
  amount_captured: number;
  amount_refunded: number;
  balance_transaction: string | null;
  readonly billing_details: Record<string, unknown>;
  captured: boolean;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  disputed: boolean;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly outcome: Record<string, unknown>;
  readonly paid: boolean;
  readonly payment_intent: string;
  readonly payment_method: string;
  readonly payment_method_details: Record<string, unknown>;
  readonly receipt_url: string | null;
  refunded: boolean;
  readonly status: "succeeded" | "failed";
}

export interface Refund extends Base {
  readonly object: "refund";
  readonly amount: number;
  readonly balance_transaction: string;
  failure_reason?: string;
  readonly charge: string;
  readonly currency: string;
  readonly payment_intent: string;
  readonly reason: string | null;
  status: "pending" | "succeeded" | "failed";
}

export interface BalanceTransaction extends Base {
  readonly object: "balance_transaction";
  readonly amount: number;
  readonly currency: string;
  readonly fee: number;
  readonly net: number;
  readonly source: string;
  readonly status: "available";
  readonly type: "charge" | "refund" | "adjustment";
}

export interface Dispute extends Base {
  readonly object: "dispute";
  readonly amount: number;
  /** What was taken of the account's balance, and what came back once it was won. */
  readonly balance_transactions: BalanceTransaction[];
  readonly is_charge_refundable: boolean;
  readonly charge: string;
  readonly currency: string;
  readonly payment_intent: string;
  readonly reason: "fraudulent";
  status: "needs_response" | "won" | "lost";
}

export interface StripeEvent {
  readonly id: string;
  readonly object: "event";
  readonly api_version: string;
  readonly created: number;
  readonly livemode: false;
  readonly type: string;
  readonly data: { readonly object: unknown };
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  pending_webhooks: number;
}

export type StripeObject = Customer | PaymentMethod | Intent | Charge | Refund | BalanceTransaction | Dispute;

/** What a refused card is told. */
export interface CardError {
  readonly type: "card_error" | "invalid_request_error";
  readonly code: string;
  readonly decline_code?: string;
  readonly message: string;
  readonly param?: string;
  readonly charge?: string;
  readonly payment_method?: PaymentMethod;
}
