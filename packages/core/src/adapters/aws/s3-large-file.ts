import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { Readable } from "node:stream";
import { config } from "../../config.ts";
import type { LargeFile } from "../../ports/large-file.ts";

/** Bytes of one part: the least that S3 takes for any but the last. */
const PART = 5 * 1024 * 1024;

/** The pieces put together into parts of at least `PART` bytes; the last is what is left. */
async function* partsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.byteLength;
    if (size < PART) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

type Target = { readonly Bucket: string; readonly Key: string };

async function writeParts(client: S3Client, target: Target & { readonly UploadId: string | undefined }, parts: AsyncIterable<Uint8Array>) {
  const Parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
  for await (const Body of parts) {
    const PartNumber = Parts.length + 1;
    const { ETag } = await client.send(new UploadPartCommand({ ...target, PartNumber, Body }));
    Parts.push({ PartNumber, ETag });
  }
  await client.send(new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } }));
}

/** Large files of the private bucket; at most two parts of five megabytes are held. */
export function s3LargeFile(): LargeFile {
  const client = new S3Client({ forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });
  const Bucket = () => config("PRIVATE_BUCKET");
  return {
    read: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: Bucket(), Key: key }));
        return Body instanceof Readable ? Body : undefined;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    write: async ({ key, type, pieces }) => {
      const target = { Bucket: Bucket(), Key: key };
      const parts = partsOf(pieces);
      const first = await parts.next();
      const Body = first.value ?? new Uint8Array();
      if (first.done || Body.byteLength < PART) {
        await client.send(new PutObjectCommand({ ...target, Body, ContentType: type }));
        return;
      }
      const all = async function* () {
        yield Body;
        yield* parts;
      };
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...target, ContentType: type }));
      // Parts of a file that never became whole go by the bucket's own rule, after a day.
      await writeParts(client, { ...target, UploadId }, all());
    },
  };
}
