import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The parts of a request that a SigV4 signature covers. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** Why a signature was refused, with S3's own error code and text. */
export interface Refusal {
  readonly code: "AccessDenied" | "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "AuthorizationHeaderMalformed" | "RequestTimeTooSkewed";
  readonly message: string;
}

/** The secret of an access key id, or undefined when no such key exists. */
export type SecretFor = (accessKeyId: string) => string | undefined;

/** Either who signed, or why the signature is refused. */
export type Verdict = { readonly accessKeyId: string } | { readonly refusal: Refusal };

const unknownKey: Refusal = { code: "InvalidAccessKeyId", message: "The AWS Access Key Id you provided does not exist in our records." };
const mismatch: Refusal = {
  code: "SignatureDoesNotMatch",
  message: "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
};
/** Signed dates may be this far from now; AWS allows 15 minutes. */
const SKEW_MS = 15 * 60_000;

/** The key a secret signs with under a credential scope (`id/date/region/service/aws4_request`). */
export function signingKey(secret: string, credential: string): Buffer {
  const [, date = "", region = "", service = ""] = credential.split("/");
  return [date, region, service, "aws4_request"].reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`));
}

/** Whether a hex signature is the one the secret gives for a text; compared in constant time. */
export function signatureMatches(key: Buffer, text: string, given: string): boolean {
  const expected = Buffer.from(hmac(key, text).toString("hex"));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Checks the signature and the expiry of a presigned URL. */
export function verifyPresigned(request: SignedRequest, secretFor: SecretFor, now = Date.now()): Verdict {
  const scope = presignedScope(request);
  const secret = secretFor(idOf(scope.credential));
  if (secret === undefined) return { refusal: unknownKey };
  const signedAt = parseAmzDate(scope.at);
  const expires = Number(request.url.searchParams.get("X-Amz-Expires"));
  if (signedAt === undefined || !Number.isInteger(expires) || expires < 1 || expires > 604_800) {
    return { refusal: { code: "AccessDenied", message: "Query-string authentication parameters are missing or out of range." } };
  }
  if (now > signedAt + expires * 1_000) return { refusal: { code: "AccessDenied", message: "Request has expired" } };
  return verdictOn(request, scope, { secret, signature: request.url.searchParams.get("X-Amz-Signature") ?? "" });
}

/** What the query of a presigned URL says was signed, and by whom. */
function presignedScope({ url, headers }: SignedRequest): Scope {
  const stated = (name: string): string => url.searchParams.get(name) ?? "";
  return {
    at: stated("X-Amz-Date"),
    credential: stated("X-Amz-Credential"),
    signed: stated("X-Amz-SignedHeaders"),
    payload: url.searchParams.get("X-Amz-Content-Sha256") ?? statedPayload(headers),
  };
}

/** Checks the signature of an `Authorization: AWS4-HMAC-SHA256 …` header; the body's own hash is taken as the caller states it. */
export function verifyHeader(request: SignedRequest, secretFor: SecretFor, now = Date.now()): Verdict {
  const authorization = parseAuthorization(request.headers.authorization ?? "");
  if (!authorization) return { refusal: { code: "AuthorizationHeaderMalformed", message: "The authorization header is malformed." } };
  const { credential, signed, signature } = authorization;
  const secret = secretFor(idOf(credential));
  if (secret === undefined) return { refusal: unknownKey };
  const at = header(request.headers, "x-amz-date") ?? "";
  const signedAt = parseAmzDate(at);
  if (signedAt === undefined || Math.abs(now - signedAt) > SKEW_MS) {
    return { refusal: { code: "RequestTimeTooSkewed", message: "The difference between the request time and the current time is too large." } };
  }
  return verdictOn(request, { at, credential, signed, payload: statedPayload(request.headers) }, { secret, signature });
}

interface Authorization {
  readonly credential: string;
  readonly signed: string;
  readonly signature: string;
}

function parseAuthorization(text: string): Authorization | undefined {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(text);
  const [, credential, signed, signature] = found ?? [];
  return credential === undefined || signed === undefined || signature === undefined ? undefined : { credential, signed, signature };
}

function statedPayload(headers: IncomingHttpHeaders): string {
  return header(headers, "x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD";
}

function verdictOn(request: SignedRequest, scope: Scope, { secret, signature }: { readonly secret: string; readonly signature: string }): Verdict {
  const good = signatureMatches(signingKey(secret, scope.credential), stringToSign(request, scope), signature);
  return good ? { accessKeyId: idOf(scope.credential) } : { refusal: mismatch };
}

interface Scope {
  readonly at: string;
  readonly credential: string;
  readonly signed: string;
  readonly payload: string;
}

function stringToSign(request: SignedRequest, scope: Scope): string {
  const names = scope.signed.split(";");
  const path = request.url.pathname
    .split("/")
    .map((part) => encode(decodeURIComponent(part)))
    .join("/");
  const query = [...request.url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const headers = names.map((name) => `${name}:${(header(request.headers, name) ?? "").trim().replaceAll(/ +/g, " ")}`);
  const canonical = [request.method, path, query, ...headers, "", scope.signed, scope.payload].join("\n");
  return ["AWS4-HMAC-SHA256", scope.at, scope.credential.split("/").slice(1).join("/"), sha256(canonical)].join("\n");
}

function idOf(credential: string): string {
  return credential.split("/")[0] ?? "";
}

function parseAmzDate(text: string): number | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
