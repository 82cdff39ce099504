import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { config } from "../../lib/config.ts";

let pending: Promise<Stripe> | undefined;

async function load(): Promise<Stripe> {
  const stripe = await loadStripe((await config()).stripePublishableKey);
  if (!stripe) throw new Error("Stripe needs a browser");
  return stripe;
}

/** Stripe's own script, asked for by the pay page and by no other; a blocked one is tried again by the next caller. */
export function stripe(): Promise<Stripe> {
  pending ??= load().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
