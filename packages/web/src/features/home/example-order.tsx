import { Status } from "../../ui/status.tsx";
import { ProductionThread, type ThreadStage } from "../../ui/production-thread.tsx";

const stages: readonly ThreadStage[] = [
  { key: "materials", name: "Yarn received", state: "done", plannedOn: "2026-10-02", actualOn: "2026-10-02" },
  { key: "knitting", name: "Knitting", state: "done", plannedOn: "2026-10-09", actualOn: "2026-10-08" },
  { key: "linking", name: "Linking", state: "active", plannedOn: "2026-10-14", percent: 60 },
  { key: "washing", name: "Washing", state: "todo", plannedOn: "2026-10-16" },
  { key: "quality", name: "Final check", state: "todo", plannedOn: "2026-10-19" },
];

/** What following an order looks like; marked as an example, because it is no real order. */
export function ExampleOrder() {
  return (
    <figure className="min-w-0">
      <div className="rounded-panel border border-line bg-surface">
        <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-4">
          <div>
            <p className="text-small text-ink-3">Example order</p>
            <p className="tnum text-read font-semibold">300 merino cardigans</p>
          </div>
          <Status tone="active">In production</Status>
        </div>
        <div className="px-5 py-6">
          <ProductionThread stages={stages} size="panel" label="Stages of the example order" />
        </div>
      </div>
      <figcaption className="mt-3 text-small text-ink-3">
        Planned dates above the thread, actual dates below. This is an illustration, not a customer's order.
      </figcaption>
    </figure>
  );
}
