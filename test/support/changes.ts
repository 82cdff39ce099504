/** Kinds of events that compare nothing, and why. Everything else changes what was there before and says how. */
const nothingBefore: Readonly<Record<string, string>> = {
  "account.opened": "A creation",
  "ai.budget_reached": "A count, not a record",
  "address.added": "A creation",
  "bank.revealed": "A look, on record: nothing is changed",
  "export.products_asked": "A creation",
  "import.opened": "A creation",
  "inquiry.asked": "A creation",
  "invitation.sent": "A creation, the first time",
  "lead.followed_up": "A mail, on record beside the entry that is counted",
  "order.opened": "A creation, in the transaction of the quote that was accepted or the pieces that are held",
  "order.tracking_shared": "A creation: a link beside the order, which stays as it is",
  "payment.initiated": "A creation",
  "payment.paid_out": "A creation: lines in the ledger, which are never changed",
  "dispute.opened": "A creation: told by the provider",
  "payment.reported": "The provider's word; what follows from it is told by the payment's own event",
  "privacy.export_asked": "A creation",
  "price_book.drafted": "A creation",
  "product.copy_written": "A suggestion beside the listing, which stays as it is",
  "product.created": "A creation",
  "quote.analysed": "A creation beside the quote, which stays as it is",
  "quote.priced": "A creation",
  "quote.document_asked": "A wish, on record: nothing is changed",
  "quote.document_rendered": "A file beside the revision, which stays as it is",
  "rfq.invited": "A creation",
  "rfq.opened": "A creation",
  "saved_search.alerted": "A mail, on record: nothing is changed",
  "saved_search.saved": "A creation",
  "rating.given": "A creation",
  "search.rebuild_asked": "A copy of the table is made anew; no record is changed",
  "search.rebuilt": "As above",
  "sign_in.failed": "A count, not a record",
  "sign_in.locked": "A count, not a record",
  "sign_in.succeeded": "A count, not a record",
  "staff.admin_asked": "A creation",
  "supplier.paper_opened": "A look, on record: nothing is changed",
  "supplier.shut_down": "What was done is told by the events of the listings and people themselves",
  "upload.asked": "A creation",
  "wishlist.list_made": "A creation",
  "wishlist.saved": "A creation",
};

type EventRow = Readonly<Record<string, unknown>>;

/** The commit that an event was written in: one request about one record. */
const commitOf = (row: EventRow): string => `${String(row["requestId"])} ${String(row["subjectId"])}`;

/**
 * Kinds of events among these rows that never say what was changed and are not on the list above. What a command changed stands with
 * the first event of its commit; a command may also find everything as it should be, so one that says it is enough for its kind.
 */
export function silentEvents(rows: readonly EventRow[]): { readonly kinds: number; readonly silent: readonly string[] } {
  const events = rows.filter((row) => row["__edb_e__"] === "event");
  const telling = new Set(events.filter(({ changes }) => changes !== undefined).map(commitOf));
  const kinds = [...new Set(events.map(({ type }) => String(type)))];
  const told = new Set(events.filter((row) => telling.has(commitOf(row))).map(({ type }) => String(type)));
  return { kinds: kinds.length, silent: kinds.filter((kind) => !told.has(kind) && !(kind in nothingBefore)).toSorted() };
}
