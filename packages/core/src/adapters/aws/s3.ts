import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { config } from "../../config.ts";
import type { Archive } from "../../ports/archive.ts";
import type { Blob, Media } from "../../ports/blob.ts";

/** Checksums only where the service demands them. */
const clientOf = () => new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });

/** The private bucket. */
export function s3Blob(): Blob {
  const client = clientOf();
  const bucket = () => config("PRIVATE_BUCKET");
  return {
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
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: config("MEDIA_BUCKET"), Key: `media/${key}` }));
    },
  };
}

/** The bucket of the audit's copies. It is locked, and a locked bucket demands a checksum of what it is given. */
export function s3Archive(): Archive {
  const client = new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_SUPPORTED" });
  const Bucket = () => config("AUDIT_BUCKET");
  return {
    put: async ({ key, type, text }) => {
      await client.send(new PutObjectCommand({ Bucket: Bucket(), Key: `audit/${key}`, Body: text, ContentType: type }));
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: Bucket(), Key: `audit/${key}` }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
