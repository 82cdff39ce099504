import { getQuote } from "@sleekapp/contracts/quote";
import type { QuoteView } from "@sleekapp/core/quote/view";
import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { Button, Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { Loading, SkeletonText } from "../../ui/feedback.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { Amount } from "../../ui/value.tsx";
import { type Marks, marksOf } from "./compare.ts";
import { QuoteStatus, Validity, referenceOf } from "./quote-status.tsx";

type Row = { readonly label: string; readonly cell: (quote: QuoteView, marks: Marks) => ReactNode };

const marked = (isBest: boolean, word: string) => (isBest ? <Status tone="done">{word}</Status> : null);
const days = (count: number): string => `${count} working ${count === 1 ? "day" : "days"}`;

const rows: readonly Row[] = [
  { label: "Status", cell: (quote) => <QuoteStatus quote={quote} /> },
  { label: "Pieces", cell: ({ quantity }) => formatCount(quantity) },
  {
    label: "A piece",
    cell: ({ quoteId, priced }, { lowestPrice }) => (
      <>
        <Amount money={priced.unitPrice} /> {marked(lowestPrice.has(quoteId), "Lowest price")}
      </>
    ),
  },
  { label: "In all", cell: ({ total }) => <Amount money={total} strong /> },
  {
    label: "Lead time",
    cell: ({ quoteId, priced }, { shortestLead }) => (
      <>
        {days(priced.leadTime.totalDays)} {marked(shortestLead.has(quoteId), "Shortest")}
      </>
    ),
  },
  { label: "Deposit", cell: ({ deposit }) => <Amount money={deposit} /> },
  { label: "Valid", cell: (quote) => <Validity quote={quote} /> },
];

type CompareProps = { readonly quoteIds: readonly string[]; readonly onClear: () => void };

/** Two or three quotes side by side. */
export function QuoteCompare({ quoteIds, onClear }: CompareProps) {
  const [a = "", b = "", c = ""] = quoteIds;
  const reads = [useQuote(a), useQuote(b), useQuote(c)].slice(0, quoteIds.length);
  const quotes = reads.flatMap(({ data }) => (data ? [data] : []));
  const failed = reads.filter((read) => read.error && !read.data);
  return (
    <Panel
      title="Side by side"
      action={
        <Button size="small" variant="quiet" onClick={onClear}>
          Clear the comparison
        </Button>
      }
      flush
    >
      {failed.length > 0 ? (
        <ErrorPanel error={failed[0]?.error} onRetry={() => failed.forEach((read) => void read.refetch())} className="m-4" />
      ) : quotes.length < quoteIds.length ? (
        <Loading label="Loading the quotes" className="px-5 py-4">
          <SkeletonText lines={6} />
        </Loading>
      ) : (
        <CompareTable quotes={quotes} />
      )}
    </Panel>
  );
}

const useQuote = (quoteId: string) => useRead(getQuote, { params: { quoteId } }, { enabled: quoteId !== "" });

function CompareTable({ quotes }: { readonly quotes: readonly QuoteView[] }) {
  const marks = marksOf(quotes);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Comparison, scrolls sideways">
      <table className="tnum w-full">
        <caption className="sr-only">Quotes side by side</caption>
        <thead>
          <tr className="border-b border-line align-top">
            <td className="w-28 px-4 py-3 sm:px-5" />
            {quotes.map((quote) => (
              <th key={quote.quoteId} scope="col" className="min-w-36 py-3 pr-4 text-left font-medium">
                <Link to={`/app/quotes/${quote.quoteId}`}>{quote.title}</Link>
                <span className="block text-small font-normal text-ink-2">{referenceOf(quote)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-4 py-2.5 text-left font-normal text-ink-2 sm:px-5">
                {row.label}
              </th>
              {quotes.map((quote) => (
                <td key={quote.quoteId} className="py-2.5 pr-4">
                  <span className="flex flex-wrap items-center gap-2">{row.cell(quote, marks)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
