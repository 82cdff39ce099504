import { fileTypeFromBuffer } from "file-type";
import sharp, { type Sharp } from "sharp";
import { type Format, FORMATS, ImageType, MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE, widthsOf, WIDTHS } from "../upload/model.ts";
import type { Refusal } from "../upload/refusal.ts";

export type Rendition = { readonly format: Format; readonly width: number; readonly bytes: Uint8Array };
/** A picture that has been opened: its size as it is seen, and its pixels, upright, in sRGB and on white, no wider than it was asked for. */
export type Opened = { readonly width: number; readonly height: number; readonly pixels: Pixels };
type Pixels = { readonly data: Buffer; readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 } };

const WIDEST = Math.max(...WIDTHS);
const PLACEHOLDER_WIDTH = 16;

const startsLikeDrawing = (bytes: Uint8Array): boolean => /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4_096)).toString("latin1"));

/** What the file really is, by its first bytes; what it was said to be, and what it is called, count for nothing. */
async function refusalOfType(bytes: Uint8Array, maxBytes: number): Promise<Refusal | undefined> {
  if (bytes.length === 0) return "picture.empty";
  if (bytes.length > maxBytes) return "picture.too_heavy";
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (ImageType.safeParse(mime).success) return undefined;
  if (/^image\/hei[cf]/.test(mime)) return "picture.heic";
  if (mime === "image/apng") return "picture.animated";
  return startsLikeDrawing(bytes) ? "picture.drawing" : "picture.not_a_picture";
}

/** Whether a file is a PDF by its first bytes, whatever it is called. */
export const isPdf = async (bytes: Uint8Array): Promise<boolean> => (await fileTypeFromBuffer(bytes))?.mime === "application/pdf";

type Size = { readonly width: number; readonly height: number; readonly pages?: number | undefined };

/** Judged by the header alone, which is read whatever size it claims: a bomb is never opened. */
function refusalOfSize({ width, height, pages = 1 }: Size, minSide: number): Refusal | undefined {
  if (pages > 1) return "picture.animated";
  if (Math.max(width, height) > MAX_IMAGE_SIDE) return "picture.too_large";
  if (width * height > MAX_IMAGE_PIXELS) return "picture.too_many_pixels";
  return Math.min(width, height) < minSide ? "picture.too_small" : undefined;
}

const limits = { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error" } as const;

/** Reads every pixel once: what breaks off is found here, and nothing but pixels goes on. */
async function pixelsOf(bytes: Uint8Array, width: number): Promise<Pixels> {
  const { data, info } = await sharp(bytes, limits)
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** How much of a picture is taken and kept, where it is not what a listing needs. */
type Room = { readonly widest?: number; readonly maxBytes?: number };

/**
 * Looks inside a file that claims to be a picture: what it really is, how large it is when opened, and whether it can be drawn at
 * all. Of a sound one the pixels are kept and nothing else: what a camera wrote (the place it was taken, too), a colour profile, and
 * whatever somebody put before, between or after the pixels stays behind, so a picture with an archive behind it is a picture. Wider than `widest` pixels it is not kept.
 */
export async function openImage(
  bytes: Uint8Array,
  minSide: number,
  { widest = WIDEST, maxBytes = MAX_IMAGE_BYTES }: Room = {},
): Promise<Opened | { readonly refusal: Refusal }> {
  const wrongType = await refusalOfType(bytes, maxBytes);
  if (wrongType) return { refusal: wrongType };
  try {
    const { autoOrient, pages } = await sharp(bytes, { ...limits, limitInputPixels: false }).metadata();
    const wrongSize = refusalOfSize({ ...autoOrient, pages }, minSide);
    if (wrongSize) return { refusal: wrongSize };
    return { width: autoOrient.width, height: autoOrient.height, pixels: await pixelsOf(bytes, widest) };
  } catch {
    return { refusal: "picture.broken" };
  }
}

/**
 * AVIF, which nearly every browser takes, at effort 1 is drawn in a third of the time of effort 3 for a tenth more bytes; the two that
 * few take are drawn quickly, for a sixteenth more.
 */
const encode: Readonly<Record<Format, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 50, effort: 1 }),
  webp: (image) => image.webp({ quality: 80, effort: 2 }),
  jpeg: (image) => image.jpeg({ quality: 78, progressive: true }),
};

/** One rendition of an opened picture. */
export async function draw({ pixels }: Opened, { format, width }: Omit<Rendition, "bytes">): Promise<Rendition> {
  const { data, raw } = pixels;
  const bytes = await encode[format](sharp(data, { raw }).resize({ width, withoutEnlargement: true })).toBuffer();
  return { format, width: Math.min(width, raw.width), bytes: new Uint8Array(bytes) };
}

/** Every rendition of an opened picture, one after another: a Lambda has one processor and should not hold nine drawings at once. */
export async function drawAll(opened: Opened): Promise<readonly Rendition[]> {
  const drawn: Rendition[] = [];
  for (const width of widthsOf(opened.width)) for (const format of FORMATS) drawn.push(await draw(opened, { format, width }));
  return drawn;
}

/** The picture a few pixels wide, as base64 of a WebP of some hundred bytes; at a lower quality its colours are wrong. */
export async function placeholderOf({ pixels: { data, raw } }: Opened): Promise<string> {
  const small = sharp(data, { raw }).resize({ width: PLACEHOLDER_WIDTH, height: PLACEHOLDER_WIDTH * 2, fit: "inside" });
  return (await small.webp({ quality: 60, smartSubsample: true, effort: 6 }).toBuffer()).toString("base64");
}
