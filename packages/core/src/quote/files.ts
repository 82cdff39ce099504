import * as z from "zod";
import { action } from "../kernel/action.ts";
import { conflict, notFound } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { sameSecret, sha256 } from "../ports/crypto.ts";
import { commit } from "../table/commit.ts";
import * as Upload from "../upload/index.ts";
import { FileRemoved } from "./event.ts";
import { FileName, laneOf, MAX_FILES, MAX_SENT } from "./model.ts";
import * as policy from "./policy.ts";
import { filesBusy, filesFull, filesOf, isAttached, linkTo, shownFiles } from "./file-view.ts";
import * as store from "./store.ts";
import type { FileView } from "./view.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const ByFile = ById.extend({ uploadId: id("upload") });
const claim = { claim: z.string().max(100) };

const load = ({ quoteId }: { readonly quoteId: string }) => store.find(quoteId);

/** A quote for whoever holds the secret that its guest was given; the secret of its link opens no file. */
async function loadAsGuest({ quoteId, claim: secret }: { readonly quoteId: string; readonly claim: string }) {
  const found = await store.find(quoteId);
  const hash = found?.quote.claimHash;
  return hash !== undefined && sameSecret(hash, sha256(secret)) ? found : undefined;
}

type Items = { readonly items: readonly FileView[] };

const listed = async ({ quote: { quoteId } }: store.Core): Promise<Items> => ({ items: shownFiles(await filesOf(quoteId)) });

/** The files of a quote, first things first, with those that are being looked into and those that were refused. */
export const files = action({ name: "quote.files", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) => listed(record));

/** As `files`, for the guest who asked for the price. */
export const filesAsGuest = action(
  { name: "quote.files_as_guest", effect: "read", input: ById.extend(claim), load: loadAsGuest, policy: policy.attachAsGuest },
  async ({ record }) => listed(record),
);

const closed = () => conflict("quote.files_closed", "This quote has been answered; its files stay as they are");

const Asking = ById.extend({ name: FileName, type: Upload.FileType });

async function openSlot({ quote }: store.Core, { name, type }: { readonly name: string; readonly type: Upload.FileType }) {
  if (laneOf(quote.status) !== "open") throw closed();
  if (quote.files >= MAX_FILES) throw filesFull();
  const { quoteId, ownerId } = quote;
  const sent = await filesOf(quoteId);
  if (sent.length >= MAX_SENT) throw filesBusy();
  return Upload.open({ purpose: "quote", subjectId: quoteId, orgId: ownerId, type, name });
}

/**
 * A slot for one file of a quote, sent straight to private storage; it goes with the quote once it has been looked into. Throws
 * `quote.files_closed`, `quote.files_full` and `quote.files_busy`.
 */
export const askFile = action({ name: "quote.ask_file", effect: "command", input: Asking, load, policy: policy.attach }, async ({ input, record }) =>
  openSlot(record, input),
);

/** As `askFile`, for the guest who asked for the price. */
export const askFileAsGuest = action(
  { name: "quote.ask_file_as_guest", effect: "command", input: Asking.extend(claim), load: loadAsGuest, policy: policy.attachAsGuest },
  async ({ input, record }) => openSlot(record, input),
);

type Loaded = (store.Core & { readonly file: Upload.Info }) | undefined;

/** A quote with one of its files that nobody has taken out. */
async function withFile(found: store.Core | undefined, uploadId: string): Promise<Loaded> {
  const file = found && (await Upload.find(found.quote.quoteId, uploadId));
  return found && file?.purpose === "quote" && file.refusal !== "file.removed" ? { ...found, file } : undefined;
}
const loadFile = async (input: z.output<typeof ByFile>) => withFile(await load(input), input.uploadId);
const ByGuest = ByFile.extend(claim);
const loadFileAsGuest = async (input: z.output<typeof ByGuest>) => withFile(await loadAsGuest(input), input.uploadId);

/** What goes with the quote is counted; a slot, or what was refused, is only hidden. */
async function takeOut({ quote, file }: NonNullable<Loaded>): Promise<{ readonly uploadId: string }> {
  const { uploadId } = file;
  const { quoteId } = quote;
  if (laneOf(quote.status) !== "open") throw closed();
  const counted = isAttached(file);
  return commit({
    about: quoteId,
    writes: [Upload.dropWrite(file, "file.removed", nowIso()), ...(counted ? [store.fewerFilesWrite(quoteId)] : [])],
    events: counted ? [FileRemoved({ quoteId, uploadId })] : [],
    reply: { uploadId },
    refused: closed,
  });
}

/** Takes a file out while the quote can still be answered. Throws `quote.files_closed`. */
export const removeFile = action(
  { name: "quote.remove_file", effect: "command", input: ByFile, load: loadFile, policy: policy.attach },
  async ({ record }) => takeOut(record),
);

/** As `removeFile`, for the guest who asked for the price. */
export const removeFileAsGuest = action(
  { name: "quote.remove_file_as_guest", effect: "command", input: ByGuest, load: loadFileAsGuest, policy: policy.attachAsGuest },
  async ({ record }) => takeOut(record),
);

async function linkOf({ file }: NonNullable<Loaded>): Promise<{ readonly url: string }> {
  if (!isAttached(file)) throw notFound();
  return linkTo(file);
}

/** A link to a file of a quote, for five minutes, as a download. */
export const fileLink = action(
  { name: "quote.file_link", effect: "sensitive-read", input: ByFile, load: loadFile, policy: policy.read },
  async ({ record }) => linkOf(record),
);

/** As `fileLink`, for the guest who asked for the price. */
export const fileLinkAsGuest = action(
  { name: "quote.file_link_as_guest", effect: "read", input: ByGuest, load: loadFileAsGuest, policy: policy.attachAsGuest },
  async ({ record }) => linkOf(record),
);
