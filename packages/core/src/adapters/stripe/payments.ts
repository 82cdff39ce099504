import Stripe from "stripe";
import { config } from "../../config.ts";
import { AppError, conflict, unavailable } from "../../kernel/error.ts";
import type { Counted, Intent, Payments, ProviderDispute, ProviderRefund } from "../../ports/payment.ts";
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

const counted = (amount: number, currency: string): Counted => ({ amount, currency: currency.toUpperCase() });

const statuses: Readonly<Record<string, Intent["status"]>> = {
  succeeded: "succeeded",
  processing: "processing",
  canceled: "canceled",
  requires_action: "requires_action",
};

const refundStatuses: Readonly<Record<string, ProviderRefund["status"]>> = { succeeded: "succeeded", failed: "failed", canceled: "canceled" };

function refundOf({ id, amount, currency, status, metadata, failure_reason }: Stripe.Refund): ProviderRefund {
  const refundId = metadata?.["refundId"];
  return {
    providerRefundId: id,
    amount: counted(amount, currency),
    // `pending` and `requires_action` are both on their way.
    status: refundStatuses[status ?? ""] ?? "pending",
    ...(refundId ? { refundId } : {}),
    ...(failure_reason ? { failure: failure_reason } : {}),
  };
}

/** An inquiry that the bank closed without taking anything was won as a dispute is. */
const disputeStatuses: Readonly<Record<string, ProviderDispute["status"]>> = { won: "won", warning_closed: "won", prevented: "won", lost: "lost" };

const disputeOf = ({ id, amount, currency, status, reason, balance_transactions }: Stripe.Dispute): ProviderDispute => ({
  disputeId: id,
  amount: counted(amount, currency),
  status: disputeStatuses[status] ?? "open",
  reason,
  movements: balance_transactions.map((moved) => ({
    movementId: moved.id,
    amount: counted(moved.amount, moved.currency),
    fee: counted(moved.fee, moved.currency),
  })),
});

const namedIn = ({ paymentId = "", orderId = "", purpose = "" }: Stripe.Metadata) => ({ paymentId, orderId, purpose });

type After = Pick<Intent, "refunds" | "disputes">;

function intentOf(intent: Stripe.PaymentIntent, after: After = { refunds: [], disputes: [] }): Intent {
  const failure = intent.last_payment_error?.message;
  const failed = intent.status === "requires_payment_method" && failure !== undefined;
  return {
    intentId: intent.id,
    status: failed ? "failed" : (statuses[intent.status] ?? "open"),
    amount: counted(intent.amount, intent.currency),
    received: counted(intent.amount_received, intent.currency),
    clientSecret: intent.client_secret ?? "",
    ...namedIn(intent.metadata),
    ...(failure ? { failure } : {}),
    ...after,
  };
}

/** A charge has no more refunds or disputes than one page of the provider's lists. */
const PAGE = 100;

async function afterOf(client: Stripe, intentId: string): Promise<After> {
  const about = { payment_intent: intentId, limit: PAGE };
  const [refunds, disputes] = await Promise.all([client.refunds.list(about), client.disputes.list(about)]);
  return { refunds: refunds.data.map(refundOf), disputes: disputes.data.map(disputeOf) };
}

async function look(client: Stripe, intentId: string): Promise<Intent> {
  const intent = await client.paymentIntents.retrieve(intentId);
  return intent.status === "succeeded" ? intentOf(intent, await afterOf(client, intentId)) : intentOf(intent);
}

/** What the provider will not do stays so however often it is asked; everything else is tried again. */
function refusal(error: unknown, refused: () => AppError): AppError | undefined {
  return error instanceof Stripe.errors.StripeInvalidRequestError ? refused() : undefined;
}

const unrefundable = () => conflict("refund.refused", "The payment provider refused the refund");
const underWay = () => conflict("payment.under_way", "This payment is being made already; look at it again in a moment");

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
    read: async (intentId) => asking(async (client) => look(client, intentId)),
    change: async (intentId, amount) =>
      asking(async (client) => {
        const changed = client.paymentIntents.update(intentId, { amount: amount.amount });
        return intentOf(await changed.catch((error: unknown) => Promise.reject(refusal(error, underWay) ?? error)));
      }),
    refund: async ({ key, intentId, amount, refundId, orderId }) =>
      asking(async (client) => {
        const asked = { payment_intent: intentId, amount: amount.amount, metadata: { refundId, orderId } };
        const made = client.refunds.create(asked, { idempotencyKey: key });
        return refundOf(await made.catch((error: unknown) => Promise.reject(refusal(error, unrefundable) ?? error)));
      }),
  };
}
