import * as z from "zod";
import { Refusal } from "./refusal.ts";

export { type Format, FORMATS, renditionName, renditionNames, WIDTHS, widthsOf } from "./facts.ts";

/** What an uploaded file is for; it decides who may ask for a slot and where the checked picture goes. */
export const Purpose = z.enum(["stage", "product", "avatar", "paper", "factory", "quote", "design", "claim"]);
export type Purpose = z.infer<typeof Purpose>;

/** `waiting` until the file has arrived and been checked; `refused` says why. */
export const State = z.enum(["waiting", "ready", "refused"]);
export type State = z.infer<typeof State>;

export const ImageType = z.enum(["image/jpeg", "image/png", "image/webp", "image/avif"]);
export type ImageType = z.infer<typeof ImageType>;

/** A paper is a PDF, or a picture of it; everything else that is sent is a picture. */
export const PaperType = z.enum([...ImageType.options, "application/pdf"]);
export type PaperType = z.infer<typeof PaperType>;

/** The type of a workbook without macros (OOXML). */
export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What goes with a quote: pictures, a PDF, and a tech pack as a workbook. */
export const FileType = z.enum([...PaperType.options, WORKBOOK_TYPE]);
export type FileType = z.infer<typeof FileType>;

/** The largest picture that is taken, in bytes: what the seed's upload form allowed for a photo, doubled for phones of today. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** The largest file of a quote in bytes: tech packs are heavier than photos. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** The most bytes that a file may have, by what it is for. */
export const maxBytesOf = (purpose: Purpose): number => (purpose === "quote" ? MAX_FILE_BYTES : MAX_IMAGE_BYTES);

/** A picture's largest side in pixels; more is a bomb or a mistake. */
export const MAX_IMAGE_SIDE = 12_000;

/** The most pixels that are opened: what the largest sensors of phones take, 150 MB once they are unpacked. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** A picture's smallest side in pixels by what it is for: a listing fills its narrowest rendition, a face its circle. */
export const MIN_IMAGE_SIDE: Readonly<Record<Purpose, number>> = {
  product: 320,
  stage: 160,
  avatar: 64,
  paper: 320,
  factory: 320,
  quote: 64,
  design: 320,
  claim: 160,
};

/** A picture a few pixels wide, as base64 of a WebP: what is seen until the picture itself has come. */
export const Placeholder = z.base64().max(1_200);

/** Who made a picture, where that was no person: a model drew it. */
export const Origin = z.literal("model");
export type Origin = z.infer<typeof Origin>;

/** An upload as its owner sees it; a refused one with the refusal's name and a sentence for people. */
export const UploadView = z.strictObject({ uploadId: z.string(), state: State, refusal: Refusal.optional(), reason: z.string().optional() });
export type UploadView = z.infer<typeof UploadView>;

/** A place to send one file to. */
export const SlotView = z.strictObject({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });
export type SlotView = z.infer<typeof SlotView>;

/** Where a file waits to be checked. */
export const incomingKey = (upload: { readonly purpose: Purpose; readonly subjectId: string; readonly uploadId: string }): string =>
  `incoming/${upload.purpose}/${upload.subjectId}/${upload.uploadId}`;

/** What an incoming key names, or undefined for keys that are not ours. */
export function parseIncoming(key: string): { readonly purpose: Purpose; readonly subjectId: string; readonly uploadId: string } | undefined {
  const [folder, purpose, subjectId, uploadId, ...rest] = key.split("/");
  const known = Purpose.safeParse(purpose);
  if (folder !== "incoming" || !known.success || !subjectId || !uploadId || rest.length > 0) return undefined;
  return { purpose: known.data, subjectId, uploadId };
}
