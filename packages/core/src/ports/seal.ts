import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Secrets } from "./secrets.ts";

// Some fields are unreadable in the table, its stream, its backups and whatever queue they pass: AES-256-GCM under a key that only the
// functions that need it can fetch. The key is one SecureString parameter of the stage, which AWS's own key encrypts: a key of our own
// in KMS would cost a dollar a month at rest, as much as everything else of a development stage, and a call for each first use.

/** Where a sealed value belongs: it cannot be opened anywhere else, so that it cannot be moved to another row. */
export type Place = { readonly record: string; readonly id: string; readonly field: string };

const FORMAT = "sealed1";
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Key = { readonly id: string; readonly secret: string };

/** `id:secret` parts divided by commas, the one in use first; a secret alone has the id `1`. */
export function keysIn(text: string): readonly Key[] {
  return text.split(",").map((part) => {
    const [first = "", second] = part.trim().split(":");
    return second === undefined ? { id: "1", secret: first } : { id: first, secret: second };
  });
}

const keyOf = ({ secret }: Key): Uint8Array => new Uint8Array(hkdfSync("sha256", secret, "sleekapp", "fields", 32));
const boundTo = ({ record, id, field }: Place): Buffer => Buffer.from(`${record}\n${id}\n${field}`);
const allKeys = async (): Promise<readonly Key[]> => keysIn(await Secrets.use().get("field-keys"));

/** True for what `seal` has made. */
export const isSealed = (value: string): boolean => value.startsWith(`${FORMAT}.`);

/** The id of the key a value was sealed with, or undefined for a value that was never sealed. */
export const keyIdOf = (value: string): string | undefined => (isSealed(value) ? value.split(".")[1] : undefined);

/** The id of the key in use. */
export const currentKeyId = async (): Promise<string> => (await allKeys())[0]?.id ?? "";

/** The text as it may be stored: format, the key's id, then nonce, cipher text and tag together. */
export async function seal(text: string, place: Place): Promise<string> {
  const [key] = await allKeys();
  if (!key) throw new Error("there is no key to seal with");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(key), nonce).setAAD(boundTo(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [FORMAT, key.id, sealed.toString("base64url")].join(".");
}

/**
 * The text of a sealed value. A value from before there were seals is given as it is; one that was changed, that belongs elsewhere, or
 * whose key is gone throws.
 */
export async function unseal(value: string, place: Place): Promise<string> {
  if (!isSealed(value)) return value;
  const [, id = "", body = ""] = value.split(".");
  const key = (await allKeys()).find((one) => one.id === id);
  if (!key) throw new Error(`the key ${id} of a sealed field is not set for this stage`);
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv(ALGORITHM, keyOf(key), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(boundTo(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
}
