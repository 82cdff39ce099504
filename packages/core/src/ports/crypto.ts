import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** A secret for a link or claim: 256 random bits, safe in a URL fragment and in a header. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** Six digits from the system's secure generator. */
export const randomCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");

/** The hash that is stored instead of a secret. */
export const sha256 = (value: string): string => createHash("sha256").update(value).digest("hex");

/** A keyed hash, for values too short to hash without a key (codes, addresses). */
export const keyedHash = (key: string, value: string): string => createHmac("sha256", key).update(value).digest("hex");

/** Equality in constant time. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}

/** Crockford's alphabet: no letter that reads like a digit. */
const READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An order number that people can read out and that does not tell how many orders there are: `SA-2611-7K3Q9F`. */
export function orderNumber(now: Date): string {
  const month = now.toISOString().slice(2, 7).replace("-", "");
  const tail = Array.from({ length: 6 }, () => READABLE[randomInt(READABLE.length)]).join("");
  return `SA-${month}-${tail}`;
}
