import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, isKind } from "../kernel/error.ts";
import { defineEvent } from "../kernel/event.ts";
import { id, newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { Blob, Links } from "../ports/blob.ts";
import { commit } from "../table/commit.ts";
import { removeFiles } from "./files.ts";
import { type FileType, incomingKey, maxBytesOf, type Origin, Placeholder, Purpose, type SlotView, type UploadView } from "./model.ts";
import * as policy from "./policy.ts";
import { Refusal, sentenceOf } from "./refusal.ts";
import * as store from "./store.ts";

export { FileType, ImageType, PaperType, parseIncoming, SlotView, UploadView } from "./model.ts";
export { adoptOnceWrite, adoptWrite, bringWrite, dropWrite, ofSubject, releaseWrite } from "./store.ts";
export type { Info, Outcome } from "./store.ts";

export const Asked = defineEvent("upload.asked", z.object({ uploadId: id("upload"), subjectId: z.string(), purpose: Purpose }));
export const Swept = defineEvent("upload.swept", z.object({ uploadId: id("upload"), subjectId: z.string(), files: z.int() }));
export const Settled = defineEvent(
  "upload.settled",
  z.object({ uploadId: id("upload"), subjectId: z.string(), state: z.enum(["ready", "refused"]) }),
);

type Asking = { readonly purpose: Purpose; readonly subjectId: string; readonly orgId: string; readonly type: FileType; readonly name?: string };

/** Opens a slot for one file of a record, for the action that has checked that the caller may add to it. */
export async function open(asking: Asking): Promise<SlotView> {
  const upload = { ...asking, uploadId: newId("upload") };
  const { url, fields } = await Links.use().presignPost({ key: incomingKey(upload), type: asking.type, maxBytes: maxBytesOf(asking.purpose) });
  const { type: _type, ...row } = upload;
  return commit({
    about: upload.subjectId,
    writes: [store.createWrite(row, nowIso())],
    events: [Asked({ uploadId: upload.uploadId, subjectId: upload.subjectId, purpose: upload.purpose })],
    reply: { uploadId: upload.uploadId, url, fields: { ...fields } },
  });
}

/** A record may have pictures of several purposes, each with its own readers: where one is named, no other is found. */
const ById = z.strictObject({ subjectId: z.string().max(60), uploadId: id("upload"), purpose: Purpose.optional() });

async function load({ subjectId, uploadId, purpose }: z.output<typeof ById>) {
  const upload = await store.find(subjectId, uploadId);
  return purpose === undefined || upload?.purpose === purpose ? upload : undefined;
}

/** An upload as its owner sees it. */
export const viewOf = ({ uploadId, state, refusal }: store.Info): UploadView => ({
  uploadId,
  state,
  ...(refusal ? { refusal, reason: sentenceOf(refusal) } : {}),
});

/** Whether a picture has been checked yet, and what was wrong with it. */
export const get = action({ name: "upload.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }): Promise<UploadView> =>
  viewOf(record),
);

/** A picture that was sent for a record, for the action that has checked whose record it is. */
export const find = store.find;

/** The pictures of these names that were sent for a record, whatever became of them; for who reads them beside the record. */
export const findMany = store.findAll;

/** The checked pictures of these names, each once, in the order asked for; throws `upload.not_ready` when one is missing, refused or still being checked. */
export function readyAmong(found: readonly store.Info[], uploadIds: readonly string[]): readonly store.Info[] {
  return [...new Set(uploadIds)].map((uploadId) => {
    const upload = found.find((one) => one.uploadId === uploadId);
    if (upload?.state !== "ready") throw conflict("upload.not_ready", "A picture has not been checked yet, or was refused", { uploadId });
    return upload;
  });
}

export const Verdict = z.object({
  state: z.enum(["ready", "refused"]),
  key: z.string().optional(),
  refusal: Refusal.optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  bytes: z.int().optional(),
  placeholder: Placeholder.optional(),
});

/** Records what the checker found; a file that arrives twice is judged once. */
export const settle = action(
  { name: "upload.settle", effect: "command", input: ById.extend({ verdict: Verdict }), load: loadWaiting, policy: policy.settle },
  async ({ record, input }) => {
    const { state, ...found } = input.verdict;
    const outcome = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
    return commit({
      about: record.subjectId,
      writes: [store.settleWrite(record, { state, ...outcome })],
      events: [Settled({ uploadId: record.uploadId, subjectId: record.subjectId, state })],
      changed: { before: record, after: { state } },
      reply: { uploadId: record.uploadId, at: Request.use().now.toISOString() },
      refused: () => conflict("upload.settled", "This picture has been judged already"),
    });
  },
);

async function loadWaiting({ subjectId, uploadId }: { subjectId: string; uploadId: string }) {
  return store.find(subjectId, uploadId);
}

type Received = {
  /** Given by who may bring it twice, so that it is one. */
  readonly uploadId?: string;
  readonly purpose: Purpose;
  readonly subjectId: string;
  readonly orgId: string;
  /** What it shows; with this it joins the listing as soon as it has been judged. */
  readonly alt?: string;
  /** The job that had it drawn, and that waits for the verdict. */
  readonly jobId?: string;
  readonly origin?: Origin;
};

/** Takes a picture that a worker brought itself: it waits where uploads wait and is judged like any other, once. */
export async function receive({ bytes, uploadId = newId("upload"), ...rest }: Received & { readonly bytes: Uint8Array }): Promise<string> {
  const row = { ...rest, uploadId };
  const { purpose, subjectId } = row;
  const { idempotency: _inbox, ...own } = Request.use();
  const before = await store.find(subjectId, uploadId);
  if (before === undefined)
    await Request.with(own, () =>
      commit({ about: subjectId, writes: [store.createWrite(row, nowIso())], events: [Asked({ uploadId, subjectId, purpose })], reply: null }),
    );
  if (before === undefined || before.state === "waiting") await Blob.use().put({ key: incomingKey(row), type: "application/octet-stream", bytes });
  return uploadId;
}

/** A slot that nothing came for, a file that was refused and a picture that no record shows stay this long: an editor may be left open over a holiday. */
const ABANDONED_MS = 7 * 86_400_000;

/** First nobody can show it any more, then its files go, then its row: whoever is stopped in between begins again. */
async function sweepOne(upload: store.Info): Promise<void> {
  const { uploadId, subjectId, state } = upload;
  if (state !== "refused")
    await commit({
      about: subjectId,
      writes: [store.abandonWrite(upload)],
      events: [Settled({ uploadId, subjectId, state: "refused" })],
      changed: { before: { state }, after: { state: "refused" } },
      reply: null,
    });
  const files = await removeFiles(upload);
  await commit({ about: subjectId, writes: [store.removeWrite(upload)], events: [Swept({ uploadId, subjectId, files })], reply: null });
}

/** Takes away uploads that came to nothing, rows and files, and reports how many. */
export async function sweepAbandoned(): Promise<number> {
  const found = await store.openBefore(new Date(Request.use().now.getTime() - ABANDONED_MS).toISOString());
  for (const upload of found)
    await sweepOne(upload).catch((error: unknown) => {
      // Somebody shows it after all, or another sweep was faster.
      if (!isKind(error, "conflict")) throw error;
    });
  return found.length;
}
