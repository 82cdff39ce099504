import { s3Blob, s3Media } from "@sleekapp/core/adapters/aws/s3";
import { draw, drawAll, isPdf, type Opened, openImage, placeholderOf, type Rendition } from "@sleekapp/core/adapters/images";
import { workbookIn } from "@sleekapp/core/adapters/workbook";
import { isKind } from "@sleekapp/core/kernel/error";
import { Request, type RequestValue } from "@sleekapp/core/kernel/request";
import { Blob, Media } from "@sleekapp/core/ports/blob";
import { adoptFile } from "@sleekapp/core/quote/adopt-file";
import { clock } from "@sleekapp/core/ports/clock";
import { sha256 } from "@sleekapp/core/ports/crypto";
import * as AiJob from "@sleekapp/core/ai-job";
import { keep as keepDesign } from "@sleekapp/core/design/keep";
import * as Product from "@sleekapp/core/product";
import { keepCandidate } from "@sleekapp/core/product/keep-candidate";
import * as Upload from "@sleekapp/core/upload";
import { maxBytesOf, MIN_IMAGE_SIDE, renditionName, WIDTHS, WORKBOOK_TYPE } from "@sleekapp/core/upload/model";
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
  // Artwork is printed from: it keeps what a poster needs.
  quote: { folder: "quote", width: 4_000 },
  design: { folder: "design", width: WIDTHS[2] },
  claim: { folder: "order", width: WIDTHS[2] },
} as const;

async function keepPrivate(
  { subjectId, uploadId }: Incoming,
  { folder, width }: (typeof places)[keyof typeof places],
  picture: Opened,
): Promise<{ readonly key: string; readonly bytes: number }> {
  const key = `${folder}/${subjectId}/${uploadId}.webp`;
  const { bytes } = await draw(picture, { format: "webp", width });
  await Blob.use().put({ key, type: "image/webp", bytes });
  return { key, bytes: bytes.length };
}

/** Pictures of listings are public; all others are not. */
async function keep(upload: Incoming, picture: Opened): Promise<Omit<Upload.Outcome, "state">> {
  const { purpose } = upload;
  const { width, height } = picture;
  if (purpose !== "product") return { ...(await keepPrivate(upload, places[purpose], picture)), width, height };
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

const documents = { pdf: "application/pdf", xlsx: WORKBOOK_TYPE } as const;
type Document = keyof typeof documents;

/** A document is kept as it was sent, private and only ever handed out as a download: nothing here opens it. */
async function keepDocument({ purpose, subjectId, uploadId }: Incoming, ending: Document, bytes: Uint8Array): Promise<Upload.Outcome> {
  const key = `${purpose === "quote" ? "quote" : "supplier"}/${subjectId}/${uploadId}.${ending}`;
  await Blob.use().put({ key, type: documents[ending], bytes });
  return { state: "ready", key, bytes: bytes.length };
}

/** What takes documents beside pictures, and what is said of a file that is neither. */
const unknownOf: Readonly<Partial<Record<Incoming["purpose"], Refusal>>> = { paper: "paper.unknown", quote: "file.unknown" };

/** What is no picture, by its bytes; undefined for what can only be one. */
async function documentOf({ purpose }: Incoming, bytes: Uint8Array): Promise<Document | Refusal | undefined> {
  if (!unknownOf[purpose]) return undefined;
  if (await isPdf(bytes)) return "pdf";
  const workbook = purpose === "quote" ? workbookIn(bytes) : undefined;
  return workbook && (workbook === "plain" ? "xlsx" : "file.macros");
}

async function pictureOf(upload: Incoming, bytes: Uint8Array): Promise<Upload.Outcome> {
  const { purpose } = upload;
  const opened = await openImage(bytes, MIN_IMAGE_SIDE[purpose], {
    maxBytes: maxBytesOf(purpose),
    ...(purpose === "quote" ? { widest: places.quote.width } : {}),
  });
  if (!("refusal" in opened)) return { state: "ready", ...(await keep(upload, opened)) };
  const { refusal } = opened;
  return { state: "refused", refusal: refusal === "picture.not_a_picture" ? (unknownOf[purpose] ?? refusal) : refusal };
}

/** A file that is larger than its slot is not even fetched. */
async function outcomeOf(upload: Incoming, { key, size }: Arrived): Promise<Upload.Outcome | undefined> {
  const { purpose } = upload;
  if (size > maxBytesOf(purpose)) return { state: "refused", refusal: purpose === "quote" ? "file.too_heavy" : "picture.too_heavy" };
  const bytes = await Blob.use().get(key);
  if (!bytes) return undefined;
  const document = await documentOf(upload, bytes);
  if (document === "pdf" || document === "xlsx") return keepDocument(upload, document, bytes);
  if (document) return { state: "refused", refusal: document };
  return pictureOf(upload, bytes);
}

/** A picture that was drawn and cannot be shown ends its job. */
async function failJob(jobId: string): Promise<void> {
  const job = await AiJob.find(jobId);
  if (job?.status === "running") await AiJob.fails(job, "unfit");
}

/** Tells whoever waits for a picture what became of it; a retry comes here again when the verdict is there and nobody has heard of it. */
async function tell(
  upload: Incoming,
  { state, jobId }: { readonly state: Upload.Outcome["state"]; readonly jobId?: string | undefined },
): Promise<void> {
  const { purpose, subjectId, uploadId } = upload;
  if (state === "refused") return jobId === undefined ? undefined : failJob(jobId);
  if (purpose === "product") await (jobId === undefined ? adopt(upload) : keepCandidate({ productId: subjectId, uploadId }));
  if (purpose === "quote") await adoptFile({ quoteId: subjectId, uploadId });
  if (purpose === "design") await keepDesign({ ownerId: subjectId, uploadId });
}

/** Judges a file whose slot still waits for one; whatever else arrives under its name goes without being opened. */
async function judge(upload: Incoming, arrived: Arrived): Promise<void> {
  const { subjectId, uploadId } = upload;
  const slot = await Upload.find(subjectId, uploadId);
  const verdict = slot?.state === "waiting" ? await outcomeOf(upload, arrived) : undefined;
  if (verdict) await Upload.settle({ subjectId, uploadId, verdict });
  const state = verdict?.state ?? slot?.state;
  if (slot && state && state !== "waiting") await tell(upload, { state, jobId: slot.jobId });
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
