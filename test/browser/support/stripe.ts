import type { BrowserContext } from "playwright-core";
import { stripeJs } from "../../../packages/local/src/stand-ins/stripe/stripe-js.ts";

/** How the payment provider behaves in a check: out of reach, refusing the card, or taking it. */
export type Provider = "blocked" | "declines" | "takes";

const intent = (status: string) => ({ id: "pi_test", object: "payment_intent", status, currency: "usd", amount: 103_150 });
const refusal = { error: { type: "card_error", code: "card_declined", message: "Your card has insufficient funds." } };

/** Puts the local stage's card form where Stripe's script is loaded from, and answers what it asks. */
export async function serveStripe(context: BrowserContext, origin: string, provider: Provider = "takes"): Promise<void> {
  const api = `${origin}/__stripe`;
  await context.route("https://js.stripe.com/**", (route) =>
    provider === "blocked" ? route.abort() : route.fulfill({ contentType: "text/javascript; charset=utf-8", body: stripeJs(api) }),
  );
  await context.route(`${api}/**`, (route) => {
    if (route.request().method() === "GET") return route.fulfill({ json: intent("requires_payment_method") });
    return provider === "declines" ? route.fulfill({ status: 402, json: refusal }) : route.fulfill({ json: intent("succeeded") });
  });
}
