import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { config } from "../../config.ts";
import type { SnapshotStore } from "../minisearch/snapshot.ts";

const NOT_MODIFIED = 304;

/** The catalogue's index in the private bucket; who has it already is told so instead of given it again. */
export function s3Snapshot(key = "search/products"): SnapshotStore {
  const client = new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });
  const at = () => ({ Bucket: config("PRIVATE_BUCKET"), Key: key });
  return {
    read: async (unless) => {
      try {
        const { Body, ETag } = await client.send(new GetObjectCommand({ ...at(), ...(unless ? { IfNoneMatch: unless } : {}) }));
        return Body ? { bytes: await Body.transformToByteArray(), tag: ETag ?? "" } : undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === NOT_MODIFIED) return "same";
        throw error;
      }
    },
    write: async (bytes) => {
      await client.send(new PutObjectCommand({ ...at(), Body: bytes, ContentType: "application/gzip" }));
    },
  };
}
