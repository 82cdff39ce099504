import * as z from "zod";

/** Why a file is not taken as a picture, each by its name. */
export const Refusal = z.enum([
  "picture.empty",
  "picture.too_heavy",
  "picture.not_a_picture",
  "picture.drawing",
  "picture.heic",
  "picture.animated",
  "picture.too_small",
  "picture.too_large",
  "picture.too_many_pixels",
  "picture.broken",
  "picture.abandoned",
  "paper.unknown",
  "file.unknown",
  "file.too_heavy",
  "file.macros",
  "file.too_many",
  "file.closed",
  "file.removed",
]);
export type Refusal = z.infer<typeof Refusal>;

const sentences: Readonly<Record<Refusal, string>> = {
  "picture.empty": "The file is empty",
  "picture.too_heavy": "The file is larger than 10 MB",
  "picture.not_a_picture": "This is not a JPEG, PNG, WebP or AVIF picture",
  "picture.drawing": "An SVG drawing can carry a program; save it as PNG and send that",
  "picture.heic":
    "HEIC pictures cannot be opened here; send it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; or share the photo by mail, which turns it into JPEG",
  "picture.animated": "The picture moves; send one still frame of it",
  "picture.too_small": "The picture is too small to show anything",
  "picture.too_large": "The picture is longer than 12,000 pixels on one side",
  "picture.too_many_pixels": "The picture has more than 50 million pixels",
  "picture.broken": "The picture cannot be opened; it may have broken off on its way",
  "picture.abandoned": "Nothing showed the picture for a week",
  "paper.unknown": "This is neither a PDF nor a JPEG, PNG, WebP or AVIF picture of the paper",
  "file.unknown": "This is no PDF, no Excel workbook (XLSX) and no JPEG, PNG, WebP or AVIF picture",
  "file.too_heavy": "The file is larger than 25 MB",
  "file.macros": "The workbook is locked, or carries macros or other files; save it as a plain XLSX or as PDF and send that",
  "file.too_many": "The quote has ten files already; take one out first",
  "file.closed": "The quote has been answered, so nothing is added to it any more",
  "file.removed": "The file was taken out",
};

/** What the person who sent the file is told. */
export const sentenceOf = (refusal: Refusal): string => sentences[refusal];
