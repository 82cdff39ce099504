import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomUUID, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeWhole } from "../state-file.ts";
import { isRecord, parseRecord } from "../wire.ts";

const generate = promisify(generateKeyPair);

/** The stage's own RSA key: signs tokens, checks them, and publishes its public half. */
export interface SigningKey {
  sign(claims: Record<string, unknown>): string;
  /** The claims of a token this key signed and that has not expired; undefined for any other. */
  read(token: string, nowSeconds: number): Record<string, unknown> | undefined;
  readonly jwks: { readonly keys: readonly Record<string, unknown>[] };
}

/** Makes a 2048-bit key for the stage, or reads the one it made before, so that sign-ins outlive a restart. */
export async function openSigningKey(dataDir: string | undefined): Promise<SigningKey> {
  const path = dataDir === undefined ? undefined : join(dataDir, "signing-key.json");
  const known = path === undefined ? undefined : read(path);
  if (known) return signingKey(known.privateKey, known.kid);
  const { privateKey } = await generate("rsa", { modulusLength: 2_048 });
  const kid = randomUUID();
  if (path !== undefined) writeWhole(path, JSON.stringify({ kid, pem: privateKey.export({ type: "pkcs8", format: "pem" }) }));
  return signingKey(privateKey, kid);
}

function read(path: string): { privateKey: KeyObject; kid: string } | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const { kid, pem } = parseRecord(text) ?? {};
  return typeof kid === "string" && typeof pem === "string" ? { kid, privateKey: createPrivateKey(pem) } : undefined;
}

function signingKey(privateKey: KeyObject, kid: string): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const head = encode({ kid, alg: "RS256" });
  return {
    sign: (claims) => {
      const text = `${head}.${encode(claims)}`;
      return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
    },
    read: (token, nowSeconds) => {
      const [header, payload, signature, ...rest] = token.split(".");
      if (header !== head || payload === undefined || signature === undefined || rest.length > 0) return undefined;
      if (!verify("RSA-SHA256", Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, "base64url"))) return undefined;
      const claims = parseRecord(Buffer.from(payload, "base64url").toString());
      return isRecord(claims) && typeof claims["exp"] === "number" && claims["exp"] > nowSeconds ? claims : undefined;
    },
    jwks: { keys: [{ ...publicKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" }] },
  };
}

function encode(value: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
