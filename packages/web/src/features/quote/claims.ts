import * as z from "zod";

/*
 * What a guest needs to read a quote again: the secret that came with it, once. It stays on this device, is sent only in
 * a header, and never stands in an address.
 */
const key = "sleekapp.claims";
const KEPT = 20;

const Claim = z.strictObject({ quoteId: z.string(), claim: z.string(), email: z.string() });
export type Claim = z.infer<typeof Claim>;

function all(): Claim[] {
  try {
    return z.array(Claim).parse(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

/** Keeps the secret of a quote; the oldest go when there are many. */
export function keepClaim(claim: Claim): void {
  try {
    localStorage.setItem(key, JSON.stringify([claim, ...all().filter((one) => one.quoteId !== claim.quoteId)].slice(0, KEPT)));
  } catch {
    // Without storage the quote is still in the mail and, after signing up, in the account.
  }
}

/** The secret of a quote that was made on this device. */
export const findClaim = (quoteId: string): Claim | undefined => all().find((claim) => claim.quoteId === quoteId);
