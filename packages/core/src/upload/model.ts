import * as z from "zod";

/** What an uploaded picture is for; it decides who may ask for a slot and where the checked picture goes. */
export const Purpose = z.enum(["stage", "product", "avatar"]);
export type Purpose = z.infer<typeof Purpose>;

/** `waiting` until the file has arrived and been checked; `refused` says why. */
export const State = z.enum(["waiting", "ready", "refused"]);
export type State = z.infer<typeof State>;

export const ImageType = z.enum(["image/jpeg", "image/png", "image/webp", "image/avif"]);
export type ImageType = z.infer<typeof ImageType>;

/** The largest picture that is taken, in bytes: what the seed's upload form allowed for a photo, doubled for phones of today. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** A picture's largest side in pixels; more is a bomb or a mistake. */
export const MAX_IMAGE_SIDE = 12_000;

/** The widths a published picture comes in. */
export const WIDTHS = [320, 800, 1_600] as const;

/** An upload as its owner sees it. */
export const UploadView = z.strictObject({ uploadId: z.string(), state: State, reason: z.string().optional() });
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
