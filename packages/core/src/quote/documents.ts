import * as z from "zod";
import * as Account from "../account/index.ts";
import type { Party } from "../invoice/document.ts";
import { action } from "../kernel/action.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { Blob, Links } from "../ports/blob.ts";
import { sameSecret, sha256 } from "../ports/crypto.ts";
import { Pdf } from "../ports/pdf.ts";
import { commit } from "../table/commit.ts";
import { documentOf } from "./document.ts";
import { DocumentAsked, DocumentRendered } from "./event.ts";
import * as policy from "./policy.ts";
import * as store from "./store.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const claim = { claim: z.string().max(100) };
const ByClaim = ById.extend(claim);

type Loaded = store.Core & { readonly kept: store.Kept };

async function load({ quoteId }: { readonly quoteId: string }): Promise<Loaded | undefined> {
  const found = await store.findAll(quoteId);
  const kept = found?.revisions.find(({ revision }) => revision === found.quote.revision);
  return found && kept ? { ...found, kept } : undefined;
}

/** For the guest who asked for the price. A shared link shows what a quote costs, not whose it is; its PDF names the buyer, so it does not open it. */
async function loadAsGuest({ quoteId, claim: secret }: z.output<typeof ByClaim>): Promise<Loaded | undefined> {
  const found = await load({ quoteId });
  const hash = found?.quote.claimHash;
  return hash !== undefined && sameSecret(hash, sha256(secret)) ? found : undefined;
}

/** The PDF of the revision in force with the day it says the price holds until; undefined while it has not been set. */
const made = ({ quote, kept }: Loaded): string | undefined =>
  kept.documentKey !== undefined && kept.documentUntil === quote.validUntil ? kept.documentKey : undefined;

type State = { readonly state: "ready" | "waiting" };

async function ask(found: Loaded): Promise<State> {
  const { quoteId, revision, status } = found.quote;
  if (status === "in_review") throw conflict("quote.in_review", "We are looking at this price by hand; its PDF is there when it can be accepted");
  if (made(found)) return { state: "ready" };
  return commit({ about: quoteId, writes: [], events: [DocumentAsked({ quoteId, revision })], reply: { state: "waiting" } });
}

/** Has the PDF of the revision in force made, unless it is there. Throws `quote.in_review` while a person looks at the price. */
export const askDocument = action(
  { name: "quote.ask_document", effect: "command", input: ById, load, policy: policy.read },
  async ({ record }): Promise<State> => ask(record),
);

/** As `askDocument`, for the guest who asked for the price. */
export const askDocumentAsGuest = action(
  { name: "quote.ask_document_as_guest", effect: "command", input: ByClaim, load: loadAsGuest, policy: policy.attachAsGuest },
  async ({ record }): Promise<State> => ask(record),
);

/** How long a link to a PDF holds, in seconds. */
const LINK_SECONDS = 300;

async function linkOf(found: Loaded): Promise<{ readonly url?: string }> {
  const key = made(found);
  if (key === undefined) return {};
  const { quoteId, revision } = found.quote;
  const downloadAs = `quote-${quoteId.slice(-8).toUpperCase()}-revision-${revision}.pdf`;
  return { url: await Links.use().presignGet({ key, seconds: LINK_SECONDS, downloadAs }) };
}

/** A link to the PDF of the revision in force, for five minutes; nothing while it is being made. */
export const documentLink = action(
  { name: "quote.document_link", effect: "sensitive-read", input: ById, load, policy: policy.read },
  async ({ record }) => linkOf(record),
);

/** As `documentLink`, for the guest who asked for the price. */
export const documentLinkAsGuest = action(
  { name: "quote.document_link_as_guest", effect: "read", input: ByClaim, load: loadAsGuest, policy: policy.attachAsGuest },
  async ({ record }) => linkOf(record),
);

async function buyerOf(ownerId: string): Promise<Party> {
  const billed = await Account.billed(ownerId);
  if (!billed) return { name: "Whoever proved the address that it was asked with", address: [] };
  return { name: billed.name, address: [], ...(billed.taxId ? { registration: `VAT / tax number ${billed.taxId}` } : {}) };
}

const Rendering = ById.extend({ revision: z.int().min(1) });

/**
 * Sets the revision in force as PDF and keeps it in private storage, once: what was kept is not set again, and a revision that is let
 * go out anew, for longer, gets a PDF of its own beside it.
 */
export const renderDocument = action(
  { name: "quote.render_document", effect: "command", input: Rendering, load, policy: policy.work },
  async ({ input: { quoteId, revision }, record }) => {
    const { quote, kept } = record;
    if (quote.revision !== revision || made(record) !== undefined) return commit({ about: quoteId, writes: [], events: [], reply: { quoteId } });
    const { title, validUntil, ownerId } = quote;
    const { brief, priced, at: madeAt } = kept;
    const document = documentOf({ quoteId, revision, title, madeAt, validUntil, brief, priced, buyer: await buyerOf(ownerId) });
    const bytes = await Pdf.use().quote(document);
    const key = `quote-document/${quoteId}/${revision}-${document.validUntilOn}.pdf`;
    await Blob.use().put({ key, type: "application/pdf", bytes });
    return commit({
      about: quoteId,
      writes: [store.documentWrite(quoteId, kept, { documentKey: key, documentUntil: validUntil })],
      events: [DocumentRendered({ quoteId, revision, bytes: bytes.byteLength })],
      reply: { quoteId },
      refused: () => conflict("quote.rendered", "This revision has its PDF already"),
    });
  },
);
