import { getOrderProgress } from "@sleekapp/contracts/production";
import { useEffect, useRef } from "react";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Inspections } from "../inspection/inspections.tsx";
import { FloorUpdates } from "../production/floor-updates.tsx";
import { ForecastPanel } from "../production/forecast-panel.tsx";
import { Milestones } from "../production/milestones.tsx";
import { PlanPanel } from "../production/plan-panel.tsx";
import { OrderFacts } from "./order-facts.tsx";
import type { Order } from "./reads.ts";

/** Links to photos last five minutes, so they are asked for again before. */
const PHOTO_LINKS_MS = 240_000;

/**
 * What the floor reported. The order is asked for every few seconds; this is asked again when the order has moved, so that
 * photos are not loaded anew while nothing happens.
 */
function useProgress(order: Order) {
  const progress = useRead(getOrderProgress, { params: { orderId: order.orderId } }, { every: PHOTO_LINKS_MS });
  const seen = useRef(order.version);
  const { refetch } = progress;
  useEffect(() => {
    if (seen.current === order.version) return;
    seen.current = order.version;
    void refetch();
  }, [order.version, refetch]);
  return progress;
}

function Progress({ order }: { readonly order: Order }) {
  const progress = useProgress(order);
  if (progress.error && !progress.data) return <ErrorPanel error={progress.error} onRetry={() => void progress.refetch()} />;
  if (!progress.data) {
    return (
      <Loading label="Loading what the floor reported">
        <SkeletonText lines={5} />
      </Loading>
    );
  }
  return (
    <>
      <Inspections inspections={progress.data.inspections} />
      <FloorUpdates updates={progress.data.updates} />
    </>
  );
}

const beforeInspection = new Set<Order["status"]>(["awaiting_deposit", "deposit_paid", "offered", "cancelled"]);

/** Where no plan is: it comes with the acceptance, or never, because the pieces are there already and only inspected. */
function Unmade({ order }: { readonly order: Order }) {
  if (!order.goods) return <PlanPanel order={order} />;
  if (!beforeInspection.has(order.status)) return <Progress order={order} />;
  return (
    <EmptyState title="Nothing has to be made">These pieces are in stock. They are inspected once their supplier has confirmed them.</EmptyState>
  );
}

const isBeingMade = new Set<Order["status"]>(["accepted", "sampling", "in_production", "inspection"]);

/** How the making goes: the plan, inspections, what the floor reported, and the facts beside it. */
export function ProductionTab({ order }: { readonly order: Order }) {
  return (
    <div className="flex flex-col gap-4">
      {order.stages.length > 0 ? <PlanPanel order={order} /> : null}
      <Milestones milestones={order.milestones} />
      {isBeingMade.has(order.status) && order.stages.length > 0 ? <ForecastPanel order={order} /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">{order.stages.length === 0 ? <Unmade order={order} /> : <Progress order={order} />}</div>
        <OrderFacts order={order} />
      </div>
    </div>
  );
}
