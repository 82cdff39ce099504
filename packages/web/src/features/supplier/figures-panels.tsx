import { getMyFigures } from "@sleekapp/contracts/supplier";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Link } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { CapacityGrid } from "./capacity-grid.tsx";
import { Scorecard } from "./scorecard.tsx";

const DESK_WEEKS = 4;

/** A supplier's own scorecard and weeks; on the desk the next four, on the company's page all of them, to be set. */
export function FiguresPanels({ where }: { readonly where: "desk" | "company" }) {
  const found = useRead(getMyFigures, {}, { live: where === "desk" });
  const { data } = found;
  if (found.error && !data) return <ErrorPanel error={found.error} title="Your figures could not be read" onRetry={() => void found.refetch()} />;
  if (!data)
    return (
      <Loading label="Loading your figures">
        <SkeletonText lines={5} />
      </Loading>
    );
  const onDesk = where === "desk";
  return (
    <div className="flex flex-col gap-6">
      <Panel title="Scorecard">
        <Scorecard card={data.scorecard} />
      </Panel>
      <Panel title="Capacity" action={onDesk ? <Link to="/app/supplier">All weeks</Link> : undefined}>
        <CapacityGrid weeks={onDesk ? data.weeks.slice(0, DESK_WEEKS) : data.weeks} isEditable={!onDesk} />
      </Panel>
    </div>
  );
}
