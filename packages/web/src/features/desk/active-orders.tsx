import type { OrderCard } from "@sleekapp/core/order/view";
import { Link } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { CardDate, CardStatus, CardThread, linkOf } from "../order/order-parts.tsx";

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
      <span className="flex flex-col items-start gap-1.5">
        <CardThread order={order} />
        <CardStatus order={order} />
      </span>
    ),
  },
  { key: "promised", header: "Promised", wide: true, cell: (order) => <CardDate order={order} /> },
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
        rowLink={linkOf}
        empty={{ title: "No active orders", text: empty }}
      />
    </section>
  );
}
