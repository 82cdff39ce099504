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
