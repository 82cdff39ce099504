import * as z from "zod";
import { action } from "../kernel/action.ts";
import type { Actor } from "../kernel/actor.ts";
import { dateOf } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Brief } from "../pricing/model.ts";
import * as PriceBook from "../price-book/index.ts";
import { price } from "../pricing/rules.ts";
import { commit } from "../table/commit.ts";
import { Revised, Sent, TurnedDown } from "./event.ts";
import { Edit, MAX_REVISIONS, NoteText } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import { edited, isSamePrice, reviewReasons } from "./rules.ts";
import { revisionView, titleOf, validUntil, viewOf } from "./shown.ts";
import * as store from "./store.ts";
import type { RevisionView } from "./view.ts";

const ById = z.strictObject({ quoteId: id("quote") });
const load = ({ quoteId }: { readonly quoteId: string }) => store.find(quoteId);
const loadAll = ({ quoteId }: { readonly quoteId: string }) => store.findAll(quoteId);
const overtaken = () => conflict("quote.changed", "This quote changed while you were looking at it");

/** Who acts, as it is kept with what they made. */
const idOf = (actor: Actor): string => ("userId" in actor ? actor.userId : "");

/** A quote that a person works on as it was shown to them. Throws `quote.revised` for another revision and `quote.revisions_full`. */
function assertWorkable({ quote }: store.Core, revision: number): void {
  if (quote.revision !== revision) throw conflict("quote.revised", "This quote has been revised; read it again", { revision: quote.revision });
  if (quote.revision >= MAX_REVISIONS)
    throw conflict("quote.revisions_full", `A quote has room for ${MAX_REVISIONS} revisions; ask for a new one`, { most: MAX_REVISIONS });
}

function assertByBook({ current }: store.Core): void {
  if (current.offer) throw conflict("quote.of_offer", "A supplier named this price; ask the supplier for another one");
}

const Revising = ById.extend({ revision: z.int().min(1), brief: Brief.optional() });

/** A quote with the book that would price it now. */
async function loadWithBook({ quoteId }: z.output<typeof Revising>) {
  const [found, desk] = await Promise.all([store.find(quoteId), PriceBook.deskNow()]);
  return found && { ...found, ...desk };
}

/**
 * Prices a quote anew by the book of today, of the same brief or of a changed one: a new revision beside those before, which stay as
 * they were. It is how an expired price comes back. Throws `quote.revised`, `quote.revisions_full` and `quote.of_offer`.
 */
export const revise = action(
  { name: "quote.revise", effect: "command", input: Revising, load: loadWithBook, policy: policy.accept },
  async ({ input, record, actor, now }) => {
    const { quote, current, book, rates } = record;
    assertWorkable(record, input.revision);
    assertByBook(record);
    const brief = input.brief ?? current.brief;
    const pricedOn = dateOf(now);
    const priced = price(brief, book, pricedOn);
    const asPriced = process.next(quote.status, "revise");
    const made = { revision: quote.revision + 1, brief, priced, pricedOn, rates: [...rates], by: "buyer" as const, actorId: idOf(actor) };
    const change = {
      status: reviewReasons(priced).length > 0 ? process.next(asPriced, "review") : asPriced,
      revision: made.revision,
      title: titleOf(brief),
      quantity: brief.quantity,
      validUntil: validUntil(now, priced.validDays),
    };
    return commit({
      about: quote.quoteId,
      writes: [store.headerWrite(quote, { ...change, total: priced.total.amount }, nowIso()), store.revisionWrite(quote.quoteId, made, nowIso())],
      events: [Revised({ quoteId: quote.quoteId, revision: made.revision, by: made.by, bookVersion: priced.bookVersion })],
      changed: { before: quote, after: { ...change, total: priced.total } },
      reply: { quote: viewOf({ quote: { ...quote, ...change, total: priced.total }, ownerId: quote.ownerId, current: made }, nowIso()) },
      refused: overtaken,
    });
  },
);

/** Every revision a quote ever had, the first one first. */
export const revisions = action(
  { name: "quote.revisions", effect: "read", input: ById, load: loadAll, policy: policy.read },
  async ({ record, actor }): Promise<{ readonly items: readonly RevisionView[] }> => ({
    items: record.revisions.map((kept) => revisionView(kept, actor.type === "admin")),
  }),
);

const Sending = ById.extend({ revision: z.int().min(1), edit: Edit.default({}), note: NoteText.optional() });

/** The revision that goes out: what was there, or with an edit a new one that says who made it. */
function sentRevision({ current }: store.Core, { edit, note }: z.output<typeof Sending>, actor: Actor): store.Revision | undefined {
  const priced = edited(current.priced, edit);
  if (isSamePrice(priced, current.priced)) return undefined;
  const { brief, pricedOn, revision, rates } = current;
  return {
    revision: revision + 1,
    brief,
    priced,
    pricedOn,
    ...(rates ? { rates } : {}),
    by: "platform",
    actorId: idOf(actor),
    edit,
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * An administrator lets a price go out: as it was computed, or edited by hand, which makes a new revision with its author. It holds
 * from today for as long as the book says. Throws `quote.revised`, `quote.revisions_full`, `quote.of_offer`, `quote.line`, `quote.total`.
 */
export const send = action(
  { name: "quote.send", effect: "command", input: Sending, load, policy: policy.review },
  async ({ input, record, actor, now }) => {
    const { quote, current } = record;
    assertWorkable(record, input.revision);
    assertByBook(record);
    const made = sentRevision(record, input, actor);
    const { revision, priced } = made ?? current;
    const change = { status: process.next(quote.status, "send"), revision, validUntil: validUntil(now, priced.validDays) };
    const { quoteId } = quote;
    return commit({
      about: quoteId,
      writes: [
        store.headerWrite(quote, { ...change, total: priced.total.amount }, nowIso()),
        ...(made ? [store.revisionWrite(quoteId, made, nowIso())] : []),
      ],
      events: [
        Sent({ quoteId, revision }),
        ...(made ? [Revised({ quoteId, revision, by: "platform" as const, bookVersion: priced.bookVersion })] : []),
      ],
      changed: { before: quote, after: { ...change, total: priced.total } },
      reply: { quoteId, revision, status: change.status },
      refused: overtaken,
    });
  },
);

/** An administrator says that this cannot be made at a price, and why. */
export const turnDown = action(
  { name: "quote.turn_down", effect: "command", input: ById.extend({ reason: NoteText }), load, policy: policy.review },
  async ({ input: { reason }, record: { quote } }) => {
    const status = process.next(quote.status, "turn_down");
    return commit({
      about: quote.quoteId,
      writes: [store.headerWrite(quote, { status, declineReason: reason }, nowIso())],
      events: [TurnedDown({ quoteId: quote.quoteId, revision: quote.revision })],
      changed: { before: quote, after: { status } },
      reply: { quoteId: quote.quoteId, status },
      refused: overtaken,
    });
  },
);
