import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

const Kept = z.object({ kid: z.string(), pem: z.string() });
const Claims = z.record(z.string(), z.unknown());
type Claims = z.infer<typeof Claims>;

/** What a thief could know or do: a real token, and for the sake of the test the very key of the user pool. */
export type Workshop = { readonly kid: string; readonly pool: KeyObject; readonly real: string; readonly idToken: string };

/** The key with which the user pool of a stage signs, from where the stand-in keeps it. */
export function poolKey(dataDir: string): { readonly kid: string; readonly pool: KeyObject } {
  const { kid, pem } = Kept.parse(JSON.parse(readFileSync(path.join(dataDir, "cognito", "signing-key.json"), "utf8")));
  return { kid, pool: createPrivateKey(pem) };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const claimsOf = (token: string): Claims => Claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));

const rs256 = (head: object, claims: Claims, key: KeyObject): string => {
  const text = `${encode(head)}.${encode(claims)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
};
const hs256 = (head: object, claims: Claims, secret: string | Buffer): string => {
  const text = `${encode(head)}.${encode(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
};

const HOUR = 3_600;

/** Forged, spoilt and misused tokens by name; none of them may open anything. */
export function attacksWith({ kid, pool, real, idToken }: Workshop): readonly (readonly [name: string, token: string])[] {
  const claims = claimsOf(real);
  const now = Math.floor(Date.now() / 1000);
  const own = { alg: "RS256", kid };
  const [head = "", payload = "", signature = ""] = real.split(".");
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const publicKey = createPublicKey(pool);
  const pem = publicKey.export({ type: "spki", format: "pem" });
  /** Signed by the pool itself, but not what this API takes. */
  const signed = (changes: Claims) => rs256(own, { ...claims, ...changes }, pool);
  const unsigned = (alg: string) => `${encode({ alg, kid })}.${encode(claims)}.`;
  const admin = { orgId: "platform", orgKind: "platform", memberKind: "admin", "cognito:groups": ["admin"] };
  const { sub: _sub, ...nobody } = claims;
  return [
    ["signed by nothing: none", unsigned("none")],
    ["signed by nothing: None", unsigned("None")],
    ["signed by nothing: nOnE", unsigned("nOnE")],
    ["the pool's public key as an HMAC secret, PEM", hs256({ alg: "HS256", kid }, claims, pem.toString())],
    ["the pool's public key as an HMAC secret, DER", hs256({ alg: "HS256", kid }, claims, publicKey.export({ type: "spki", format: "der" }))],
    ["another key under the pool's key id", rs256(own, claims, stranger.privateKey)],
    ["another key under an id of its own", rs256({ alg: "RS256", kid: "stranger" }, claims, stranger.privateKey)],
    ["a key id that is a path", rs256({ alg: "RS256", kid: "../../../../dev/null" }, claims, stranger.privateKey)],
    ["a key that travels with the token", rs256({ ...own, jwk: stranger.publicKey.export({ format: "jwk" }) }, claims, stranger.privateKey)],
    ["an address of keys that travels with the token", rs256({ ...own, jku: "https://keys.example/jwks.json" }, claims, stranger.privateKey)],
    ["a certificate that travels with the token", rs256({ ...own, x5u: "https://keys.example/x.pem" }, claims, stranger.privateKey)],
    ["another issuer", signed({ iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other" })],
    ["the issuer in other letters", signed({ iss: String(claims["iss"]).toUpperCase() })],
    ["another client", signed({ client_id: "another-client" })],
    ["another audience", signed({ client_id: undefined, aud: ["another-client"] })],
    ["no client at all", signed({ client_id: undefined })],
    ["expired a second ago", signed({ exp: now - 1 })],
    ["expired an hour ago", signed({ iat: now - 2 * HOUR, exp: now - HOUR })],
    ["not valid yet", signed({ nbf: now + HOUR, exp: now + 2 * HOUR })],
    ["the ID token instead of the access token", idToken],
    ["an access token that says it is an ID token", signed({ token_use: "id" })],
    ["no subject", rs256(own, { ...nobody }, pool)],
    ["an empty subject", signed({ sub: "" })],
    ["no organisation", signed({ orgId: undefined })],
    ["a kind of organisation that does not exist", signed({ orgKind: "owner" })],
    ["claims changed after signing: another person", `${head}.${encode({ ...claims, sub: "somebody-else" })}.${signature}`],
    ["claims changed after signing: an admin", `${head}.${encode({ ...claims, ...admin })}.${signature}`],
    ["claims changed after signing: a longer life", `${head}.${encode({ ...claims, exp: now + 365 * 24 * HOUR })}.${signature}`],
    ["no signature", `${head}.${payload}`],
    ["half a signature", `${head}.${payload}.${signature.slice(0, signature.length / 2)}`],
    ["a fourth part", `${real}.${signature}`],
    ["no token", "not-a-token"],
    ["a header that is not JSON", `${Buffer.from("{").toString("base64url")}.${payload}.${signature}`],
  ];
}
