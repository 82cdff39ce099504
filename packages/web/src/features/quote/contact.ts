/** How far a guest has come in proving an address; kept with the draft, so that a reload does not ask again. */
export type Contact = {
  email: string;
  challenge?: { challengeId: string; resendAt: number } | undefined;
  proof?: { proof: string; email: string; expiresAt: string } | undefined;
};

/** True while a proof will still be taken, with a minute to spare. */
export const isUsable = (proof: Contact["proof"], now: Date): boolean =>
  proof !== undefined && new Date(proof.expiresAt).getTime() - 60_000 > now.getTime();
