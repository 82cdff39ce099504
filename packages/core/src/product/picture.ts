import type { Info as Upload } from "../upload/index.ts";
import { type Format, renditionName, widthsOf } from "../upload/model.ts";
import type { Picture } from "./model.ts";
import type { PictureView } from "./view.ts";

/** What a listing keeps of a checked upload, with what it shows in words. */
export const pictureOf = ({ uploadId, key = "", width = 0, height = 0, placeholder }: Upload, alt: string): Picture => ({
  uploadId,
  key,
  alt,
  width,
  height,
  ...(placeholder ? { placeholder } : {}),
});

/** Where the renditions of a picture are, narrowest first. */
export const pictureView = ({ key, alt, width, height, placeholder }: Picture): PictureView => ({
  alt,
  width,
  height,
  base: `/media/${key}`,
  widths: [...widthsOf(width)],
  ...(placeholder ? { placeholder } : {}),
});

/** The address of the rendition for a place that is so many pixels wide: the narrowest that fills it, else the widest there is. */
export function renditionAt({ base, widths }: Pick<PictureView, "base" | "widths">, at: number, format: Format): string {
  const width = widths.find((wide) => wide >= at) ?? widths.at(-1) ?? 0;
  return renditionName(base, { width, format });
}
