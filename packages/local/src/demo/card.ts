import * as z from "zod";

const Answer = z.object({ status: z.string() });

/** Pays a charge at the provider with a test card, with what the browser would have: the publishable key and the charge's secret. */
export async function payIntent(stripeUrl: string, clientSecret: string): Promise<string> {
  const [intentId = ""] = clientSecret.split("_secret_");
  const answer = await fetch(`${stripeUrl}/v1/payment_intents/${intentId}/confirm`, {
    method: "POST",
    headers: { authorization: "Bearer pk_test_local", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: "pm_card_visa" }),
  });
  const body: unknown = await answer.json();
  if (!answer.ok || Answer.parse(body).status !== "succeeded") throw new Error(`The card was not charged: ${JSON.stringify(body)}`);
  return intentId;
}
