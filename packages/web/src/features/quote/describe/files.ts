import type { Attachment } from "@sleekapp/core/brief/model";

/** What two files together may weigh, in bytes, before they are written as text. */
export const MAX_BYTES = 180_000;
const SIDES = [1_400, 1_000, 700, 500];

/** Texts are read here; pictures and PDF go along; anything else nobody can read. */
export type Taken = { readonly text: string } | { readonly attachment: Attachment; readonly bytes: number } | { readonly problem: string };

const isText = (file: File): boolean => file.type.startsWith("text/") || /\.(?:txt|md|csv|eml)$/iu.test(file.name);

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const attached = async (blob: Blob, type: Attachment["type"]): Promise<Taken> => ({
  attachment: { type, data: base64(new Uint8Array(await blob.arrayBuffer())) },
  bytes: blob.size,
});

async function drawn(bitmap: ImageBitmap, side: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
}

/** A picture made small enough to go with a request; its metadata stays behind. */
export async function shrunk(file: File, most: number = MAX_BYTES): Promise<Taken> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    for (const side of SIDES) {
      const blob = await drawn(bitmap, side);
      if (blob && blob.size <= most) return await attached(blob, "image/jpeg");
    }
  } catch {
    return { problem: `${file.name} cannot be opened as a picture.` };
  }
  return { problem: `${file.name} is too large to be read here.` };
}

/** A file as it can be read: words, a smaller picture, or a short PDF. */
export async function take(file: File): Promise<Taken> {
  if (isText(file)) return { text: (await file.text()).slice(0, 4_000) };
  if (/^image\/(?:jpeg|png|webp)$/u.test(file.type)) return shrunk(file);
  if (file.type !== "application/pdf") return { problem: `${file.name}: texts, pictures (JPEG, PNG, WebP) and PDF can be read.` };
  if (file.size > MAX_BYTES) return { problem: `${file.name} is over ${MAX_BYTES / 1_000} KB; copy its words here instead.` };
  return attached(file, "application/pdf");
}
