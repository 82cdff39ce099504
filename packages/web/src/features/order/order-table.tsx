import type { listOrders } from "@sleekapp/contracts/order";
import { formatCount } from "../../lib/money.ts";
import type { usePages } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Amount } from "../../ui/value.tsx";
import { CardDate, CardMoney, CardStatus, CardThread, linkOf } from "./order-parts.tsx";
import type { OrderCard } from "./reads.ts";

export type OrderListProps = {
  readonly orders: ReturnType<typeof usePages<typeof listOrders>>;
  readonly role: "buyer" | "supplier";
  readonly empty: Parameters<typeof DataTable>[0]["empty"];
};

const named: Column<OrderCard> = {
  key: "order",
  header: "Order",
  cell: ({ title, orderNumber }) => (
    <>
      <span className="block">{title}</span>
      <span className="tnum block text-small font-normal text-ink-3">{orderNumber}</span>
    </>
  ),
};

const standing: readonly Column<OrderCard>[] = [
  { key: "status", header: "Status", cell: (order) => <CardStatus order={order} /> },
  { key: "thread", header: "Progress", wide: true, cell: (order) => <CardThread order={order} /> },
  { key: "pieces", header: "Pieces", wide: true, numeric: true, cell: ({ quantity }) => formatCount(quantity) },
  { key: "date", header: "Promised", wide: true, cell: (order) => <CardDate order={order} /> },
];

const money: Readonly<Record<"buyer" | "supplier", Column<OrderCard>>> = {
  buyer: { key: "money", header: "Payment", wide: true, numeric: true, cell: ({ money: paid }) => <CardMoney money={paid} /> },
  supplier: { key: "price", header: "Your price", wide: true, numeric: true, cell: ({ price }) => (price ? <Amount money={price} /> : null) },
};

/** Orders as rows; the money column is the reader's own, and the factory floor has none. */
export function OrderTable({ orders, role, empty }: OrderListProps) {
  const priced = role === "buyer" || orders.items?.some(({ price }) => price !== undefined);
  return (
    <DataTable
      label="Orders"
      columns={[named, ...standing, ...(priced ? [money[role]] : [])]}
      rows={orders.items}
      rowKey={({ orderId }) => orderId}
      rowLink={linkOf}
      error={orders.error}
      onRetry={orders.retry}
      more={orders.more}
      empty={empty}
    />
  );
}
