import { getBenchmark } from "@sleekapp/contracts/market";
import type { GarmentType } from "@sleekapp/core/garment/model";
import { useRead } from "../../lib/query.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts } from "../../ui/value.tsx";
import { accuracy, bandText, figureFacts, spanText } from "./words.ts";

type BenchmarkPanelProps = { readonly garmentType: GarmentType; readonly quantity: number };

/** What others pay for a piece, beside a price: only where it tells of nobody, with the number of cases behind it. */
export function BenchmarkPanel({ garmentType, quantity }: BenchmarkPanelProps) {
  const found = useRead(getBenchmark, { params: { garmentType }, query: { quantity } });
  const { data } = found;
  return (
    <Panel title="What others pay">
      {data ? (
        <>
          <p className="text-ink-2">{data.words}</p>
          {data.figure ? (
            <>
              <Facts className="mt-3" facts={[{ label: "Runs", value: bandText(data.band) }, ...figureFacts(data.figure)]} />
              <p className="mt-3 text-small text-ink-3">
                {spanText(data.span)}. {accuracy(data.resolutionBps)}
              </p>
            </>
          ) : null}
        </>
      ) : found.error ? (
        <ErrorPanel error={found.error} title="What others pay could not be read" onRetry={() => void found.refetch()} />
      ) : (
        <Loading label="Loading what others pay">
          <SkeletonText lines={2} />
        </Loading>
      )}
    </Panel>
  );
}
