import type { QuoteView } from "@sleekapp/core/quote/view";
import { Panel } from "../../ui/page-header.tsx";
import { Alternatives, WantedAnswer } from "./alternatives.tsx";
import { BriefSummary, briefOf } from "./brief-summary.tsx";
import { LeadTimeList } from "./lead-time-list.tsx";
import { QuoteBreakdown } from "./quote-breakdown.tsx";
import { Commentary } from "./quote-notes.tsx";

type PricePanelsProps = {
  readonly quote: QuoteView;
  readonly awaited: boolean;
  /** Whether what else it could be can be asked for from here. */
  readonly canChange: boolean;
};

/** What it costs, what it could cost, and what is said about it. */
export const PricePanels = ({ quote: { priced, deposit, balance, rates, brief, analysis }, awaited, canChange }: PricePanelsProps) => (
  <>
    <Panel title="Price">
      <QuoteBreakdown priced={priced} deposit={deposit} balance={balance} rates={rates} />
    </Panel>
    <WantedAnswer priced={priced} />
    <Alternatives priced={priced} brief={canChange ? briefOf(brief) : undefined} />
    <Commentary analysis={analysis} awaited={awaited} />
  </>
);

/** How long it takes, and what was asked. */
export function MakingPanels({ quote: { priced, brief } }: { readonly quote: Pick<QuoteView, "priced" | "brief"> }) {
  const asked = briefOf(brief);
  return (
    <>
      <Panel title="Lead time">
        <LeadTimeList leadTime={priced.leadTime} />
      </Panel>
      {asked ? (
        <Panel title="What was asked">
          <BriefSummary brief={asked} />
        </Panel>
      ) : null}
    </>
  );
}
