import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id, idOf } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { sha256 } from "../ports/crypto.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import { draftFiles, filesBusy, filesFull, filesOf } from "./file-view.ts";
import { DraftSecret, FileName, MAX_FILES, MAX_SENT } from "./model.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";
import type { FileView } from "./view.ts";

const ByDraft = z.strictObject({ draft: DraftSecret });
const ByFile = ByDraft.extend({ uploadId: id("upload") });

/** The id of the quote that a draft becomes. */
export const quoteIdOf = (draft: string): string => idOf("quote", sha256(draft));

export const draftUsed = () => conflict("quote.draft_used", "A quote has been made of this draft; its files are on the quote's page");

/** What was sent for a draft; once the quote is there, its files are reached by the quote alone. */
async function load({ draft }: z.output<typeof ByDraft>) {
  const quoteId = quoteIdOf(draft);
  const [made, sent] = await Promise.all([store.find(quoteId), filesOf(quoteId)]);
  return { quoteId, isMade: made !== undefined, sent };
}

/** The files of a quote that is being written, for whoever holds its secret; none once it is made. */
export const filesOfDraft = action(
  { name: "quote.files_of_draft", effect: "read", input: ByDraft, load, policy: policy.draftHolder },
  async ({ record: { isMade, sent } }): Promise<{ readonly items: readonly FileView[] }> => ({ items: isMade ? [] : draftFiles(sent) }),
);

/**
 * A slot for one file of a quote that is being written, sent straight to private storage and checked as files of quotes are; it goes with
 * the quote when that is made, and is swept after a week when it is not. Throws `quote.draft_used`, `quote.files_full`, `quote.files_busy`.
 */
export const askDraftFile = action(
  {
    name: "quote.ask_draft_file",
    effect: "command",
    input: ByDraft.extend({ name: FileName, type: Upload.FileType }),
    load,
    policy: policy.draftHolder,
  },
  async ({ input: { name, type }, record: { quoteId, isMade, sent } }) => {
    if (isMade) throw draftUsed();
    if (sent.filter(({ state }) => state !== "refused").length >= MAX_FILES) throw filesFull();
    if (sent.length >= MAX_SENT) throw filesBusy();
    // Nobody's yet: the quote's owner takes it over.
    return Upload.open({ purpose: "quote", subjectId: quoteId, orgId: quoteId, type, name });
  },
);

/** Takes a file of a draft out again; one that is not there is out already. Throws `quote.draft_used`. */
export const removeDraftFile = action(
  { name: "quote.remove_draft_file", effect: "command", input: ByFile, load, policy: policy.draftHolder },
  async ({ input: { uploadId }, record: { quoteId, isMade, sent } }) => {
    if (isMade) throw draftUsed();
    const file = sent.find((one) => one.uploadId === uploadId && one.refusal !== "file.removed");
    if (!file) return { uploadId };
    return commit({ about: quoteId, writes: [Upload.dropWrite(file, "file.removed", nowIso())], events: [], reply: { uploadId } });
  },
);

/** What a quote is made of when it had a draft: its id, how many files go with it, and the writes that bring them. */
export type Brought = { readonly quoteId: string; readonly files: number; readonly writes: ReturnType<typeof Upload.bringWrite>[] };

/**
 * The files of a draft for the transaction that makes its quote: those found sound are counted, those still being checked follow by the
 * checker, which then finds the quote. Each write holds the file to what was read here, so that none falls between the two.
 */
export async function bringFiles(draft: string, ownerId: string): Promise<Brought> {
  const quoteId = quoteIdOf(draft);
  const sent = await filesOf(quoteId);
  const sound = sent.filter(({ state, use, key }) => state === "ready" && use === "open" && key !== undefined).slice(0, MAX_FILES);
  const waiting = sent.filter(({ state }) => state === "waiting").slice(0, MAX_FILES);
  return { quoteId, files: sound.length, writes: [...sound, ...waiting].map((file) => Upload.bringWrite(file, ownerId)) };
}
