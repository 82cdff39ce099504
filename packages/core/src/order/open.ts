import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { DomainEvent } from "../kernel/event.ts";
import { newId } from "../kernel/id.ts";
import type { Money } from "../kernel/money.ts";
import { subtract, sum } from "../kernel/money.ts";
import { orderNumber } from "../ports/crypto.ts";
import { UniqueRow } from "../table/unique.ts";
import { creating } from "../table/write.ts";
import { BriefRow, Header, InternalRow, MoneyRow } from "./entities.ts";
import { Opened } from "./event.ts";
import type { Item } from "./model.ts";

export type Opening = {
  /** What it is made of: a revision of a quote with its brief, or the pieces of a listing. */
  readonly quoteId?: string;
  readonly revision?: number;
  readonly productId?: string;
  /** The design that it is to look like. */
  readonly designId?: string | undefined;
  readonly ownerId: string;
  readonly title: string;
  readonly family: string;
  readonly garmentType: string;
  readonly quantity: number;
  readonly brief?: Readonly<Record<string, unknown>>;
  readonly lines: readonly { readonly key: string; readonly label: string; readonly amount: Money }[];
  readonly items?: readonly Item[];
  readonly total: Money;
  readonly deposit: Money;
  readonly shippingAddress: Readonly<Record<string, string>>;
  readonly terms: { readonly version: string; readonly hash: string };
  readonly acceptedBy: string;
  readonly now: Date;
  readonly isDemo?: boolean | undefined;
  /** The number of the buyer's own purchase order, and whether their organisation counts what its people order. */
  readonly poNumber?: string | undefined;
  readonly isCounted?: boolean | undefined;
  /** What the platform earns, where no line of the price says so, what it should know, and what the supplier of the pieces asks. */
  readonly platformFee?: Money;
  readonly notes?: string;
  readonly supplierPrice?: Money;
  /** The supplier that named its price, where one did. */
  readonly pricedBy?: string;
};

export type OpenedOrder = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly writes: readonly TransactWriteItem[];
  readonly events: readonly DomainEvent[];
};

function headerOf(orderId: string, number: string, opening: Opening) {
  const at = opening.now.toISOString();
  const { quoteId, revision, productId, designId, ownerId, title, family, garmentType, quantity } = opening;
  return Header.create({
    orderId,
    orderNumber: number,
    ownerId,
    ...(quoteId ? { quoteId, revision } : {}),
    ...(productId ? { productId } : {}),
    ...(designId ? { designId } : {}),
    title,
    family,
    garmentType,
    quantity,
    status: "awaiting_deposit",
    percent: 0,
    version: 1,
    createdAt: at,
    lane: "open",
    laneAt: at,
    month: at.slice(0, 7),
    ...(opening.isDemo ? { isDemo: true } : {}),
    ...(opening.isCounted ? { isCounted: true } : {}),
    ...(opening.pricedBy ? { hasMaker: true } : {}),
  });
}

function moneyOf(orderId: string, opening: Opening) {
  return MoneyRow.create({
    orderId,
    ownerId: opening.ownerId,
    total: opening.total.amount,
    deposit: opening.deposit.amount,
    balance: subtract(opening.total, opening.deposit).amount,
    currency: opening.total.currency,
    lines: opening.lines,
    ...(opening.items ? { items: opening.items } : {}),
    shippingAddress: opening.shippingAddress,
    termsVersion: opening.terms.version,
    termsHash: opening.terms.hash,
    acceptedBy: opening.acceptedBy,
    acceptedAt: opening.now.toISOString(),
    ...(opening.poNumber === undefined ? {} : { poNumber: opening.poNumber }),
  });
}

function internalOf(orderId: string, { total, lines, platformFee, supplierPrice, pricedBy, notes }: Opening) {
  const fee = platformFee ?? sum(lines.filter(({ key }) => key === "platformFee").map(({ amount }) => amount));
  const more = { ...(notes ? { notes } : {}), ...(supplierPrice ? { supplierPrice: supplierPrice.amount } : {}), ...(pricedBy ? { pricedBy } : {}) };
  return InternalRow.create({ orderId, buyerTotal: total.amount, platformFee: fee.amount, excluded: [], version: 1, ...more });
}

/** The writes that open an order, for the transaction of the quote that is accepted or the pieces that are held: header, brief, money, internal side and its number. */
export function open(opening: Opening): OpenedOrder {
  const orderId = newId("order");
  const { quoteId, revision, productId, ownerId } = opening;
  const number = orderNumber(opening.now);
  return {
    orderId,
    orderNumber: number,
    writes: [
      creating(headerOf(orderId, number, opening)),
      ...(opening.brief ? [creating(BriefRow.create({ orderId, brief: opening.brief }))] : []),
      creating(moneyOf(orderId, opening)),
      creating(internalOf(orderId, opening)),
      creating(UniqueRow.create({ scope: "order-number", value: number.toLowerCase(), subjectId: orderId })),
    ],
    events: [Opened({ orderId, ...(quoteId ? { quoteId, revision } : {}), ...(productId ? { productId } : {}), ownerId })],
  };
}
