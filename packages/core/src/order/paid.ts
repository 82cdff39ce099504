import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { AppError } from "../kernel/error.ts";
import type { DomainEvent } from "../kernel/event.ts";
import { nowIso } from "../kernel/request.ts";
import { commitWrites, type Reservation, shortOf, takeLateWrites } from "../stock/reservation.ts";
import * as Supplier from "../supplier/index.ts";
import { answerDay, headerWrite, type HeaderChange, offerCreateWrite } from "./change.ts";
import * as event from "./event.ts";
import type { Status } from "./model.ts";
import { process } from "./process.ts";
import * as store from "./store.ts";

/** What a payment changes in its order, for the transaction that books it. */
export type Paid = {
  readonly writes: readonly TransactWriteItem[];
  readonly events: readonly DomainEvent[];
  readonly after: HeaderChange;
  /** The error for a refused write of these, by its place; undefined where the order only changed meanwhile. */
  readonly refused?: (index: number) => AppError | undefined;
};

const KEPT = {
  balance: "The balance came after this order was called off. The money is here: it goes back, or the order goes on; we will write to you.",
  cancelled: "The deposit came after this order was cancelled. The money is here: it goes back, or the order goes on; we will write to you.",
  gone: "The deposit came after the hold on the pieces ran out, and they were sold. The money is here: it goes back, or the order goes on once there are pieces again; we will write to you.",
} as const;

/** Money that has arrived is never dropped: what it can no longer move waits, visibly, for somebody to decide. */
function kept(
  order: store.Info,
  paymentId: string,
  { reason, heldFrom = "deposit_paid" }: { readonly reason: string; readonly heldFrom?: Status },
): Paid {
  const after = { status: process.next(order.status, "keepPayment"), heldFrom, holdReason: reason } as const;
  return { writes: [headerWrite(order, after, nowIso())], events: [event.PaymentKept({ orderId: order.orderId, paymentId })], after };
}

/** An order that an admin offers. */
const NOBODYS = { change: {}, writes: [], events: [] } as const;

/**
 * A supplier that named the price, of its pieces or in a bid, is offered the order at once, at that price; it still answers, as any
 * supplier does. One that may take none leaves the order to an admin.
 */
async function offerOf(order: store.Info, owner?: string) {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : Supplier.verifiedName(id));
  const [internal, known] = await Promise.all([store.findInternal(order.orderId), nameOf(owner)]);
  const supplierId = owner ?? internal?.pricedBy;
  const supplierName = owner === undefined ? await nameOf(supplierId) : known;
  if (!supplierId || !supplierName || !internal?.supplierPrice) return NOBODYS;
  return {
    change: { status: process.next("deposit_paid", "offer"), supplierId, supplierName },
    writes: [Supplier.verifiedHolds(supplierId), offerCreateWrite(order, { supplierId, price: internal.supplierPrice }, nowIso())],
    events: [event.Offered({ orderId: order.orderId, supplierId, answerBy: answerDay(nowIso()) })],
  };
}

async function stockPaid({ order, goods }: { readonly order: store.Info; readonly goods: Reservation }, paymentId: string): Promise<Paid> {
  const isLate = goods.state === "released";
  const status = process.next(order.status, isLate ? "payLate" : "payDeposit");
  const offer = await offerOf(order, goods.supplierId);
  const after = { status, ...offer.change };
  return {
    // The pieces first: the place of a refused write says whether they are gone.
    writes: [...(isLate ? takeLateWrites(goods) : commitWrites(goods)), headerWrite(order, after, nowIso()), ...offer.writes],
    events: [
      event.DepositPaid({ orderId: order.orderId, paymentId }),
      ...(isLate ? [event.PiecesTaken({ orderId: order.orderId, productId: goods.productId })] : []),
      ...offer.events,
    ],
    after,
    ...(isLate ? { refused: shortOf(goods.lines) } : {}),
  };
}

/** The deposit moves an order on. Of an order from stock it commits the pieces, or takes them late; one whose price a supplier named goes to that supplier; what came for a cancelled order is kept. */
export async function depositPaid({ order, goods }: Pick<store.Core, "order" | "goods">, paymentId: string): Promise<Paid> {
  const isGivenUp = order.status === "cancelled" && goods?.cause !== "expired";
  if (isGivenUp) return kept(order, paymentId, { reason: KEPT.cancelled });
  if (goods) return stockPaid({ order, goods }, paymentId);
  const offer = order.hasMaker ? await offerOf(order) : NOBODYS;
  const after = { status: process.next(order.status, "payDeposit"), ...offer.change };
  return {
    writes: [headerWrite(order, after, nowIso()), ...offer.writes],
    events: [event.DepositPaid({ orderId: order.orderId, paymentId }), ...offer.events],
    after,
  };
}

/** The deposit of an order whose pieces are gone. */
export const depositKept = ({ order }: Pick<store.Core, "order">, paymentId: string): Paid => kept(order, paymentId, { reason: KEPT.gone });

/** The balance lets the goods go; one that came after the order was called off is kept. */
export function balancePaid({ order }: Pick<store.Core, "order">, paymentId: string): Paid {
  if (order.status === "cancelled") return kept(order, paymentId, { reason: KEPT.balance, heldFrom: "awaiting_balance" });
  const after = { guardMet: true };
  return { writes: [headerWrite(order, after, nowIso())], events: [event.BalancePaid({ orderId: order.orderId, paymentId })], after };
}
