import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { checkImage, type Checked } from "@sleekapp/core/adapters/images";
import { isKind } from "@sleekapp/core/kernel/error";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import { clock } from "@sleekapp/core/ports/clock";
import { sha256 } from "@sleekapp/core/ports/crypto";
import * as Product from "@sleekapp/core/product";
import * as Upload from "@sleekapp/core/upload";
import type { S3Event, S3EventRecord } from "aws-lambda";
import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "../http/log.ts";

Blob.provide(s3Blob());
Media.provide(s3Media());

const type = "image/webp";

type Incoming = NonNullable<ReturnType<typeof Upload.parseIncoming>>;

/** Pictures that stay private, in one size: the largest from the floor, the smallest of a person. */
async function keepPrivate(key: string, rendition: Checked["renditions"][number] | undefined): Promise<string> {
  if (rendition) await Blob.use().put({ key, type, bytes: rendition.bytes });
  return key;
}

/** Pictures of listings are public and named by their content; all others are not. */
async function keep(upload: Incoming, picture: Checked): Promise<string> {
  const { purpose, subjectId, uploadId } = upload;
  const largest = picture.renditions.at(-1);
  if (purpose === "stage") return keepPrivate(`order/${subjectId}/${uploadId}.webp`, largest);
  if (purpose === "avatar") return keepPrivate(`avatar/${subjectId}/${uploadId}.webp`, picture.renditions[0]);
  const name = `product/${subjectId}/${uploadId.slice(-8)}-${sha256(Buffer.from(largest?.bytes ?? []).toString("base64")).slice(0, 12)}`;
  await Promise.all(picture.renditions.map(({ width, bytes }) => Media.use().put({ key: `${name}-${width}.webp`, type, bytes })));
  return name;
}

const TRIES = 6;

/** Pictures of one listing are judged side by side; whoever comes second reads the listing again. */
async function adopt(upload: Incoming, attempt = 1): Promise<void> {
  const { subjectId: productId, uploadId } = upload;
  try {
    await Product.adoptPicture({ productId, uploadId });
  } catch (error) {
    if (!isKind(error, "conflict") || attempt === TRIES) throw error;
    await sleep(20 * 2 ** attempt);
    await adopt(upload, attempt + 1);
  }
}

async function judge(upload: Incoming, key: string): Promise<unknown> {
  const bytes = await Blob.use().get(key);
  if (!bytes) return undefined;
  const checked = await checkImage(bytes);
  const verdict =
    "refusal" in checked
      ? { state: "refused" as const, reason: checked.refusal }
      : { state: "ready" as const, key: await keep(upload, checked), width: checked.width, height: checked.height };
  await Upload.settle({ subjectId: upload.subjectId, uploadId: upload.uploadId, verdict });
  if (upload.purpose === "product" && verdict.state === "ready") await adopt(upload);
  return Blob.use().remove(key);
}

async function accept(record: S3EventRecord): Promise<void> {
  const key = decodeURIComponent(record.s3.object.key.replaceAll("+", " "));
  const upload = Upload.parseIncoming(key);
  if (!upload) return;
  const request: RequestValue = {
    actor: { type: "system", cause: "bucket:publish-photo" },
    now: clock.now(),
    requestId: upload.uploadId,
    standing: async (actor) => actor,
  };
  try {
    await Request.with(request, () => judge(upload, key));
  } catch (error) {
    // A file that was judged before, or that nobody asked for, is not judged again.
    if (!isKind(error, "conflict") && !isKind(error, "not_found")) throw error;
    logger.warn("photo", { upload: upload.uploadId, refusal: error.code });
  }
}

/** Checks every file that arrives and publishes what is a picture. */
export async function handler(event: S3Event): Promise<void> {
  await Promise.all(event.Records.map(accept));
}
