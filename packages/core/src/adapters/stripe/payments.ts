import Stripe from "stripe";
import { config } from "../../config.ts";
import { AppError, unavailable } from "../../kernel/error.ts";
import { usd } from "../../kernel/money.ts";
import type { Intent, Payments } from "../../ports/payment.ts";
import { Secrets } from "../../ports/secrets.ts";

let made: Promise<Stripe> | undefined;

async function connect(): Promise<Stripe> {
  const url = new URL(config("STRIPE_API_URL"));
  const protocol = url.protocol === "http:" ? "http" : "https";
  return new Stripe(await Secrets.use().get("stripe-secret-key"), {
    host: url.hostname,
    port: url.port || (protocol === "http" ? 80 : 443),
    protocol,
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  });
}

const stripe = (): Promise<Stripe> => (made ??= connect());

const statuses: Readonly<Record<string, Intent["status"]>> = {
  succeeded: "succeeded",
  processing: "processing",
  canceled: "canceled",
};

function intentOf(intent: Stripe.PaymentIntent): Intent {
  const failure = intent.last_payment_error?.message;
  const failed = intent.status === "requires_payment_method" && failure !== undefined;
  return {
    intentId: intent.id,
    status: failed ? "failed" : (statuses[intent.status] ?? "open"),
    amount: usd(intent.amount),
    received: usd(intent.amount_received),
    clientSecret: intent.client_secret ?? "",
    paymentId: intent.metadata["paymentId"] ?? "",
    orderId: intent.metadata["orderId"] ?? "",
    purpose: intent.metadata["purpose"] ?? "",
    ...(failure ? { failure } : {}),
  };
}

async function asking<T>(ask: (client: Stripe) => Promise<T>): Promise<T> {
  try {
    return await ask(await stripe());
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unavailable("payment.unavailable", "The payment provider does not answer; try again in a moment", error);
  }
}

/** Charges at Stripe: one PaymentIntent for our payment, its id as Stripe's idempotency key. */
export function stripePayments(): Payments {
  return {
    open: async ({ key, amount, paymentId, orderId, purpose, description }) =>
      asking(async (client) =>
        intentOf(
          await client.paymentIntents.create(
            {
              amount: amount.amount,
              currency: "usd",
              description,
              automatic_payment_methods: { enabled: true },
              metadata: { paymentId, orderId, purpose },
            },
            { idempotencyKey: key },
          ),
        ),
      ),
    read: async (intentId) => asking(async (client) => intentOf(await client.paymentIntents.retrieve(intentId))),
  };
}
