import { constants, createHash, createHmac, createPublicKey, publicEncrypt, randomBytes, timingSafeEqual } from "node:crypto";

/** The 3072-bit group of RFC 5054 (the MODP group 15 of RFC 3526) that Cognito uses, with generator 2. */
const N = BigInt(
  "0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
);
const G = 2n;
const MULTIPLIER = big(hash(padded(N) + padded(G)));
const KEY_INFO = Buffer.concat([Buffer.from("Caldera Derived Key"), Buffer.from([1])]);

/** What the server sends for the password proof, and the key with which the proof is checked. */
export interface SrpChallenge {
  readonly salt: string;
  readonly serverPublic: string;
  readonly key: Buffer;
}

/** Answers a client's public value (hex) with the server side of SRP-6a; undefined when the value is one that would give the key away. */
export function srpChallenge(
  clientPublic: string,
  identity: { readonly poolName: string; readonly username: string; readonly password: string; readonly salt: Buffer },
): SrpChallenge | undefined {
  if (!/^[0-9a-f]+$/i.test(clientPublic)) return undefined;
  const A = big(clientPublic);
  if (A % N === 0n) return undefined;
  const salt = big(identity.salt.toString("hex"));
  const inner = createHash("sha256").update(`${identity.poolName}${identity.username}:${identity.password}`).digest("hex");
  const verifier = power(G, big(hash(padded(salt) + inner)));
  const b = big(randomBytes(128).toString("hex"));
  const B = (MULTIPLIER * verifier + power(G, b)) % N;
  const u = big(hash(padded(A) + padded(B)));
  const shared = power((A * power(verifier, u)) % N, b);
  const prk = createHmac("sha256", Buffer.from(padded(u), "hex"))
    .update(Buffer.from(padded(shared), "hex"))
    .digest();
  const key = createHmac("sha256", prk).update(KEY_INFO).digest().subarray(0, 16);
  return { salt: salt.toString(16), serverPublic: B.toString(16), key };
}

/** Whether a client's proof (base64) shows that it computed the same key. */
export function srpProves(
  key: Buffer,
  proof: {
    readonly poolName: string;
    readonly username: string;
    readonly secretBlock: string;
    readonly timestamp: string;
    readonly signature: string;
  },
): boolean {
  const expected = createHmac("sha256", key)
    .update(proof.poolName)
    .update(proof.username)
    .update(Buffer.from(proof.secretBlock, "base64"))
    .update(proof.timestamp)
    .digest();
  const given = Buffer.from(proof.signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const power = (base: bigint, exponent: bigint): bigint => powerModulo(base, exponent, N);

/**
 * The power of a number modulo another of at most 3072 bits, never negative. To encrypt by RSA without padding is nothing else, and
 * OpenSSL does it in an eighth of the time that the engine's own big numbers take.
 */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const n = bytesOf(modulus);
  const key = createPublicKey({ format: "jwk", key: { kty: "RSA", n: n.toString("base64url"), e: bytesOf(exponent).toString("base64url") } });
  const positive = ((base % modulus) + modulus) % modulus;
  const padding = Buffer.alloc(n.length);
  const digits = bytesOf(positive);
  const message = Buffer.concat([padding.subarray(digits.length), digits]);
  return big(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, message).toString("hex"));
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
}

/** Hex of even length whose first bit is clear, as Java's BigInteger writes a positive number. */
function padded(value: bigint): string {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

function hash(hex: string): string {
  return createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
}

function big(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
