import type { Info as Upload } from "../upload/index.ts";
import { widthsOf } from "../upload/model.ts";
import type { Picture } from "./model.ts";
import type { PictureView } from "./view.ts";

/** What a listing keeps of a checked upload, with what it shows in words. */
export const pictureOf = ({ uploadId, key = "", width = 0, height = 0, placeholder, origin }: Upload, alt: string): Picture => ({
  uploadId,
  key,
  alt,
  width,
  height,
  ...(placeholder ? { placeholder } : {}),
  ...(origin ? { origin } : {}),
});

/** Where the renditions of a picture are, narrowest first. */
export const pictureView = ({ key, alt, width, height, placeholder, origin }: Picture): PictureView => ({
  alt,
  width,
  height,
  base: `/media/${key}`,
  widths: [...widthsOf(width)],
  ...(placeholder ? { placeholder } : {}),
  ...(origin ? { origin } : {}),
});
