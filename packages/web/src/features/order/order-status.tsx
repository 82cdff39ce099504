import { type Status as OrderState, statusNames } from "@sleekapp/core/order/model";
import { Status, type Tone } from "../../ui/status.tsx";

const tones: Readonly<Record<OrderState, Tone>> = {
  awaiting_deposit: "waiting",
  deposit_paid: "active",
  offered: "active",
  accepted: "active",
  sampling: "active",
  in_production: "active",
  inspection: "active",
  ready: "active",
  awaiting_balance: "waiting",
  shipped: "info",
  delivered: "info",
  claimed: "late",
  completed: "done",
  on_hold: "waiting",
  cancelled: "neutral",
};

type OrderStatusProps = {
  readonly status: OrderState;
  readonly isLate: boolean;
  /** True where the reader is the one it is offered to. */
  readonly toReader?: boolean;
};

/** Where an order stands, and in words whether it is behind its promise. */
export const OrderStatus = ({ status, isLate, toReader = false }: OrderStatusProps) => (
  <span className="inline-flex flex-wrap gap-1.5">
    {toReader && status === "offered" ? <Status tone="waiting">Offered to you</Status> : <Status tone={tones[status]}>{statusNames[status]}</Status>}
    {isLate ? <Status tone="late">Late</Status> : null}
  </span>
);
