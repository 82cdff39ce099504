import * as z from "zod";
import { action } from "../kernel/action.ts";
import { type AppError, conflict, isKind } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import type { Refusal } from "../upload/refusal.ts";
import { FileAdded } from "./event.ts";
import { filesFull } from "./file-view.ts";
import { laneOf } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ByFile = z.strictObject({ quoteId: id("quote"), uploadId: id("upload") });

/** Files of one quote are judged side by side, each counted on the same row: so often is one tried again. */
const PATIENCE = 12;

async function refuse(upload: Upload.Info, refusal: Refusal): Promise<{ readonly uploadId: string }> {
  const { uploadId, subjectId } = upload;
  await commit({ about: subjectId, writes: [Upload.dropWrite(upload, refusal, nowIso())], events: [], reply: null });
  return { uploadId };
}

const whyNot = (error: unknown): AppError | undefined => (isKind(error, "conflict") ? error : undefined);

async function adopt(quoteId: string, upload: Upload.Info): Promise<{ readonly uploadId: string }> {
  const { uploadId } = upload;
  return commit({
    about: quoteId,
    writes: [store.moreFilesWrite(quoteId), Upload.adoptOnceWrite(upload)],
    events: [FileAdded({ quoteId, uploadId })],
    reply: { uploadId },
    refused: (index) => (index === 0 ? filesFull() : conflict("upload.settled", "This file goes with the quote already, or was taken out")),
    patience: PATIENCE,
  });
}

async function loadSent({ quoteId, uploadId }: z.output<typeof ByFile>) {
  const [quote, upload] = await Promise.all([store.find(quoteId), Upload.find(quoteId, uploadId)]);
  return upload && { quote, upload };
}

/**
 * A file that has been found sound goes with its quote, once, while there is room and the quote can be answered; otherwise it is
 * refused and says which. While there is no quote, the file waits for it: what makes the quote brings it along. The count is a condition of the write: of eleven that come at once ten are taken.
 */
export const adoptFile = action(
  { name: "quote.adopt_file", effect: "command", input: ByFile, load: loadSent, policy: policy.work },
  async ({ input: { quoteId, uploadId }, record: { quote, upload } }) => {
    if (!quote || upload.state !== "ready" || upload.use === "adopted") return { uploadId };
    if (laneOf(quote.quote.status) !== "open") return refuse(upload, "file.closed");
    try {
      return await adopt(quoteId, upload);
    } catch (error) {
      if (whyNot(error)?.code !== "quote.files_full") throw error;
      const { idempotency: _spent, ...own } = Request.use();
      const after = await store.find(quoteId);
      const refusal = after && laneOf(after.quote.status) === "open" ? "file.too_many" : "file.closed";
      return Request.with(own, () => refuse(upload, refusal));
    }
  },
);
