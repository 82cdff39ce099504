import { WIDTHS } from "../upload/model.ts";
import type { Picture } from "./model.ts";
import type { PictureView } from "./view.ts";

/** Where the renditions of a picture are, narrowest first. */
export const pictureView = ({ key, alt, width, height }: Picture): PictureView => ({
  alt,
  width,
  height,
  sources: WIDTHS.filter((wide, index) => index === 0 || wide <= Math.max(width, WIDTHS[0])).map((wide) => ({
    width: wide,
    url: `/media/${key}-${wide}.webp`,
  })),
});
