import { createHash, createHmac } from "node:crypto";
import { config } from "../../config.ts";
import { clock } from "../../ports/clock.ts";
import type { Links } from "../../ports/blob.ts";

/** Ten minutes to start an upload. */
const SLOT_SECONDS = 600;

const ALGORITHM = "AWS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Percent-encoding as signatures want it: everything but letters, digits and `-_.~`. */
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const instant = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, "Z");

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`environment variable ${name} is missing`);
  return value;
}

/** Who signs, and for when: what a function's own environment says of its role, read each time because Lambda replaces it. */
function signerOf(now: Date) {
  const at = instant(now).replaceAll(/[-:]/g, "");
  const [day, region] = [at.slice(0, 8), required("AWS_REGION")];
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${required("AWS_SECRET_ACCESS_KEY")}`);
  const token = process.env["AWS_SESSION_TOKEN"];
  return {
    scope,
    fields: {
      "X-Amz-Algorithm": ALGORITHM,
      "X-Amz-Credential": `${required("AWS_ACCESS_KEY_ID")}/${scope}`,
      "X-Amz-Date": at,
      ...(token ? { "X-Amz-Security-Token": token } : {}),
    },
    sign: (text: string): string => hmac(key, text).toString("hex"),
  };
}

/** The bucket's address, with its name in the path. */
const bucketUrl = (): URL =>
  new URL(`/${config("PRIVATE_BUCKET")}`, process.env["AWS_ENDPOINT_URL_S3"] ?? `https://s3.${required("AWS_REGION")}.amazonaws.com`);

const disposition = (name: string): string => `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`;

/** A link that reads one file for so many seconds: Signature Version 4 in the query, of a GET without a body. */
const presignGet: Links["presignGet"] = async ({ key, seconds, downloadAs }) => {
  const { scope, fields, sign } = signerOf(clock.now());
  const url = bucketUrl();
  const path = `${url.pathname}/${key.split("/").map(encoded).join("/")}`;
  const query = Object.entries({
    ...fields,
    "X-Amz-Content-Sha256": UNSIGNED,
    "X-Amz-Expires": String(seconds),
    "X-Amz-SignedHeaders": "host",
    "x-id": "GetObject",
    ...(downloadAs ? { "response-content-disposition": disposition(downloadAs) } : {}),
  })
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join("&");
  const asked = ["GET", path, query, `host:${url.host}\n`, "host", UNSIGNED].join("\n");
  const signature = sign([ALGORITHM, fields["X-Amz-Date"], scope, sha256(asked)].join("\n"));
  return `${url.origin}${path}?${query}&X-Amz-Signature=${signature}`;
};

/** A form that takes one file of one type under one key: a policy, and a signature over it. */
const presignPost: Links["presignPost"] = async ({ key, type, maxBytes }) => {
  const now = clock.now();
  const { fields, sign } = signerOf(now);
  const form = { "Content-Type": type, bucket: config("PRIVATE_BUCKET"), ...fields, key };
  const conditions = [["content-length-range", 1, maxBytes], ...Object.entries(form).map(([name, value]) => ({ [name]: value }))];
  const expiration = instant(new Date(now.getTime() + SLOT_SECONDS * 1000));
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString("base64");
  return { url: bucketUrl().href, fields: { ...form, Policy: policy, "X-Amz-Signature": sign(policy) }, key };
};

/** Slots and links of the private bucket, signed here: the service's client would only bring its size. */
export const s3Links = (): Links => ({ presignPost, presignGet });
