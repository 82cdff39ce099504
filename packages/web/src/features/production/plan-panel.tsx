import type { Order } from "../order/reads.ts";
import { EmptyState } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { ProductionThread, type ThreadStage } from "../../ui/production-thread.tsx";

type Stage = Order["stages"][number];

/** A stage of the plan as the thread draws it: promised and moved date, what really happened, days behind. */
export function threadStage(stage: Stage): ThreadStage {
  const reason = stage.state === "blocked" ? (stage.note ?? stage.revisionReason) : stage.revisionReason;
  return {
    key: stage.key,
    name: stage.name,
    state: stage.state,
    plannedOn: stage.plannedDueOn,
    revisedOn: stage.revisedDueOn,
    actualOn: stage.finishedOn,
    percent: stage.percent,
    lateDays: stage.daysLate,
    reason,
  };
}

/** The plan as one thread: promised dates above, what happened below. */
export function PlanPanel({ order }: { readonly order: Order }) {
  if (order.stages.length === 0) {
    return <EmptyState title="No plan yet">The plan starts with dates for every stage on the day a factory accepts the order.</EmptyState>;
  }
  return (
    <Panel title="Plan">
      <ProductionThread stages={order.stages.map(threadStage)} size="panel" label="Stages of this order" />
    </Panel>
  );
}
