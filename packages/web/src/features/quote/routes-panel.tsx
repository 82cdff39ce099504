import { getQuoteRoutes } from "@sleekapp/contracts/price";
import type { Route } from "@sleekapp/core/pricing/view";
import { useRead } from "../../lib/query.ts";
import { formatRate } from "../../lib/money.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, Note, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount } from "../../ui/value.tsx";

const names: Readonly<Record<Route, string>> = {
  bangladesh: "Bangladesh alone",
  hybrid: "Specialty cloth, made in Bangladesh",
  specialty: "Specialty mills alone",
};

/** For administrators: what each production route costs the platform and leaves of the price, which to take, and why. */
export function RoutesPanel({ quoteId }: { readonly quoteId: string }) {
  const read = useRead(getQuoteRoutes, { params: { quoteId } });
  if (read.error && !read.data) return <ErrorPanel error={read.error} title="The routes could not be read" onRetry={() => void read.refetch()} />;
  return <Panel title="Production routes">{read.data ? <Routes {...read.data} /> : <Waiting />}</Panel>;
}

const Waiting = () => (
  <Loading label="Loading the routes">
    <SkeletonText lines={4} />
  </Loading>
);

type RoutesProps = NonNullable<ReturnType<typeof useRead<typeof getQuoteRoutes>>["data"]>;

const Routes = ({ routes, recommended, sourcing, floor, isBelowFloor }: RoutesProps) => (
  <div className="flex flex-col gap-3">
    {isBelowFloor ? (
      <Note tone="waiting">
        The price is below the least of <Amount money={floor} />.
      </Note>
    ) : null}
    <ul className="flex flex-col">
      {routes.map(({ route, cost, markup, markupBps, isPossible }) => (
        <li key={route} className="border-b border-line py-2 last:border-b-0">
          <p className="flex flex-wrap items-center gap-x-2">
            {names[route]} {route === recommended ? <Status tone="done">To take</Status> : null}
            {isPossible ? null : <Status tone="neutral">Not possible</Status>}
          </p>
          <p className="tnum text-small text-ink-2">
            Costs <Amount money={cost} />, leaves <Amount money={markup} />, {formatRate(markupBps)} of the cost
          </p>
        </li>
      ))}
    </ul>
    <p className="text-small text-ink-2">
      {sourcing.isSpecialty ? `Specialty sourcing is needed: ${sourcing.reasons.join("; ")}.` : "The usual mills of Bangladesh can do it alone."}
    </p>
  </div>
);
