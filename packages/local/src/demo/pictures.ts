import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Member } from "@sleekapp/core/kernel/actor";
import * as Upload from "@sleekapp/core/upload";
import sharp from "sharp";
import { as } from "./world.ts";

/** Pixels to render a drawing at: a garment as wide as the largest published rendition, the floor as wide as its gallery shows it. */
export const widths = { garment: 1_600, floor: 800 } as const;

/** Renders drawings to pictures, none wider than `widest`, and keeps them by content, so that a machine draws each once. */
export function pictureCache(folder: string, widest: number) {
  mkdirSync(folder, { recursive: true });
  return async (svg: string, wanted: number): Promise<Uint8Array> => {
    const width = Math.min(wanted, widest);
    const name = createHash("sha256").update(svg).digest("hex").slice(0, 24);
    const file = path.join(folder, `${name}-${width}.png`);
    if (existsSync(file)) return readFileSync(file);
    // Drawings are 400 units wide, which are points to the renderer.
    const density = (72 * width) / 400;
    const bytes = await sharp(Buffer.from(svg), { density }).png({ palette: true, effort: 4 }).toBuffer();
    // Several loads may draw the same picture at once; each puts its own whole file in place.
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
    return bytes;
  };
}

export type Draw = ReturnType<typeof pictureCache>;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const PATIENCE_MS = 60_000;

type Slot = Upload.SlotView;

const TRIES = 3;

/** A kept-alive connection that the storage has just closed is opened again; a browser does that by itself. */
async function send(url: string, form: FormData, tries = 1): Promise<Response> {
  try {
    return await fetch(url, { method: "POST", body: form });
  } catch (error) {
    if (tries === TRIES) throw error;
    return send(url, form, tries + 1);
  }
}

async function post({ url, fields }: Slot, bytes: Uint8Array): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
  const answer = await send(url, form);
  if (!answer.ok) throw new Error(`The storage answered ${answer.status}: ${await answer.text()}`);
}

/** Sends a picture the way a browser does, and waits until it has been looked into and published. */
export async function sendPicture(
  owner: Member,
  subjectId: string,
  { slot, bytes }: { readonly slot: Slot; readonly bytes: Uint8Array },
): Promise<string> {
  await post(slot, bytes);
  const { uploadId } = slot;
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(150)) {
    const { state, reason } = await as(owner, { at: new Date() }, () => Upload.get({ subjectId, uploadId }));
    if (state === "ready") return uploadId;
    if (state === "refused") throw new Error(`A drawing was refused: ${reason}`);
  }
  throw new Error(`The picture ${uploadId} has not been looked into for ${PATIENCE_MS / 1_000} s`);
}
