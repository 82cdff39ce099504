/** One record of an S3 notification (event version 2.1), as a Lambda receives it in `Records`. */
export interface S3Record {
  readonly eventVersion: "2.1";
  readonly eventSource: "aws:s3";
  readonly awsRegion: string;
  readonly eventTime: string;
  readonly eventName: string;
  readonly userIdentity: { readonly principalId: string };
  readonly requestParameters: { readonly sourceIPAddress: string };
  readonly responseElements: Readonly<Record<string, string>>;
  readonly s3: {
    readonly s3SchemaVersion: "1.0";
    readonly configurationId: string;
    readonly bucket: { readonly name: string; readonly arn: string; readonly ownerIdentity: { readonly principalId: string } };
    /** `key` is encoded as S3 does: spaces as `+`, everything but `/` percent-encoded. `size` is bytes. */
    readonly object: { readonly key: string; readonly size: number; readonly eTag: string; readonly sequencer: string };
  };
}

/** Sub-resources whose writes are no object writes. */
const subresources = ["uploadId", "partNumber", "uploads", "delete"];

/** The event a successful request causes, or undefined when it causes none. */
export function eventName(call: { readonly method: string; readonly url: URL; readonly key: string; readonly copied: boolean }): string | undefined {
  if (call.key === "") return undefined;
  const query = call.url.searchParams;
  if (call.method === "POST" && query.has("uploadId")) return "ObjectCreated:CompleteMultipartUpload";
  if (subresources.some((name) => query.has(name))) return undefined;
  if (call.method === "PUT") return call.copied ? "ObjectCreated:Copy" : "ObjectCreated:Put";
  return call.method === "DELETE" ? "ObjectRemoved:Delete" : undefined;
}

let counter = 0;

/** Builds the record for a stored or removed object. */
export function objectRecord(what: {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}): S3Record {
  counter += 1;
  return {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: "us-east-1",
    eventTime: new Date().toISOString(),
    eventName: what.name,
    userIdentity: { principalId: "AWS:LOCAL" },
    requestParameters: { sourceIPAddress: "127.0.0.1" },
    responseElements: {},
    s3: {
      s3SchemaVersion: "1.0",
      configurationId: "local",
      bucket: { name: what.bucket, arn: `arn:aws:s3:::${what.bucket}`, ownerIdentity: { principalId: "LOCAL" } },
      object: {
        key: encodeURIComponent(what.key).replaceAll("%20", "+").replaceAll("%2F", "/"),
        size: what.size,
        eTag: what.etag.replaceAll('"', ""),
        // Rises with every event, so that a consumer can tell the later of two writes to one key.
        sequencer: (Date.now() * 4_096 + (counter % 4_096)).toString(16).toUpperCase().padStart(18, "0"),
      },
    },
  };
}
