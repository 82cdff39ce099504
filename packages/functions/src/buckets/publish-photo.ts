import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { draw, drawAll, isPdf, type Opened, openImage, placeholderOf, type Rendition } from "@sleekapp/core/adapters/images";
import { isKind } from "@sleekapp/core/kernel/error";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import { clock } from "@sleekapp/core/ports/clock";
import { sha256 } from "@sleekapp/core/ports/crypto";
import * as Product from "@sleekapp/core/product";
import * as Upload from "@sleekapp/core/upload";
import { MAX_IMAGE_BYTES, MIN_IMAGE_SIDE, renditionName, WIDTHS } from "@sleekapp/core/upload/model";
import type { Refusal } from "@sleekapp/core/upload/refusal";
import type { S3Event, S3EventRecord } from "aws-lambda";
import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "../http/log.ts";

Blob.provide(s3Blob());
Media.provide(s3Media());

type Arrived = { readonly key: string; readonly size: number };
type Incoming = NonNullable<ReturnType<typeof Upload.parseIncoming>>;

/** Named by what is in it, so what is at a name never changes; the listing hears of the name when every rendition is there. */
async function publish({ subjectId, uploadId }: Incoming, renditions: readonly Rendition[]): Promise<string> {
  const name = `product/${subjectId}/${uploadId.slice(-8)}-${sha256(renditions.map(({ bytes }) => Buffer.from(bytes).toString("base64")).join()).slice(0, 12)}`;
  const put = ({ bytes, ...rendition }: Rendition) =>
    Media.use().put({ key: renditionName(name, rendition), type: `image/${rendition.format}`, bytes });
  await Promise.all(renditions.map(put));
  return name;
}

/** Pictures that stay private, in one size: the largest from the floor, the smallest of a person. */
const places = {
  stage: { folder: "order", width: WIDTHS[2] },
  avatar: { folder: "avatar", width: WIDTHS[0] },
  paper: { folder: "supplier", width: WIDTHS[2] },
  factory: { folder: "supplier", width: WIDTHS[2] },
} as const;

async function keepPrivate(
  { subjectId, uploadId }: Incoming,
  { folder, width }: (typeof places)[keyof typeof places],
  picture: Opened,
): Promise<string> {
  const key = `${folder}/${subjectId}/${uploadId}.webp`;
  const { bytes } = await draw(picture, { format: "webp", width });
  await Blob.use().put({ key, type: "image/webp", bytes });
  return key;
}

/** Pictures of listings are public; all others are not. */
async function keep(upload: Incoming, picture: Opened): Promise<Omit<Upload.Outcome, "state">> {
  const { purpose } = upload;
  const { width, height } = picture;
  if (purpose !== "product") return { key: await keepPrivate(upload, places[purpose], picture), width, height };
  return { key: await publish(upload, await drawAll(picture)), width, height, placeholder: await placeholderOf(picture) };
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

/** A PDF is kept as it was sent, private and only ever handed out as a download: nothing here opens it. */
async function keepPdf({ subjectId, uploadId }: Incoming, bytes: Uint8Array): Promise<Upload.Outcome> {
  const key = `supplier/${subjectId}/${uploadId}.pdf`;
  await Blob.use().put({ key, type: "application/pdf", bytes });
  return { state: "ready", key };
}

/** What a paper is that is no picture. */
const paperRefusal = (refusal: Refusal): Refusal => (refusal === "picture.not_a_picture" ? "paper.unknown" : refusal);

/** A file that is larger than its slot is not even fetched. */
async function outcomeOf(upload: Incoming, { key, size }: Arrived): Promise<Upload.Outcome | undefined> {
  if (size > MAX_IMAGE_BYTES) return { state: "refused", refusal: "picture.too_heavy" };
  const bytes = await Blob.use().get(key);
  if (!bytes) return undefined;
  const isPaper = upload.purpose === "paper";
  if (isPaper && (await isPdf(bytes))) return keepPdf(upload, bytes);
  const opened = await openImage(bytes, MIN_IMAGE_SIDE[upload.purpose]);
  if ("refusal" in opened) return { state: "refused", refusal: isPaper ? paperRefusal(opened.refusal) : opened.refusal };
  return { state: "ready", ...(await keep(upload, opened)) };
}

/** Judges a file whose slot still waits for one; whatever else arrives under its name goes without being opened. */
async function judge(upload: Incoming, arrived: Arrived): Promise<void> {
  const { subjectId, uploadId } = upload;
  const slot = await Upload.find(subjectId, uploadId);
  const verdict = slot?.state === "waiting" ? await outcomeOf(upload, arrived) : undefined;
  if (verdict) await Upload.settle({ subjectId, uploadId, verdict });
  // A retry comes here again when the verdict is there and the listing has not heard of it.
  const isReady = (verdict ?? slot)?.state === "ready";
  if (upload.purpose === "product" && isReady) await adopt(upload);
  await Blob.use().remove(arrived.key);
}

async function accept(record: S3EventRecord): Promise<void> {
  const { size } = record.s3.object;
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
    await Request.with(request, () => judge(upload, { key, size }));
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
