import StripeClient from "stripe";

/** Stripe's own client at a stand-in: what a merchant does at the desk of its account. */
export function deskOf(endpoint: string, secretKey: string): StripeClient {
  const { hostname, port } = new URL(endpoint);
  return new StripeClient(secretKey, { host: hostname, port: Number(port), protocol: "http", maxNetworkRetries: 0, telemetry: false });
}
