import * as z from "zod";

/** How far a guest has come in proving an address; kept with the draft, so that a reload does not ask again. */
export const Contact = z.strictObject({
  email: z.string(),
  challenge: z.strictObject({ challengeId: z.string(), resendAt: z.number() }).optional(),
  proof: z.strictObject({ proof: z.string(), email: z.string(), expiresAt: z.string() }).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** True while a proof will still be taken, with a minute to spare. */
export const isUsable = (proof: Contact["proof"], now: Date): boolean =>
  proof !== undefined && new Date(proof.expiresAt).getTime() - 60_000 > now.getTime();
