import { garments } from "../garment/model.ts";
import { addDays, dateOf, endOfDay } from "../kernel/calendar.ts";
import { balanceOfPrice, depositOf } from "../ledger/rules.ts";
import type { Brief } from "../pricing/model.ts";
import { reviewReasons } from "./rules.ts";
import type * as store from "./store.ts";
import type { NoteView, QuoteCard, QuoteView, RevisionView } from "./view.ts";

/** A quote in a list. */
export const cardOf = (quote: store.Info, now: string): QuoteCard => ({
  quoteId: quote.quoteId,
  title: quote.title,
  quantity: quote.quantity,
  total: quote.total,
  status: quote.status,
  isExpired: quote.validUntil < now && quote.status !== "accepted",
  revision: quote.revision,
  validUntil: quote.validUntil,
  createdAt: quote.createdAt,
  ...(quote.orderId ? { orderId: quote.orderId } : {}),
  ...(quote.orderNumber ? { orderNumber: quote.orderNumber } : {}),
});

/** A quote with the revision in force. */
export function viewOf({ quote, current, commentary }: store.Core, now: string): QuoteView {
  const { total } = current.priced;
  return {
    ...cardOf(quote, now),
    brief: current.brief,
    priced: current.priced,
    ...(current.rates && current.rates.length > 0 ? { rates: current.rates } : {}),
    deposit: depositOf(total),
    balance: balanceOfPrice(total),
    revisedBy: current.by,
    isOffered: current.offer !== undefined,
    ...(quote.designId ? { designId: quote.designId } : {}),
    isShared: quote.shareHash !== undefined,
    ...(commentary ? { analysis: { ...commentary.analysis, source: commentary.source } } : {}),
    ...(quote.status === "in_review" ? { review: reviewReasons(current.priced) } : {}),
    ...(current.note === undefined ? {} : { note: current.note }),
    ...(quote.declineReason === undefined ? {} : { declineReason: quote.declineReason }),
  };
}

/** What a quote is called: how many of what. */
export const titleOf = ({ quantity, garmentType }: Brief): string => `${quantity.toLocaleString("en-US")} ${garments[garmentType].plural}`;

/** The end of the last day the price holds. */
export const validUntil = (now: Date, days: number): string => endOfDay(addDays(dateOf(now), days));

/** A revision as its readers see it; which administrator made it, other administrators alone. */
export const revisionView = ({ revision, brief, priced, by, actorId, note, at }: store.Kept, isAdmin: boolean): RevisionView => ({
  revision,
  brief,
  priced,
  by,
  at,
  ...(note === undefined ? {} : { note }),
  ...(isAdmin && actorId !== undefined ? { actorId } : {}),
});

export const noteView = ({ noteId, side, text, at }: store.Note): NoteView => ({ noteId, side, text, at });
