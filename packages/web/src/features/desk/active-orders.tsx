import { statusNames } from "@sleekapp/core/order/model";
import type { OrderCard } from "@sleekapp/core/order/view";
import { Link } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ProductionThread } from "../../ui/production-thread.tsx";
import { Status } from "../../ui/status.tsx";
import { DateOn } from "../../ui/value.tsx";
import { phasesOf } from "../order/order-phases.ts";

/** How many orders the desk shows before it leads to the list of all. */
const SHOWN = 8;

const columns: readonly [Column<OrderCard>, ...Column<OrderCard>[]] = [
  {
    key: "order",
    header: "Order",
    cell: ({ orderNumber, title }) => (
      <>
        <span className="tnum block whitespace-nowrap">{orderNumber}</span>
        <span className="block text-small font-normal text-ink-2">{title}</span>
      </>
    ),
  },
  {
    key: "progress",
    header: "Progress",
    cell: (order) => (
      <span className="flex flex-col gap-1">
        <ProductionThread size="row" stages={phasesOf(order)} label={`Progress of ${order.orderNumber}`} />
        <span className="text-small text-ink-2">{statusNames[order.status]}</span>
      </span>
    ),
  },
  {
    key: "promised",
    header: "Promised",
    wide: true,
    cell: ({ promisedOn, isLate }) => (
      <span className="flex flex-wrap items-center gap-2">
        {promisedOn ? <DateOn on={promisedOn} /> : <span className="text-ink-3">Not yet</span>}
        {isLate ? <Status tone="late">Late</Status> : null}
      </span>
    ),
  },
];

type ActiveOrdersProps = { readonly orders: readonly OrderCard[]; readonly hasMore: boolean; readonly empty: string };

/** Orders that still ask something of somebody, each with its thread. */
export function ActiveOrders({ orders, hasMore, empty }: ActiveOrdersProps) {
  const rest = hasMore || orders.length > SHOWN;
  return (
    <section aria-label="Active orders" className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-read font-semibold">Active orders</h2>
        <Link to="/app/orders" className="text-small">
          {rest ? "All orders" : "Orders"}
        </Link>
      </div>
      <DataTable
        label="Active orders"
        columns={columns}
        rows={orders.slice(0, SHOWN)}
        rowKey={(order) => order.orderId}
        rowLink={(order) => `/app/orders/${order.orderId}`}
        empty={{ title: "No active orders", text: empty }}
      />
    </section>
  );
}
