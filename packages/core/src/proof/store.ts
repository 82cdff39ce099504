import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type Place, seal, unseal } from "../ports/seal.ts";
import { entity, keys, SERVICE } from "../table/table.ts";
import { changing, creating } from "../table/write.ts";

/** A code that was mailed: its keyed hash, what it may prove and how often it was tried. */
const ChallengeRow = entity({
  model: { entity: "challenge", version: "1", service: SERVICE },
  attributes: {
    challengeId: { type: "string", required: true },
    email: { type: "string", required: true },
    purpose: { type: "string", required: true },
    codeHash: { type: "string", required: true },
    tries: { type: "number", required: true },
    expiresAt: { type: "string", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: keys.primary.pk, composite: ["challengeId"], casing: "none" },
      sk: { field: keys.primary.sk, composite: [], casing: "none" },
    },
  },
} as const);

export type Challenge = {
  readonly challengeId: string;
  readonly email: string;
  readonly purpose: string;
  readonly codeHash: string;
  readonly tries: number;
  readonly expiresAt: string;
};

const addressOf = (id: string): Place => ({ record: "challenge", id, field: "email" });

/** The address is sealed: nobody can be found by it here, so nobody could be forgotten by it either. */
export async function createWrite(challenge: Challenge): Promise<TransactWriteItem> {
  const email = await seal(challenge.email, addressOf(challenge.challengeId));
  return creating(ChallengeRow.create({ ...challenge, email, ttl: Math.floor(Date.parse(challenge.expiresAt) / 1000) + 3_600 }));
}

/** Five guesses, then never again. */
export const MAX_TRIES = 5;

/** Spends one of the five tries and gives back what to compare with; undefined when there is none left, or no such challenge. */
export async function spendTry(challengeId: string, now: string): Promise<Challenge | undefined> {
  try {
    const { data } = await ChallengeRow.patch({ challengeId })
      .add({ tries: 1 })
      .where(({ tries, expiresAt }, { lt, gt }) => `${lt(tries, MAX_TRIES)} AND ${gt(expiresAt, now)}`)
      .go({ response: "all_new" });
    const { email, purpose, codeHash, tries, expiresAt } = data;
    if (email === undefined || purpose === undefined || codeHash === undefined || tries === undefined || expiresAt === undefined) return undefined;
    return { challengeId, email: await unseal(email, addressOf(challengeId)), purpose, codeHash, tries, expiresAt };
  } catch (error) {
    if (error instanceof Error && /conditional/i.test(error.message)) return undefined;
    throw error;
  }
}

/** Ends a challenge that was answered, so that its code works once. */
export const endWrite = ({ challengeId, tries }: Challenge): TransactWriteItem =>
  changing(
    ChallengeRow.patch({ challengeId })
      .set({ tries: MAX_TRIES })
      .where((row, { eq }) => eq(row.tries, tries)),
  );
