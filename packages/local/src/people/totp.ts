import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code an authenticator app shows now for a base32 secret (RFC 6238: SHA-1, 30 s, six digits). */
export function totpNow(secret: string, now = Date.now()): string {
  const bits = Array.from(secret.replaceAll("=", "").toUpperCase(), (char) => ALPHABET.indexOf(char).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const value = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, "0");
}

const STEP_MS = 30_000;
const last = new Map<string, string>();

/**
 * A code for a secret that the user pool takes: it refuses one that was just used, and takes those of the half minutes before and
 * after, as it does for phones whose clock is off.
 */
export function freshTotp(secret: string, now = Date.now()): string {
  const codes = [now, now + STEP_MS, now - STEP_MS].map((at) => totpNow(secret, at));
  const code = codes.find((one) => one !== last.get(secret)) ?? totpNow(secret, now);
  last.set(secret, code);
  return code;
}
