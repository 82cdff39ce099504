import { getOrder } from "@sleekapp/contracts/order";
import { useParams } from "react-router";
import { ClaimPanel } from "../../features/claim/claim-panel.tsx";
import { DeedDialog } from "../../features/order/deed-dialog.tsx";
import { LogTab } from "../../features/order/log-tab.tsx";
import { OfferPanel } from "../../features/order/offer-panel.tsx";
import { OrderHead } from "../../features/order/order-head.tsx";
import { PaymentsTab } from "../../features/order/payments-tab.tsx";
import { ProductionTab } from "../../features/order/production-tab.tsx";
import type { Order } from "../../features/order/reads.ts";
import { RatingPanel } from "../../features/rating/rating-panel.tsx";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { type Tab, Tabs } from "../../ui/tabs.tsx";

/** Nothing can be claimed before it has arrived. */
const mayHaveClaims = ({ status, isRemade }: Order) => isRemade === true || ["delivered", "claimed", "completed"].includes(status);

const seesMoney = ({ party }: Order) => party === "buyer" || party === "admin";

function OrderTabs({ order }: { readonly order: Order }) {
  const payments: readonly Tab[] = seesMoney(order) ? [{ key: "payments", label: "Payments", content: <PaymentsTab order={order} /> }] : [];
  return (
    <Tabs
      label="Parts of this order"
      tabs={[
        { key: "production", label: "Production", content: <ProductionTab order={order} /> },
        ...payments,
        { key: "log", label: "Log", content: <LogTab order={order} /> },
      ]}
    />
  );
}

/** One order as its party sees it: where it stands, the one next step, production, payments, log. */
export function Page() {
  const { id: orderId = "" } = useParams();
  const order = useRead(getOrder, { params: { orderId } }, { live: true });
  if (order.error && !order.data) return <PageError error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) return <PageSkeleton />;
  return (
    <>
      <OrderHead order={order.data} />
      {order.data.party === "supplier" && order.data.status === "offered" ? <OfferPanel order={order.data} /> : null}
      {order.data.status === "completed" && order.data.party !== "factory" ? <RatingPanel orderId={orderId} party={order.data.party} /> : null}
      {mayHaveClaims(order.data) ? <ClaimPanel order={order.data} /> : null}
      <OrderTabs order={order.data} />
      <DeedDialog order={order.data} />
    </>
  );
}
