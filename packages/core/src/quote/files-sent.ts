import { notFound } from "../kernel/error.ts";
import * as Upload from "../upload/index.ts";
import { attachedFiles, filesOf, isAttached, linkTo } from "./file-view.ts";
import type { FilesOf } from "./model.ts";
import * as store from "./store.ts";
import type { FileView } from "./view.ts";

/** The files that a buyer sends along with a request for bids: those that go with their quote at this moment. Throws `record.not_found` for a quote of another's. */
export async function filesToSend(quoteId: string, ownerId: string): Promise<FilesOf> {
  const [found, sent] = await Promise.all([store.find(quoteId), filesOf(quoteId)]);
  if (found?.ownerId !== ownerId) throw notFound();
  return { quoteId, uploadIds: sent.filter(isAttached).map(({ uploadId }) => uploadId) };
}

/** Files that were sent along and have not been taken out since, for an action that has checked who may open them. */
export async function sentFiles({ quoteId, uploadIds }: FilesOf): Promise<readonly FileView[]> {
  return attachedFiles((await filesOf(quoteId)).filter(({ uploadId }) => uploadIds.includes(uploadId)));
}

/** A link to one of them, for five minutes. Throws `record.not_found` for any other file. */
export async function sentFileLink({ quoteId, uploadIds }: FilesOf, uploadId: string): Promise<{ readonly url: string }> {
  const file = uploadIds.includes(uploadId) ? await Upload.find(quoteId, uploadId) : undefined;
  if (!file || !isAttached(file)) throw notFound();
  return linkTo(file);
}
