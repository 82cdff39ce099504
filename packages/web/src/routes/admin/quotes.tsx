import { listQuotes } from "@sleekapp/contracts/quote";
import { Status as QuoteStatus } from "@sleekapp/core/quote/model";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import { LeadList } from "../../features/lead/lead-list.tsx";
import { RfqList } from "../../features/rfq/rfq-list.tsx";
import { dateOf } from "../../lib/dates.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Amount, DateOn, TimeAt } from "../../ui/value.tsx";

const names: Readonly<Record<QuoteStatus, { readonly name: string; readonly tone: Tone }>> = {
  priced: { name: "Priced", tone: "active" },
  in_review: { name: "In review", tone: "waiting" },
  sent: { name: "Sent", tone: "info" },
  accepted: { name: "Accepted", tone: "done" },
  declined: { name: "Declined", tone: "late" },
  superseded: { name: "Replaced", tone: "neutral" },
};

const FIRST = "in_review";
const options = QuoteStatus.options.filter((value) => value !== FIRST).map((value) => ({ value, label: names[value].name }));

function Standing({ quote }: { readonly quote: QuoteCard }) {
  if (quote.isExpired && quote.status !== "accepted") return <Status tone="neutral">Expired</Status>;
  return <Status tone={names[quote.status].tone}>{names[quote.status].name}</Status>;
}

const columns: readonly [Column<QuoteCard>, ...Column<QuoteCard>[]] = [
  { key: "title", header: "Quote", cell: (row) => row.title },
  { key: "status", header: "Status", cell: (row) => <Standing quote={row} /> },
  { key: "quantity", header: "Pieces", cell: (row) => formatCount(row.quantity), numeric: true, wide: true },
  { key: "total", header: "Total", cell: (row) => <Amount money={row.total} />, numeric: true },
  { key: "created", header: "Asked", cell: (row) => <TimeAt at={row.createdAt} />, wide: true },
  { key: "valid", header: "Valid until", cell: (row) => <DateOn on={dateOf(new Date(row.validUntil))} />, wide: true },
];

/** What was asked a price for, and what suppliers are asked to bid for. */
export function Page() {
  return (
    <>
      <PageHeader title="Quotes">
        <p>What visitors and buyers asked a price for; those that a person has to look at come first.</p>
      </PageHeader>
      <Tabs
        label="Quotes, leads and requests"
        tabs={[
          { key: "quotes", label: "Quotes", content: <QuoteTable /> },
          { key: "leads", label: "Leads", content: <LeadList /> },
          { key: "requests", label: "Requests for bids", content: <RfqList status="open" /> },
        ]}
      />
    </>
  );
}

/** Every quote of one status. */
function QuoteTable() {
  const [{ status }] = useUrlState({ status: "" });
  const quotes = usePages(listQuotes, { status: status || FIRST, limit: 50 });
  return (
    <>
      <FilterBar filters={[{ key: "status", label: "Status", any: names[FIRST].name, options }]} />
      <DataTable
        label="Quotes"
        columns={columns}
        rows={quotes.items}
        rowKey={(row) => row.quoteId}
        rowLink={(row) => `/app/quotes/${row.quoteId}`}
        error={quotes.error}
        onRetry={quotes.retry}
        more={quotes.more}
        empty={{ title: "No quote has this status", text: "Choose another status to see the others." }}
      />
    </>
  );
}
