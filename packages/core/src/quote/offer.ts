import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Rate } from "../exchange/model.ts";
import { familyOf } from "../garment/model.ts";
import { type CalendarDate, dateOf, endOfDay } from "../kernel/calendar.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import { type Money, times } from "../kernel/money.ts";
import { nowIso, Request } from "../kernel/request.ts";
import type { Brief, PricedQuote } from "../pricing/model.ts";
import * as Order from "../order/index.ts";
import { Accepted, Priced } from "./event.ts";
import { type Acceptance, openingOf } from "./opening.ts";
import type { FilesOf } from "./model.ts";
import * as store from "./store.ts";

/** The number of the price book of a quote that no book was asked for: a supplier named the price. */
export const NO_BOOK = 0;

/** Where an offer was made: in the thread about a listing, or as a bid. */
type Source = { readonly inquiryId: string; readonly productId: string } | { readonly rfqId: string };

/** A supplier's offer that a buyer takes: the prices of one piece for the buyer and of the supplier, and the last day both hold. */
export type TakenOffer = {
  readonly ownerId: string;
  readonly title: string;
  readonly brief: Brief;
  readonly unitPrice: Money;
  readonly supplierUnitPrice: Money;
  readonly leadDays: number;
  readonly validUntilOn: CalendarDate;
  /** Where the price comes from; kept with the revision for the platform alone. */
  readonly source: Source & { readonly supplierId: string; readonly supplierName: string };
  readonly isDemo?: boolean | undefined;
  /** The files that the supplier was sent and made its offer by. */
  readonly filesOf?: FilesOf | undefined;
  /** What a dollar is worth at this moment, kept with the price as with any other. */
  readonly rates: readonly Rate[];
};

/** One line in place of the book's: what a piece costs the buyer, the platform's share in it, by the number of pieces. */
function pricedAs({ brief, unitPrice, leadDays, source }: TakenOffer, validDays: number): PricedQuote {
  const { quantity } = brief;
  const total = times(unitPrice, quantity);
  return {
    family: familyOf(brief.garmentType),
    quantity,
    rush: "none",
    lines: [{ key: "base", label: `${quantity.toLocaleString("en-US")} pieces as ${source.supplierName} offered`, ruleId: "offer", amount: total }],
    total,
    unitPrice,
    breaks: [],
    leadTime: { stages: [{ key: "handover", name: "Made and handed over", days: leadDays }], totalDays: leadDays },
    confidenceBps: 10_000,
    assumptions: [
      "rfqId" in source
        ? "The garment is the one of the request"
        : "The garment is the one of the listing, as it was described when it was asked for",
      "Freight, duties and taxes of the destination are not included",
    ],
    bookVersion: NO_BOOK,
    validDays,
  };
}

const DAY_MS = 86_400_000;

/** A quote of an offer as it would be kept, with its one revision. */
function quoteOf(offer: TakenOffer) {
  const { ownerId, title, brief, source, supplierUnitPrice, validUntilOn } = offer;
  const { now } = Request.use();
  const quoteId = newId("quote");
  const validUntil = endOfDay(validUntilOn);
  const priced = pricedAs(offer, Math.ceil((new Date(validUntil).getTime() - now.getTime()) / DAY_MS));
  const { quantity } = brief;
  const header = {
    quoteId,
    ownerId,
    title,
    quantity,
    total: priced.total,
    validUntil,
    ...(offer.isDemo ? { isDemo: true } : {}),
    ...(offer.filesOf ? { filesOf: offer.filesOf } : {}),
  };
  const taken = { ...source, supplierTotal: times(supplierUnitPrice, quantity) };
  return { quoteId, header, revision: { revision: 1, brief, priced, pricedOn: dateOf(now), rates: [...offer.rates], offer: taken } };
}

type Opening = { readonly quoteId: string; readonly writes: readonly TransactWriteItem[]; readonly events: readonly DomainEvent[] };

/** The writes that make a quote of an offer, for the transaction in which the offer is taken; it is accepted like any other quote. */
export function openingFrom(offer: TakenOffer): Opening {
  const { quoteId, header, revision } = quoteOf(offer);
  return {
    quoteId,
    writes: [store.createWrite(header, nowIso()), store.revisionWrite(quoteId, revision, nowIso())],
    events: [Priced({ quoteId, revision: 1, bookVersion: NO_BOOK })],
  };
}

/** The writes that make an offer a quote that is accepted in the same moment, and the order that it becomes. */
export function acceptedFrom(offer: TakenOffer, acceptance: Acceptance): Opening & { readonly orderId: string; readonly orderNumber: string } {
  const { quoteId, header, revision } = quoteOf(offer);
  const opened = Order.open(openingOf({ ...header, revision: 1 }, { ...revision, by: "buyer" }, acceptance));
  const { orderId, orderNumber } = opened;
  const accepted = { ...header, status: "accepted" as const, orderId, orderNumber };
  return {
    quoteId,
    orderId,
    orderNumber,
    writes: [store.createWrite(accepted, nowIso()), store.revisionWrite(quoteId, revision, nowIso()), ...opened.writes],
    events: [Accepted({ quoteId, revision: 1, orderId }), ...opened.events],
  };
}
