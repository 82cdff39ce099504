import { getProductHistory } from "@sleekapp/contracts/catalog";
import type { HistoryEntry } from "@sleekapp/core/product/view";
import { useState } from "react";
import { formatRate } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { Differences } from "./differences.tsx";
import { statuses } from "./words.ts";

const sides: Readonly<Record<HistoryEntry["by"], string>> = { supplier: "the supplier", platform: "SleekApp", system: "a rule" };

const sentences: Readonly<Record<HistoryEntry["what"], (entry: HistoryEntry) => string>> = {
  submitted: ({ changes }) => (changes ? "Changes handed in" : "Handed in"),
  approved: ({ changes }) => (changes ? "Changes approved" : "Approved"),
  turned_down: ({ status }) => (status ? statuses[status].name : "Sent back"),
  withdrawn: ({ status }) => (status ? `Out of the catalogue and of review: ${statuses[status].name.toLowerCase()}` : "Taken out"),
  featured: ({ until }) => (until ? `On the home page until ${until}` : "Off the home page"),
  fee_set: ({ feeBps = 0 }) => `The platform’s share set to ${formatRate(feeBps)}`,
  revision_withdrawn: () => "Changes taken back",
  resumed: () => "Back in the catalogue",
  restored: () => "Out of the archive",
};

/** What happened to a listing, newest first; read when somebody opens it. */
export function ProductHistory({ productId }: { readonly productId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-6">
      <Panel
        title="History"
        action={
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "Hide" : "Show"}
            <span className="sr-only"> the history</span>
          </Button>
        }
      >
        {isOpen ? <Entries productId={productId} /> : <p className="text-ink-2">What was handed in, what was decided, and why.</p>}
      </Panel>
    </div>
  );
}

function Entries({ productId }: { readonly productId: string }) {
  const history = useRead(getProductHistory, { params: { productId } });
  if (history.error && !history.data) return <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data)
    return (
      <Loading label="Loading the history">
        <SkeletonText lines={4} />
      </Loading>
    );
  if (history.data.items.length === 0) return <p className="text-ink-2">Nothing has been handed in yet.</p>;
  return (
    <ol aria-label="History" className="flex flex-col divide-y divide-line">
      {history.data.items.map((entry, index) => (
        <li key={index} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <p>
            <span className="font-medium">{sentences[entry.what](entry)}</span>{" "}
            <span className="text-small text-ink-3">
              by {sides[entry.by]}, <TimeAt at={entry.at} />
            </span>
          </p>
          {entry.reason ? <p className="measure border-l-3 border-l-madder pl-3 whitespace-pre-line">{entry.reason}</p> : null}
          {entry.changes ? (
            <details>
              <summary className="text-small">What differed ({entry.changes.length})</summary>
              <div className="mt-2">
                <Differences label="What differed" changes={entry.changes} heads={["Was live", "Proposed"]} />
              </div>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
