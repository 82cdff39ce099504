import { getRequestListener } from "@hono/node-server";
import { type Running, serveHttp } from "../wire.ts";
import { type Fault, stripeApi } from "./api.ts";
import { closeDispute } from "./disputes.ts";
import type { Dispute, Refund } from "./objects.ts";
import { endRefund } from "./refunds.ts";
import { openStore } from "./store.ts";
import { stripeJs } from "./stripe-js.ts";
import { openWebhooks } from "./webhooks.ts";

export { stripeJs } from "./stripe-js.ts";

/** How the account is set up. */
export interface StripeOptions {
  /** Where events go; may be set later. */
  readonly webhookUrl?: string | undefined;
  /** Signs events (`whsec_…`). */
  readonly webhookSecret: string;
  /** The only secret key accepted; any `sk_…` when absent. */
  readonly secretKey?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
}

/** A running Stripe account. `GET /stripe.js` gives the browser script that draws its card form. */
export interface Stripe extends Running {
  setWebhookUrl(url: string | undefined): void;
  /** Sends an event again; true when the endpoint took it. */
  resend(eventId: string): Promise<boolean>;
  /** Waits until every event was taken or given up. */
  settled(): Promise<void>;
  /** The next POSTs answer 500: `before` they take effect, or `after`. */
  failNext(when: Fault["when"], times?: number): void;
  closeDispute(disputeId: string, outcome: "won" | "lost"): Dispute;
  /** Lets a refund come to its end, by what the card does. */
  endRefund(refundId: string): Refund;
}

/** Starts a stand-in for Stripe: customers, payment intents, refunds and disputes with test cards and signed webhooks. */
export async function startStripe(options: StripeOptions): Promise<Stripe> {
  const store = openStore(options.dataDir);
  const webhooks = openWebhooks(store, { url: options.webhookUrl, secret: options.webhookSecret });
  const account = { store, emit: (type: string, object: unknown) => void webhooks.emit(type, object) };
  let fault: Fault | undefined;
  const app = stripeApi({ account, secretKey: options.secretKey, fault: () => fault });
  app.get("/stripe.js", (c) =>
    c.body(stripeJs(new URL(c.req.url).origin), 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" }),
  );
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { port, stop } = await serveHttp((request, response) => listener(request, response), options.port);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    setWebhookUrl: webhooks.setUrl,
    resend: webhooks.resend,
    settled: webhooks.settled,
    failNext: (when, times = 1) => {
      fault = { when, times };
    },
    closeDispute: (disputeId, outcome) => closeDispute(account, disputeId, outcome),
    endRefund: (refundId) => endRefund(account, refundId),
    stop: async () => {
      webhooks.stop();
      await stop();
      await store.flush();
    },
  };
}
