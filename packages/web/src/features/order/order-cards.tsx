import { clsx } from "clsx";
import { Link } from "react-router";
import { formatCount } from "../../lib/money.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, Skeleton } from "../../ui/feedback.tsx";
import { Amount } from "../../ui/value.tsx";
import { CardDate, CardMoney, CardStatus, CardThread, linkOf } from "./order-parts.tsx";
import type { OrderListProps } from "./order-table.tsx";
import type { OrderCard } from "./reads.ts";

function OneCard({ order }: { readonly order: OrderCard }) {
  const to = linkOf(order);
  return (
    <li className={clsx("relative flex flex-col gap-3 rounded-panel border border-line bg-surface p-4", to && "hover:border-ink-2")}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="text-read font-semibold">
            {to ? (
              <Link to={to} className="text-indigo after:absolute after:inset-0">
                {order.title}
              </Link>
            ) : (
              order.title
            )}
          </p>
          <p className="tnum text-small text-ink-3">
            {order.orderNumber} · {formatCount(order.quantity)} pieces
          </p>
        </div>
        <CardStatus order={order} />
      </div>
      <CardThread order={order} />
      <p className="text-ink-2">{order.next.text}</p>
      <div className="mt-auto flex flex-wrap justify-between gap-x-4 gap-y-1 border-t border-line pt-3 text-small">
        <span>
          {order.offerState === "offered" ? null : "Promised: "}
          <CardDate order={order} />
        </span>
        {order.money ? <CardMoney money={order.money} /> : null}
        {order.price ? <Amount money={order.price} /> : null}
      </div>
    </li>
  );
}

/** Orders as cards, for a phone and for few orders at a time. */
export function OrderCards({ orders, empty }: OrderListProps) {
  if (orders.error) return <ErrorPanel error={orders.error} onRetry={orders.retry} />;
  if (!orders.items) {
    return (
      <Loading label="Loading orders" className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {[0, 1, 2].map((card) => (
          <Skeleton key={card} className="h-44" />
        ))}
      </Loading>
    );
  }
  if (orders.items.length === 0) {
    return (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.text}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="grid w-full gap-3 md:grid-cols-2 xl:grid-cols-3">
        {orders.items.map((order) => (
          <OneCard key={order.orderId} order={order} />
        ))}
      </ul>
      {orders.more ? (
        <Button onClick={orders.more.load} busy={orders.more.busy}>
          Load more
        </Button>
      ) : null}
    </div>
  );
}
