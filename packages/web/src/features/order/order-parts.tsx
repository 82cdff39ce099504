import { statusNames } from "@sleekapp/core/order/model";
import { ProductionThread } from "../../ui/production-thread.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount, DateOn, TimeAt } from "../../ui/value.tsx";
import { phasesOf } from "./order-phases.ts";
import { OrderStatus } from "./order-status.tsx";
import type { OrderCard } from "./reads.ts";

const endings: Readonly<Record<string, string>> = { declined: "Declined by you", withdrawn: "Withdrawn", lapsed: "Ran out" };

/** Offers that were answered no, taken back or not answered in time are not the supplier's to open any more. */
export const isGone = ({ offerState }: OrderCard): boolean => offerState !== undefined && offerState in endings;

/** Where the row leads; nowhere when the order is not the reader's. */
export const linkOf = (order: OrderCard): string | undefined => (isGone(order) ? undefined : `/app/orders/${order.orderId}`);

/** The state of an order in a list: its status, or how an offer ended. */
export function CardStatus({ order }: { readonly order: OrderCard }) {
  if (isGone(order)) return <Status tone="neutral">{endings[order.offerState ?? ""]}</Status>;
  return <OrderStatus status={order.status} isLate={order.isLate} toReader={order.offerState !== undefined} />;
}

export const CardThread = ({ order }: { readonly order: OrderCard }) => (
  <ProductionThread stages={phasesOf(order)} size="row" label={`Progress of ${order.orderNumber}: ${statusNames[order.status]}`} />
);

const moneyWords = { unpaid: "Nothing paid yet", deposit_paid: "Deposit paid", paid: "Paid" } as const;

/** A buyer's money in one order: what is due now, else what has been paid. */
export function CardMoney({ money }: { readonly money: OrderCard["money"] }) {
  if (!money) return null;
  if (!money.due) return <span className="text-ink-2">{moneyWords[money.status]}</span>;
  return (
    <span className="text-turmeric">
      <Amount money={money.due} strong /> due
    </span>
  );
}

/** What the reader's date is: the answer a supplier owes, else the day that was promised. */
export function CardDate({ order }: { readonly order: OrderCard }) {
  if (order.offerState === "offered" && order.answerBy) {
    return (
      <>
        Answer by <TimeAt at={order.answerBy} />
      </>
    );
  }
  return order.promisedOn ? <DateOn on={order.promisedOn} /> : <span className="text-ink-3">Not yet</span>;
}
