import { getPosition } from "@sleekapp/contracts/market";
import type { PositionView } from "@sleekapp/core/market/view";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import { GarmentSelect, useGarment } from "./garment-select.tsx";
import { accuracy, rangeText, spanText } from "./words.ts";

/** How a supplier's own prices stand by those of all suppliers. */
export function PositionPanel() {
  const [garmentType, choose] = useGarment();
  const found = useRead(getPosition, { params: { garmentType } });
  return (
    <Panel title="Your prices beside others’">
      <div className="flex flex-col gap-4">
        <GarmentSelect value={garmentType} onChange={choose} />
        {found.data ? (
          <Position position={found.data} />
        ) : found.error ? (
          <ErrorPanel error={found.error} title="The prices could not be read" onRetry={() => void found.refetch()} />
        ) : (
          <Loading label="Loading the prices">
            <SkeletonText lines={2} />
          </Loading>
        )}
      </div>
    </Panel>
  );
}

function Position({ position: { own, spread, span, resolutionBps } }: { readonly position: PositionView }) {
  return (
    <>
      <Facts
        facts={[
          {
            label: "Yours",
            value: own ? `${formatMoney(own.median)} a piece, ${formatCount(own.cases)} of your orders` : "No order of this garment yet",
          },
          {
            label: "All suppliers",
            value: spread
              ? `Half at most ${formatMoney(spread.median)}; the middle half ${rangeText(spread)}; ${formatCount(spread.cases)} orders`
              : "Too few different suppliers to say without telling of one",
          },
        ]}
      />
      <p className="text-small text-ink-3">
        What suppliers took orders for, a piece. {spanText(span)}. {accuracy(resolutionBps)}
      </p>
    </>
  );
}
