import type { Intent, PaymentMethod } from "./objects.ts";

/** What an error answer carries beside type and message. */
export interface ErrorDetails {
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly charge?: string;
  readonly payment_intent?: Intent;
  readonly payment_method?: PaymentMethod;
}

/** An error of the Stripe API. */
export class StripeError extends Error {
  readonly status: number;
  readonly type: string;
  readonly details: ErrorDetails;
  constructor(kind: { readonly status: number; readonly type: string }, message: string, details: ErrorDetails = {}) {
    super(message);
    this.status = kind.status;
    this.type = kind.type;
    this.details = details;
  }

  /** The body Stripe answers with. */
  body(): { readonly error: Record<string, unknown> } {
    const { code } = this.details;
    return {
      error: {
        ...this.details,
        ...(code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }),
        message: this.message,
        type: this.type,
      },
    };
  }
}

/** A request that cannot be carried out as it stands (400). */
export function badRequest(message: string, details: ErrorDetails = {}): StripeError {
  return new StripeError({ status: 400, type: "invalid_request_error" }, message, details);
}

/** An id that names nothing (404). */
export function missing(kind: string, id: string): StripeError {
  return new StripeError({ status: 404, type: "invalid_request_error" }, `No such ${kind}: '${id}'`, {
    code: "resource_missing",
    param: kind === "payment_intent" ? "intent" : "id",
  });
}
