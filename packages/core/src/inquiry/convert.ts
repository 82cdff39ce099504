import * as z from "zod";
import { action } from "../kernel/action.ts";
import { endOfDay } from "../kernel/calendar.ts";
import { conflict } from "../kernel/error.ts";
import { id } from "../kernel/id.ts";
import { nowIso } from "../kernel/request.ts";
import { Brief } from "../pricing/model.ts";
import * as PriceBook from "../price-book/index.ts";
import { finalPrice } from "../product/rules.ts";
import * as Quote from "../quote/index.ts";
import { commit } from "../table/commit.ts";
import { Converted } from "./event.ts";
import type { Offer } from "./model.ts";
import * as policy from "./policy.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";
import { overtaken } from "./talk.ts";

const Converting = z.strictObject({ inquiryId: id("inquiry"), offerId: id("message") });
async function load({ inquiryId }: z.output<typeof Converting>) {
  const [found, { rates }] = await Promise.all([store.find(inquiryId), PriceBook.deskNow()]);
  return found && { ...found, rates };
}

/** What the quote is about: the garment of the listing in the number that was offered. */
const briefOf = ({ garment: { type, fabric, gsm, words } }: store.Info, { quantity }: Offer): Brief =>
  Brief.parse({ garmentType: type, quantity, fabric, ...(gsm === undefined ? {} : { gsm }), notes: words });

function takenOffer(inquiry: store.Info, offer: Offer, rates: Quote.TakenOffer["rates"]): Quote.TakenOffer {
  const { ownerId, title, inquiryId, productId, supplierId, supplierName, feeBps, isDemo } = inquiry;
  return {
    ownerId,
    title: `${offer.quantity.toLocaleString("en-US")} × ${title}`,
    brief: briefOf(inquiry, offer),
    unitPrice: finalPrice(offer.unitPrice, feeBps),
    supplierUnitPrice: offer.unitPrice,
    leadDays: offer.leadDays,
    validUntilOn: offer.validUntilOn,
    source: { inquiryId, productId, supplierId, supplierName },
    isDemo,
    rates,
  };
}

/**
 * The buyer takes the exact offer they were shown: one quote at its price and for as long as it holds, whatever is clicked twice.
 * Throws `inquiry.offer_changed` when there is another one by now, and `inquiry.offer_expired`.
 */
export const convert = action(
  { name: "inquiry.convert", effect: "command", input: Converting, load, policy: policy.convert },
  async ({ input: { offerId }, record }) => {
    const status = process.next(record.status, "convert");
    const offer = record.said.find(({ messageId }) => messageId === record.offerId)?.offer;
    if (!offer || record.offerId !== offerId) throw conflict("inquiry.offer_changed", "There is another offer by now; read it again");
    if (endOfDay(offer.validUntilOn) < nowIso()) throw conflict("inquiry.offer_expired", "This offer has expired; ask the supplier for another one");
    const { inquiryId, productId, supplierId } = record;
    const { quoteId, writes, events } = Quote.openingFrom(takenOffer(record, offer, record.rates));
    return commit({
      about: inquiryId,
      writes: [store.changeWrite(record, { status, quoteId, lastSide: "buyer", lastAt: nowIso() }), ...writes],
      events: [Converted({ inquiryId, productId, supplierId, quoteId }), ...events],
      changed: { before: record, after: { status, quoteId } },
      reply: { inquiryId, quoteId },
      refused: overtaken,
    });
  },
);
