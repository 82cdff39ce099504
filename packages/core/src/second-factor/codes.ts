import { keyedHash, randomSecret, sha256 } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import { RECOVERY_CODES } from "./model.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 16;

/** Names a set of codes; by itself it opens nothing. */
export const newSet = (): string => randomSecret().slice(0, 22);

/** Five bits a letter, from the front of a hash. */
function lettersOf(hash: string): string {
  const bits = BigInt(`0x${hash}`).toString(2).padStart(256, "0");
  return Array.from({ length: LETTERS }, (_, index) => ALPHABET[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join("");
}

/**
 * The codes of a set. They are derived from the set's name by a key that only our Lambdas can read, so that a repeated call can be
 * answered as the first one was while no code is stored, in the kept answer either.
 */
export async function codesOf(setId: string): Promise<readonly string[]> {
  const key = await Secrets.use().get("proof-key");
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    lettersOf(keyedHash(key, `recovery:${setId}:${index}`)).replaceAll(/(.{4})(?=.)/g, "$1-"),
  );
}

/** What is stored of a code: bound to its owner, so that the same code of somebody else is another one. */
export const hashOf = (userId: string, code: string): string => sha256(`recovery:${userId}:${code}`);
