import { listOrders } from "@sleekapp/contracts/order";
import { Status, statusNames } from "@sleekapp/core/order/model";
import { AssignDrawer } from "../../features/assignment/assign-drawer.tsx";
import { monthsBefore } from "../../features/order/months.ts";
import { OrderStatus } from "../../features/order/order-status.tsx";
import type { OrderCard } from "../../features/order/reads.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { now } from "../../ports/clock.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { type Filter, FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DateOn, TimeAt } from "../../ui/value.tsx";

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
const pieces: Column<OrderCard> = { key: "pieces", header: "Pieces", wide: true, numeric: true, cell: ({ quantity }) => formatCount(quantity) };
const opened: Column<OrderCard> = { key: "opened", header: "Opened", wide: true, cell: ({ createdAt }) => <TimeAt at={createdAt} /> };

const all: readonly [Column<OrderCard>, ...Column<OrderCard>[]] = [
  named,
  { key: "status", header: "Status", cell: ({ status, isLate }) => <OrderStatus status={status} isLate={isLate} /> },
  { key: "next", header: "Next", wide: true, cell: ({ next }) => <span className="text-ink-2">{next.text}</span> },
  pieces,
  { key: "promised", header: "Promised", wide: true, cell: ({ promisedOn }) => (promisedOn ? <DateOn on={promisedOn} /> : null) },
  opened,
];

const linkOf = ({ orderId }: OrderCard) => `/app/orders/${orderId}`;

const filters = (anyMonth: string): readonly Filter[] => [
  {
    key: "status",
    label: "Status",
    any: "Any status",
    options: Status.options.map((status) => ({ value: status, label: statusNames[status] })),
  },
  { key: "month", label: "Opened in", any: anyMonth, options: monthsBefore(now()) },
];

/** Orders that wait for a supplier, then all orders of a status or month. */
export function Page() {
  const [{ assign, ...query }, setUrl] = useUrlState({ status: "", month: "", assign: "" });
  const queue = usePages(listOrders, { status: "deposit_paid" }, { live: true });
  const orders = usePages(listOrders, query, { live: true });
  const choose: Column<OrderCard> = {
    key: "assign",
    header: "Supplier",
    cell: ({ orderId, orderNumber }) => (
      <Button size="small" className="relative z-1" aria-label={`Choose a supplier for ${orderNumber}`} onClick={() => setUrl({ assign: orderId })}>
        Choose
      </Button>
    ),
  };
  // What kept one list from coming kept the other too.
  const retry = () => {
    queue.retry();
    orders.retry();
  };
  const close = () => setUrl({ assign: undefined }, { replace: true });
  return (
    <>
      <PageHeader title="Orders" />
      <section aria-labelledby="queue" className="mb-10">
        <h2 id="queue" className="mb-3 text-lead font-semibold">
          To assign
        </h2>
        <DataTable
          label="Orders to assign"
          columns={[named, choose, pieces, opened]}
          rows={queue.items}
          rowKey={({ orderId }) => orderId}
          rowLink={linkOf}
          error={queue.error}
          onRetry={retry}
          more={queue.more}
          empty={{ title: "No order waits for a supplier", text: "An order comes here when its deposit is paid or a supplier declines." }}
        />
      </section>
      <section aria-labelledby="all">
        <h2 id="all" className="mb-3 text-lead font-semibold">
          All orders
        </h2>
        <FilterBar filters={filters(query.status === "" ? "This month" : "Any month")} />
        <DataTable
          label="All orders"
          columns={all}
          rows={orders.items}
          rowKey={({ orderId }) => orderId}
          rowLink={linkOf}
          error={orders.error}
          onRetry={retry}
          more={orders.more}
          empty={{ title: "No orders here", text: "Choose another status or month." }}
        />
      </section>
      {assign === "" ? null : <AssignDrawer orderId={assign} onClose={close} />}
    </>
  );
}
