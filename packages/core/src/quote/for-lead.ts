import { dateOf } from "../kernel/calendar.ts";
import { newId } from "../kernel/id.ts";
import { nowIso, Request } from "../kernel/request.ts";
import { keyedHash, sha256 } from "../ports/crypto.ts";
import { Secrets } from "../ports/secrets.ts";
import type { Brief } from "../pricing/model.ts";
import * as PriceBook from "../price-book/index.ts";
import { price } from "../pricing/rules.ts";
import { Priced } from "./event.ts";
import { process } from "./process.ts";
import { titleOf, validUntil } from "./shown.ts";
import * as store from "./store.ts";

/** The secret of the link in the mail about a quote that was made for somebody: it can be made again, so that it is kept nowhere. */
const secretFor = async (quoteId: string): Promise<string> => keyedHash(await Secrets.use().get("proof-key"), `quote-share:${quoteId}`).slice(0, 43);

/** The writes that make a quote for somebody who asked for a person, by the book in force and let go out by whoever makes it. */
export async function openingFor(ownerId: string, brief: Brief) {
  const { now } = Request.use();
  const [quoteId, pricedOn] = [newId("quote"), dateOf(now)];
  const { book, rates } = await PriceBook.deskNow();
  const priced = price(brief, book, pricedOn);
  const header = {
    quoteId,
    ownerId,
    title: titleOf(brief),
    quantity: brief.quantity,
    total: priced.total,
    validUntil: validUntil(now, priced.validDays),
    status: process.next(process.initial, "send"),
    shareHash: sha256(await secretFor(quoteId)),
  };
  return {
    quoteId,
    writes: [
      store.createWrite(header, nowIso()),
      store.revisionWrite(quoteId, { revision: 1, brief, priced, pricedOn, rates: [...rates], by: "platform" }, nowIso()),
    ],
    events: [Priced({ quoteId, revision: 1, bookVersion: priced.bookVersion })],
  };
}

/** What a mail says of such a quote, with the fragment of its link; undefined when it has gone. */
export async function letterOf(quoteId: string) {
  const found = await store.find(quoteId);
  if (!found) return undefined;
  const { quote, current } = found;
  const isAnswered = process.final.includes(quote.status);
  return {
    product: quote.title,
    total: quote.total,
    perPiece: current.priced.unitPrice,
    validUntilOn: quote.validUntil.slice(0, 10),
    isOpen: !isAnswered && quote.validUntil >= nowIso(),
    fragment: new URLSearchParams({ id: quoteId, t: await secretFor(quoteId) }).toString(),
  };
}
