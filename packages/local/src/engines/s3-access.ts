import type { IncomingMessage } from "node:http";
import { accessKeyOf } from "../stand-ins/wire.ts";
import type { S3Failure } from "./s3-post.ts";
import { type SecretFor, verifyHeader, verifyPresigned } from "./sigv4.ts";

/** Who wants to do what with an object, in IAM's words (`s3:PutObject`). */
export interface S3Access {
  readonly accessKeyId: string;
  readonly action: string;
  readonly bucket: string;
  readonly key: string;
}

/** Whom the guard believes, and whom it lets do what. */
export interface Door {
  readonly secretFor: SecretFor;
  /** Why this key may not do this; everything a known key asks for is allowed when absent. */
  readonly authorize?: ((access: S3Access) => Promise<string | undefined>) | undefined;
}

interface S3Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly bucket: string;
  readonly key: string;
}

/** An upload by form does what its signer may do. */
export function unauthorizedPost(door: Door, bucket: string, fields: Readonly<Record<string, string>>): Promise<S3Failure | undefined> {
  const accessKeyId = (fields["x-amz-credential"] ?? "").split("/")[0] ?? "";
  return unauthorized(door, { accessKeyId, action: "s3:PutObject", bucket, key: fields["key"] ?? "" });
}

async function unauthorized(door: Door, access: S3Access): Promise<S3Failure | undefined> {
  const message = await door.authorize?.(access);
  return message === undefined ? undefined : { ...notAllowed, message };
}

const notAllowed: S3Failure = { status: 403, code: "AccessDenied", message: "Access Denied" };

/** Checks who signed the call, and whether they may make it. */
export async function refuse(door: Door, call: S3Call): Promise<S3Failure | undefined> {
  const { request, url } = call;
  const signed = { method: request.method ?? "GET", url, headers: request.headers };
  if (!url.searchParams.has("X-Amz-Signature") && request.headers.authorization === undefined) return notAllowed;
  const verdict = url.searchParams.has("X-Amz-Signature") ? verifyPresigned(signed, door.secretFor) : verifyHeader(signed, door.secretFor);
  if ("refusal" in verdict) return { status: 403, ...verdict.refusal };
  return unauthorized(door, { accessKeyId: verdict.accessKeyId, action: actionOf(call), bucket: call.bucket, key: call.key });
}

/** Who may not list a bucket does not learn whether an object is missing or forbidden. */
export async function hidden(door: Door, call: S3Call): Promise<S3Failure | undefined> {
  const { request, url, bucket, key } = call;
  if (key === "" || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
  const credential = url.searchParams.get("X-Amz-Credential") ?? accessKeyOf(request.headers.authorization) ?? "";
  return unauthorized(door, { accessKeyId: credential.split("/")[0] ?? "", action: "s3:ListBucket", bucket, key: "" });
}

function actionOf({ request, url, key }: S3Call): string {
  if (key === "")
    return request.method === "GET" || request.method === "HEAD"
      ? "s3:ListBucket"
      : request.method === "POST"
        ? "s3:DeleteObject"
        : "s3:CreateBucket";
  if (request.method === "DELETE") return url.searchParams.has("uploadId") ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
  return request.method === "GET" || request.method === "HEAD" ? "s3:GetObject" : "s3:PutObject";
}
