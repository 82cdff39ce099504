import { formatCount } from "../../lib/money.ts";
import { Note } from "../../ui/feedback.tsx";
import { PageHeader, useTitle } from "../../ui/page-header.tsx";
import { DateOn } from "../../ui/value.tsx";
import { alarmText } from "./alarm-words.ts";
import { HeldNote } from "./goods.tsx";
import { NextAction } from "./next-action.tsx";
import { OrderMenu } from "./order-menu.tsx";
import { OrderStatus } from "./order-status.tsx";
import type { Order } from "./reads.ts";

function AlarmNote({ alarm }: { readonly alarm: NonNullable<Order["alarm"]> }) {
  const { trouble, standing } = alarmText(alarm);
  return (
    <div className="mb-6">
      <Note tone="waiting">
        <p className="font-medium">
          {trouble} since <DateOn on={alarm.since} />
        </p>
        <p className="text-ink-2">{standing}</p>
      </Note>
    </div>
  );
}

/** What the order is, where it stands, and the one next step of whoever reads it. */
export function OrderHead({ order }: { readonly order: Order }) {
  useTitle(`${order.orderNumber}, ${order.title}`);
  return (
    <>
      <PageHeader
        title={order.title}
        parent={{ label: "Orders", to: order.party === "admin" ? "/admin/orders" : "/app/orders" }}
        status={<OrderStatus status={order.status} isLate={order.isLate} toReader={order.party === "supplier"} />}
        action={
          <>
            <NextAction order={order} />
            <OrderMenu order={order} />
          </>
        }
      >
        <p className="tnum">
          {order.orderNumber} · {formatCount(order.quantity)} pieces
          {order.stages.length > 0 ? ` · ${order.percent} % made` : null}
          {order.promisedOn ? (
            <>
              {" "}
              · promised <DateOn on={order.promisedOn} />
            </>
          ) : null}
        </p>
        <p className="mt-1 font-medium text-ink">{order.next.text}</p>
      </PageHeader>
      {order.goods?.heldUntil ? (
        <div className="mb-6">
          <HeldNote until={order.goods.heldUntil} />
        </div>
      ) : null}
      {order.alarm ? <AlarmNote alarm={order.alarm} /> : null}
      {order.status === "on_hold" && order.holdReason ? (
        <div className="mb-6">
          <Note tone="waiting">
            <p className="font-medium">On hold</p>
            <p className="text-ink-2">{order.holdReason}</p>
          </Note>
        </div>
      ) : null}
    </>
  );
}
