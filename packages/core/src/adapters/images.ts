import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { ImageType, MAX_IMAGE_SIDE, WIDTHS } from "../upload/model.ts";

export type Rendition = { readonly width: number; readonly bytes: Uint8Array };
export type Checked = { readonly width: number; readonly height: number; readonly renditions: readonly Rendition[] };
export type Refused = { readonly refusal: string };

/**
 * Looks inside a file that claims to be a picture: what it really is, how large it is when opened, and whether it can be drawn
 * at all. A sound one is drawn anew in three widths, which leaves metadata such as the place it was taken behind.
 */
export async function checkImage(bytes: Uint8Array): Promise<Checked | Refused> {
  const type = await fileTypeFromBuffer(bytes);
  if (!ImageType.safeParse(type?.mime).success) return { refusal: "This is not a JPEG, PNG, WebP or AVIF picture" };
  try {
    const limits = { limitInputPixels: MAX_IMAGE_SIDE * MAX_IMAGE_SIDE, failOn: "error" as const };
    const { autoOrient } = await sharp(bytes, limits).metadata();
    if (Math.max(autoOrient.width, autoOrient.height) > MAX_IMAGE_SIDE) return { refusal: "The picture is larger than 12,000 pixels" };
    const render = async (width: number) => ({
      width,
      bytes: new Uint8Array(await sharp(bytes, limits).autoOrient().resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer()),
    });
    return { width: autoOrient.width, height: autoOrient.height, renditions: await Promise.all(WIDTHS.map(render)) };
  } catch {
    return { refusal: "The picture cannot be opened" };
  }
}
