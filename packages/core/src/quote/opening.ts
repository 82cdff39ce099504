import { formatMoney, type Money, subtract } from "../kernel/money.ts";
import { depositOf } from "../ledger/rules.ts";
import type * as Order from "../order/index.ts";
import * as Terms from "../terms/index.ts";
import type { ShippingAddress } from "./model.ts";
import type * as store from "./store.ts";

/** Who accepts, when, and where the goods go. */
export type Acceptance = {
  readonly shippingAddress: ShippingAddress;
  readonly acceptedBy: string;
  readonly now: Date;
  readonly poNumber?: string | undefined;
  /** Whether the organisation counts what its people order. */
  readonly isCounted?: boolean;
};

/** What the platform keeps of where the price comes from: its own share, and who made the offer at what price. */
function asOffered({ supplierId, supplierName, supplierTotal, inquiryId, rfqId }: NonNullable<store.Revision["offer"]>, total: Money) {
  const notes = `${supplierName} offered this for ${formatMoney(supplierTotal)} (${rfqId ?? inquiryId ?? "an offer"})`;
  return { platformFee: subtract(total, supplierTotal), supplierPrice: supplierTotal, pricedBy: supplierId, notes };
}

type Accepted = Pick<store.Info, "quoteId" | "revision" | "ownerId" | "title"> &
  Partial<Pick<store.Info, "designId">> & { readonly isDemo?: boolean | undefined };

/** The order that a revision becomes when it is accepted. */
export function openingOf(
  quote: Accepted,
  current: store.Revision,
  { shippingAddress, acceptedBy, now, poNumber, isCounted }: Acceptance,
): Order.Opening {
  const { priced, brief } = current;
  return {
    quoteId: quote.quoteId,
    designId: quote.designId,
    revision: quote.revision,
    ownerId: quote.ownerId,
    title: quote.title,
    family: priced.family,
    garmentType: brief.garmentType,
    quantity: brief.quantity,
    brief,
    lines: priced.lines,
    total: priced.total,
    deposit: depositOf(priced.total),
    shippingAddress: Object.fromEntries(Object.entries(shippingAddress).flatMap(([key, value]) => (value ? [[key, value]] : []))),
    terms: { version: Terms.current.version, hash: Terms.current.hash },
    acceptedBy,
    now,
    isDemo: quote.isDemo,
    poNumber,
    isCounted,
    ...(current.offer ? asOffered(current.offer, priced.total) : {}),
  };
}
