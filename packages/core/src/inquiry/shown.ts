import { endOfDay } from "../kernel/calendar.ts";
import { times } from "../kernel/money.ts";
import { finalPrice } from "../product/rules.ts";
import type { Offer, Side } from "./model.ts";
import { hasExpired } from "./rules.ts";
import type * as store from "./store.ts";
import type { InquiryCard, InquiryView, MessageView, OfferView, Viewer } from "./view.ts";

const otherSide: Readonly<Record<Side, Side>> = { buyer: "supplier", supplier: "buyer" };

/** An inquiry as any of its people see it in a list. */
export function cardOf(inquiry: store.Info, now: string): InquiryCard {
  const { inquiryId, productId, title, slug, supplierName, quantity, status, expiresAt, lastSide, lastAt, createdAt } = inquiry;
  const isOver = status === "converted" || status === "declined";
  return {
    inquiryId,
    productId,
    title,
    slug,
    supplierName,
    quantity,
    status,
    expiresAt,
    lastAt,
    createdAt,
    isExpired: hasExpired(inquiry, now),
    ...(isOver ? {} : { awaits: otherSide[lastSide] }),
  };
}

type Standing = { readonly viewer: Viewer; readonly now: string; readonly feeBps: number; readonly isCurrent: boolean };

function offerView({ quantity, unitPrice, leadDays, validUntilOn }: Offer, { viewer, now, feeBps, isCurrent }: Standing): OfferView {
  const shown = viewer === "supplier" ? unitPrice : finalPrice(unitPrice, feeBps);
  const isExpired = endOfDay(validUntilOn) < now;
  return { quantity, unitPrice: shown, total: times(shown, quantity), leadDays, validUntilOn, isCurrent, isExpired };
}

const messageView = ({ messageId, side, text, offer, at }: store.Message, standing: Standing): MessageView => ({
  messageId,
  side,
  ...(text === undefined ? {} : { text }),
  ...(offer ? { offer: offerView(offer, standing) } : {}),
  at,
});

/** A thread as one side reads it: a supplier's price never reaches the buyer, nor the buyer's quote the supplier. */
export function viewOf(inquiry: store.Thread, viewer: Viewer, now: string): InquiryView {
  const { said, offerId, quoteId, feeBps } = inquiry;
  return {
    ...cardOf(inquiry, now),
    viewer,
    messages: said.map((one) => messageView(one, { viewer, now, feeBps, isCurrent: one.messageId === offerId })),
    ...(quoteId !== undefined && viewer === "buyer" ? { quoteId } : {}),
    ...(viewer === "supplier" ? { feeBps } : {}),
  };
}
