import { isRecord, parseRecord } from "../stand-ins/wire.ts";
import { type SecretFor, signatureMatches, signingKey } from "./sigv4.ts";

/** A form upload, taken apart. */
export interface PostForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Buffer;
}

/** An S3 error answer. */
export interface S3Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Takes a multipart body apart; field names in lower case, everything after the `file` part ignored as S3 does. */
export function parsePostForm(body: Buffer, contentType: string): PostForm | undefined {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const fields: Record<string, string> = {};
  let at = body.indexOf(mark);
  while (at >= 0) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) return undefined;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf("\r\n\r\n");
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(split, 0)).toString())?.[1]?.toLowerCase();
    const content = part.subarray(split + 4);
    if (name === "file") return { fields, file: content };
    if (name !== undefined) fields[name] = content.toString();
    at = next;
  }
  return undefined;
}

/** What an upload is for, and whom the bucket believes. */
interface Gate {
  readonly bucket: string;
  readonly secretFor: SecretFor;
  readonly now?: number;
}

/** Checks a POST upload against its signed policy; undefined when S3 would take it. */
export function refusePost(form: PostForm, { bucket, secretFor, now = Date.now() }: Gate): S3Failure | undefined {
  const encoded = form.fields["policy"] ?? "";
  const forged = refuseSignature(form, secretFor);
  if (forged) return forged;
  const policy = parseRecord(Buffer.from(encoded, "base64").toString());
  const conditions = policy?.["conditions"];
  if (!policy || !Array.isArray(conditions)) return denied("Invalid Policy: Invalid JSON.");
  const expiration = Date.parse(String(policy["expiration"]));
  if (!(expiration > now)) return denied("Invalid according to Policy: Policy expired.");
  for (const condition of conditions) {
    const failure = refuseCondition(condition, form, bucket);
    if (failure) return failure;
  }
  return uncovered(conditions, form);
}

function refuseSignature({ fields }: PostForm, secretFor: SecretFor): S3Failure | undefined {
  const credential = fields["x-amz-credential"] ?? "";
  const encoded = fields["policy"];
  const secret = secretFor(credential.split("/")[0] ?? "");
  if (encoded === undefined || secret === undefined) return denied("Access Denied");
  if (signatureMatches(signingKey(secret, credential), encoded, fields["x-amz-signature"] ?? "")) return undefined;
  return { status: 403, code: "SignatureDoesNotMatch", message: "The request signature we calculated does not match the signature you provided." };
}

function refuseCondition(condition: unknown, form: PostForm, bucket: string): S3Failure | undefined {
  if (Array.isArray(condition) && condition[0] === "content-length-range") return refuseLength(condition, form.file.length);
  const [operator, field, wanted] = normalise(condition);
  const value = field === "$bucket" ? bucket : (form.fields[field.slice(1).toLowerCase()] ?? "");
  const holds = operator === "eq" ? value === wanted : operator === "starts-with" && value.startsWith(wanted);
  return holds ? undefined : denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
}

function normalise(condition: unknown): readonly [operator: string, field: string, wanted: string] {
  if (Array.isArray(condition)) return [String(condition[0]), String(condition[1]), String(condition[2])];
  const entry = isRecord(condition) ? Object.entries(condition)[0] : undefined;
  return entry ? ["eq", `$${entry[0]}`, String(entry[1])] : ["none", "$", ""];
}

function refuseLength(condition: readonly unknown[], length: number): S3Failure | undefined {
  if (length < Number(condition[1])) {
    return { status: 400, code: "EntityTooSmall", message: "Your proposed upload is smaller than the minimum allowed size" };
  }
  if (length > Number(condition[2])) {
    return { status: 400, code: "EntityTooLarge", message: "Your proposed upload exceeds the maximum allowed size" };
  }
  return undefined;
}

const exempt = new Set(["policy", "x-amz-signature", "file"]);

/** S3 refuses form fields that no condition mentions, except its own and those starting with `x-ignore-`. */
function uncovered(conditions: readonly unknown[], form: PostForm): S3Failure | undefined {
  const named = new Set(conditions.map((condition) => normalise(condition)[1].slice(1).toLowerCase()));
  const extra = Object.keys(form.fields).find((name) => !exempt.has(name) && !name.startsWith("x-ignore-") && !named.has(name));
  return extra === undefined ? undefined : denied(`Invalid according to Policy: Extra input fields: ${extra}`);
}

function denied(message: string): S3Failure {
  return { status: 403, code: "AccessDenied", message };
}
