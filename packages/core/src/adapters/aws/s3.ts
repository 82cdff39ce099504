import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { config } from "../../config.ts";
import type { Blob, Media } from "../../ports/blob.ts";

/** Ten minutes to start an upload. */
const SLOT_SECONDS = 600;

/** Checksums only where the service demands them: a presigned link would otherwise carry the checksum of an empty body. */
const clientOf = () => new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });

const disposition = (name: string): string => `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`;

/** The private bucket. */
export function s3Blob(): Blob {
  const client = clientOf();
  const bucket = () => config("PRIVATE_BUCKET");
  return {
    presignPost: async ({ key, type, maxBytes }) => {
      const conditions = [["content-length-range", 1, maxBytes] as ["content-length-range", number, number], { "Content-Type": type }];
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket(),
        Key: key,
        Fields: { "Content-Type": type },
        Conditions: conditions,
        Expires: SLOT_SECONDS,
      });
      return { url, fields, key };
    },
    presignGet: async ({ key, seconds, downloadAs }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({ Bucket: bucket(), Key: key, ...(downloadAs ? { ResponseContentDisposition: disposition(downloadAs) } : {}) }),
        { expiresIn: seconds },
      ),
    put: async ({ key, type, bytes }) => {
      await client.send(new PutObjectCommand({ Bucket: bucket(), Key: key, Body: bytes, ContentType: type }));
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket(), Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket(), Key: key }));
    },
  };
}

/** The public media bucket; its names carry a hash, so a browser may keep what it has for a year. */
export function s3Media(): Media {
  const client = clientOf();
  return {
    put: async ({ key, type, bytes }) => {
      const caching = "public, max-age=31536000, immutable";
      await client.send(
        new PutObjectCommand({ Bucket: config("MEDIA_BUCKET"), Key: `media/${key}`, Body: bytes, ContentType: type, CacheControl: caching }),
      );
    },
  };
}
