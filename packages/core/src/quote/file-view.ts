import { conflict } from "../kernel/error.ts";
import { Links } from "../ports/blob.ts";
import * as Upload from "../upload/index.ts";
import { sentenceOf } from "../upload/refusal.ts";
import { MAX_FILES, MAX_SENT } from "./model.ts";
import type { FileView } from "./view.ts";

/** The refusal where there is no room for one more. */
export const filesFull = () => conflict("quote.files_full", `A quote has room for ${MAX_FILES} files; take one out first`);

/** The refusal of whoever has sent too much. */
export const filesBusy = () => conflict("quote.files_busy", "Too many files were sent for this quote this week; send the rest by mail");

/** Slots that were asked for side by side may be some more than there is room for. */
const READ = MAX_SENT + 40;

/** Everything that was sent for a quote and is not swept yet. */
export const filesOf = (quoteId: string): Promise<readonly Upload.Info[]> => Upload.ofSubject(quoteId, READ);

/** Whether a file was looked into, found sound, and goes with the quote. */
export const isAttached = ({ state, use, key }: Upload.Info): boolean => state === "ready" && use === "adopted" && key !== undefined;

const endingOf = (key: string): string => key.split(".").at(-1) ?? "";

function fileView(upload: Upload.Info): FileView {
  const { uploadId, name = "", state, refusal, key, bytes, createdAt } = upload;
  const shown = { uploadId, name, addedAt: createdAt };
  if (state === "refused") return { ...shown, state, ...(refusal ? { reason: sentenceOf(refusal) } : {}) };
  if (!isAttached(upload) || key === undefined) return { ...shown, state: "waiting" };
  return { ...shown, state, ending: endingOf(key), ...(bytes === undefined ? {} : { bytes }) };
}

/** Files as the buyer and the platform see them: also what is on its way and what was refused, but not what was taken out. */
export const shownFiles = (uploads: readonly Upload.Info[]): readonly FileView[] =>
  uploads.filter(({ refusal }) => refusal !== "file.removed" && refusal !== "picture.abandoned").map(fileView);

/** Files of a quote that is not there yet: those that were found sound go with it later. */
export const draftFiles = (uploads: readonly Upload.Info[]): readonly FileView[] =>
  shownFiles(uploads.map((upload) => (upload.state === "ready" ? { ...upload, use: "adopted" } : upload)));

/** Files as whoever makes the goods sees them: those alone that go with the quote. */
export const attachedFiles = (uploads: readonly Upload.Info[]): readonly FileView[] => uploads.filter(isAttached).map(fileView);

/** How long a link to a file holds, in seconds. */
const LINK_SECONDS = 300;

/** A short-lived link to a file as a download, under the name it was sent with and the ending of what is kept. */
export async function linkTo({ key = "", name = "file" }: Upload.Info): Promise<{ readonly url: string }> {
  const plain = name.replace(/\.\w{1,5}$/u, "").replaceAll(/[^\p{L}\p{N} _-]+/gu, "_");
  return { url: await Links.use().presignGet({ key, seconds: LINK_SECONDS, downloadAs: `${plain || "file"}.${endingOf(key)}` }) };
}
