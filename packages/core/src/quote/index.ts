import * as z from "zod";
import * as Account from "../account/index.ts";
import { action, nothing } from "../kernel/action.ts";
import { ownerIdOf } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { type AppError, conflict, forbidden } from "../kernel/error.ts";
import { id, newId } from "../kernel/id.ts";
import { type Page, PageQuery } from "../kernel/page.ts";
import { demoMark, nowIso, Request } from "../kernel/request.ts";
import { scopeOf } from "../kernel/scope.ts";
import { randomSecret, sameSecret, sha256 } from "../ports/crypto.ts";
import { Brief } from "../pricing/model.ts";
import * as PriceBook from "../price-book/index.ts";
import { price } from "../pricing/rules.ts";
import { commit } from "../table/commit.ts";
import { bringFiles, type Brought, draftUsed } from "./draft.ts";
import { Analysed, Claimed, Declined, Priced } from "./event.ts";
import { DraftSecret, Lane, Status } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import { reviewReasons } from "./rules.ts";
import { cardOf, titleOf, validUntil, viewOf } from "./shown.ts";
import * as store from "./store.ts";
import type { Analysis, QuoteCard } from "./view.ts";

export { Accepted, Analysed, Claimed, Commentable, Declined, DocumentAsked, Noted, Priced, Revised, Sent, TurnedDown } from "./event.ts";
export { Lane, ShippingAddress, Status } from "./model.ts";
export { accept } from "./accept.ts";
export { askDraftFile, filesOfDraft, removeDraftFile } from "./draft.ts";
export { openRevisions } from "./store.ts";
export { letterOf, openingFor } from "./for-lead.ts";
export { answerOf, note, notes, share, unshare } from "./note.ts";
export { askFile, askFileAsGuest, fileLink, fileLinkAsGuest, files, filesAsGuest, removeFile, removeFileAsGuest } from "./files.ts";
export { filesToSend, sentFileLink, sentFiles } from "./files-sent.ts";
export { askDocument, askDocumentAsGuest, documentLink, documentLinkAsGuest } from "./documents.ts";
export { fileLinkOfOrder, filesOfOrder } from "./files-order.ts";
export { revise, revisions, send, turnDown } from "./revise.ts";
export { acceptedFrom, openingFrom, type TakenOffer } from "./offer.ts";
export { Analysis, QuoteCard, QuoteView } from "./view.ts";

const Asking = z.strictObject({ brief: Brief, draft: DraftSecret.optional() });

const TRIES = 4;

/** Makes the quote with the files of its draft, again when one of them has just been judged. Throws `quote.draft_used` for a draft that became a quote. */
async function withDraft<T>(
  draft: string,
  ownerId: string,
  make: (brought: Brought, refused: (index: number) => AppError) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const judged = conflict("quote.draft_moved", "A file was checked this moment; ask once more");
    try {
      return await make(await bringFiles(draft, ownerId), (index) => (index === 0 ? draftUsed() : judged));
    } catch (error) {
      if (error !== judged || attempt === TRIES) throw error;
    }
  }
}

/**
 * Prices a brief by the book in force and keeps it with everything it was computed from, and with the files of its draft. A guest gets a
 * secret to read it by, once. Throws `quote.draft_used` when the draft is a quote already.
 */
export const create = action(
  { name: "quote.create", effect: "command", input: Asking, load: PriceBook.deskNow, policy: policy.create },
  async ({ input: { brief, draft }, record: { book, rates }, actor, now }) => {
    const ownerId = ownerIdOf(actor);
    if (!ownerId) throw forbidden("quote.create.forbidden", "Prove your address first");
    const claim = actor.type === "guest" ? randomSecret() : undefined;
    const pricedOn = dateOf(now);
    const priced = price(brief, book, pricedOn);
    const until = validUntil(now, priced.validDays);
    const at = nowIso();
    const made = {
      ownerId,
      title: titleOf(brief),
      quantity: brief.quantity,
      total: priced.total,
      validUntil: until,
      status: reviewReasons(priced).length > 0 ? process.next(process.initial, "review") : process.initial,
      ...demoMark(),
      ...(claim ? { claimHash: sha256(claim) } : {}),
    };
    const current = { revision: 1, brief, priced, pricedOn, rates: [...rates], by: "buyer" as const };
    const keep = ({ quoteId, files, writes }: Brought, refused?: (index: number) => AppError) => {
      const header = { ...made, quoteId };
      const quote = { ...header, revision: 1, notes: 0, files, createdAt: at, laneAt: at, month: at.slice(0, 7), version: 1 };
      return commit({
        about: quoteId,
        writes: [store.createWrite(files > 0 ? { ...header, files } : header, at), store.revisionWrite(quoteId, current, at), ...writes],
        events: [Priced({ quoteId, revision: 1, bookVersion: priced.bookVersion })],
        reply: { quote: viewOf({ quote, ownerId, current }, at), ...(claim ? { claim } : {}) },
        ...(refused ? { refused } : {}),
      });
    };
    return draft === undefined ? keep({ quoteId: newId("quote"), files: 0, writes: [] }) : withDraft(draft, ownerId, keep);
  },
);

const ById = z.strictObject({ quoteId: id("quote") });
const load = ({ quoteId }: { quoteId: string }) => store.find(quoteId);

/** One quote with the revision in force. */
export const get = action({ name: "quote.get", effect: "read", input: ById, load, policy: policy.read }, async ({ record }) =>
  viewOf(record, nowIso()),
);

const Claiming = ById.extend({ claim: z.string().min(20).max(100) });

async function loadClaimed({ quoteId, claim }: z.output<typeof Claiming>) {
  const found = await store.find(quoteId);
  const hash = sha256(claim);
  const { claimHash, shareHash } = found?.quote ?? {};
  return [claimHash, shareHash].some((one) => one !== undefined && sameSecret(one, hash)) ? found : undefined;
}

/** One quote for whoever holds the secret that its guest was given, or that of the link by which it is shared. */
export const getByClaim = action(
  { name: "quote.get_by_claim", effect: "read", input: Claiming, load: loadClaimed, policy: policy.claimHolder },
  async ({ record }) => viewOf(record, nowIso()),
);

const Listing = PageQuery.extend({ lane: Lane.default("open"), status: Status.default("priced") });

/** One lane of the caller's quotes, newest first; for admins those of one status. */
export const list = action(
  { name: "quote.list", effect: "read", input: Listing, load: nothing, policy: policy.list },
  async ({ input, actor }): Promise<Page<QuoteCard>> => {
    const scope = scopeOf(actor);
    if (scope.by === "supplier") throw forbidden("quote.list.forbidden", "You are not allowed to list these");
    const page = await store.list(scope, input, input);
    return { ...page, items: page.items.map((quote) => cardOf(quote, nowIso())) };
  },
);

const Declining = ById.extend({ reason: z.string().trim().min(3).max(500).optional() });

/** The buyer says no, with a reason when they want to give one. */
export const decline = action(
  { name: "quote.decline", effect: "command", input: Declining, load, policy: policy.accept },
  async ({ input, record: { quote } }) => {
    const status = process.next(quote.status, "decline");
    return commit({
      about: quote.quoteId,
      writes: [store.headerWrite(quote, { status, declineReason: input.reason }, nowIso())],
      changed: { before: quote, after: { status } },
      events: [Declined({ quoteId: quote.quoteId, revision: quote.revision })],
      reply: { quoteId: quote.quoteId, status },
    });
  },
);

/** Hands the quotes of a proven address to the account that was opened with it; each moves once. */
export async function claimFor(userId: string, orgId: string): Promise<number> {
  const email = await Account.emailOf(userId);
  if (!email) return 0;
  const quotes = await store.listOfGuest(await Account.guestOwnerId(email));
  const request = Request.use();
  for (const quote of quotes) {
    const idempotency = { operation: "quote.claim", key: `${quote.quoteId}:${orgId}`, bodyHash: orgId };
    const change = {
      about: quote.quoteId,
      writes: [store.headerWrite(quote, { ownerId: orgId }, quote.laneAt)],
      events: [Claimed({ quoteId: quote.quoteId, orgId })],
      changed: { before: quote, after: { ownerId: orgId } },
      reply: { orgId },
    };
    await Request.with({ ...request, idempotency }, () => commit(change));
  }
  return quotes.length;
}

/** What the commentary is written about: the brief and its price, nothing about the person. */
export const factsOf = async (quoteId: string): Promise<store.Core | undefined> => store.find(quoteId);

/** Keeps the commentary of a revision; a second one for the same revision is refused. */
export async function keepAnalysis(
  quoteId: string,
  said: { readonly revision: number; readonly analysis: Analysis; readonly source: "model" | "fallback" },
): Promise<unknown> {
  return commit({
    about: quoteId,
    writes: [store.analysisWrite(quoteId, said, nowIso())],
    events: [Analysed({ quoteId, revision: said.revision, source: said.source })],
    reply: { quoteId },
    refused: () => conflict("quote.analysed", "This revision has its commentary already"),
  });
}

/** Which listing and whose offer a quote was made of; undefined for one that the price book priced. */
export const sourceOf = async (quoteId: string): Promise<store.Revision["offer"]> => (await store.find(quoteId))?.current.offer;
