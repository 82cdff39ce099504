import { askMarketWords, getGarmentMarket } from "@sleekapp/contracts/market";
import type { GarmentMarketView } from "@sleekapp/core/market/view";
import { useCommand, useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel, FormError } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Facts, TimeAt } from "../../ui/value.tsx";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { GarmentSelect, useGarment } from "./garment-select.tsx";
import { Observations } from "./observations.tsx";
import { accuracy, rangeText, spanText } from "./words.ts";

const measureNames = { quoted: "Our quotes", ordered: "Buyers’ orders", made: "Suppliers’ prices" } as const;

/** Everything about one garment: our own figures, the words to them, and what was seen of competitors. */
export function GarmentPanel() {
  const [garmentType, choose] = useGarment();
  const found = useRead(getGarmentMarket, { params: { garmentType } }, { live: true });
  return (
    <div className="flex flex-col gap-6">
      <GarmentSelect value={garmentType} onChange={choose} />
      {found.data ? (
        <Garment key={garmentType} market={found.data} />
      ) : found.error ? (
        <ErrorPanel error={found.error} title="The figures could not be read" onRetry={() => void found.refetch()} />
      ) : (
        <Loading label="Loading the figures">
          <SkeletonText lines={6} />
        </Loading>
      )}
    </div>
  );
}

const Garment = ({ market }: { readonly market: GarmentMarketView }) => (
  <>
    <Panel title="A piece">
      <Facts
        facts={market.figures.map(({ measure, figure }) => ({
          label: measureNames[measure],
          value: figure
            ? `Half at most ${formatMoney(figure.median)}; the middle half ${rangeText(figure)}; ${formatCount(figure.cases)} cases`
            : "Too few different cases",
        }))}
      />
      <p className="mt-3 text-small text-ink-3">
        {spanText(market.span)}. {accuracy(market.resolutionBps)} Fewer than five cases, or of fewer than five different buyers or suppliers, are told
        to nobody.
      </p>
    </Panel>
    <Words market={market} />
    <Observations market={market} />
  </>
);

function Words({ market: { garmentType, words } }: { readonly market: GarmentMarketView }) {
  const ask = useCommand(askMarketWords, { refresh: [getGarmentMarket] });
  return (
    <Panel title="In words">
      <p className="measure">{words.text}</p>
      <p className="mt-2 text-small text-ink-3">
        {words.source === "model" ? "Written by a model; every figure is computed." : "Written by rule."}{" "}
        {words.at ? (
          <>
            <TimeAt at={words.at} />
          </>
        ) : null}
      </p>
      <div className="mt-3 flex flex-col items-start gap-3">
        <FormError error={ask.error} />
        <Button busy={ask.isPending} onClick={() => ask.mutate({ params: { garmentType } })}>
          Write it anew
        </Button>
        <p role="status" className="text-small text-leaf">
          {ask.isSuccess ? "Asked for; the words follow in a moment." : null}
        </p>
      </div>
    </Panel>
  );
}
