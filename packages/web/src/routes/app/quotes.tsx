import { listQuotes } from "@sleekapp/contracts/quote";
import type { QuoteCard } from "@sleekapp/core/quote/view";
import { MAX_COMPARED, comparedIn, toggled } from "../../lib/compared.ts";
import { QuoteCompare } from "../../features/quote/quote-compare.tsx";
import { QuoteStatus, Validity, hasExpired, referenceOf } from "../../features/quote/quote-status.tsx";
import { RequestList, RfqList } from "../../features/rfq/rfq-list.tsx";
import { roleOf, useMe } from "../../lib/me.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { usePages } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Amount } from "../../ui/value.tsx";

const filters = [
  {
    key: "status",
    label: "Status",
    any: "Open",
    options: [
      { value: "accepted", label: "Accepted" },
      { value: "closed", label: "Declined or replaced" },
    ],
  },
] as const;

const empty = {
  "": { title: "No open quotes", text: "Describe what you want made: the price and every line behind it come at once." },
  accepted: { title: "No accepted quotes", text: "A quote you accept becomes an order and is kept here." },
  closed: { title: "Nothing declined", text: "Quotes you decline are kept here as they were." },
} as const;

type Filed = keyof typeof empty;
const filed = (status: string): Filed => (status === "accepted" || status === "closed" ? status : "");

const newQuote = (
  <ButtonLink to="/quote" variant="primary">
    New quote
  </ButtonLink>
);

/** A buyer's quotes and requests for bids; what a supplier was asked to bid for. */
export function Page() {
  const { data: me } = useMe();
  if (!me) return <PageSkeleton />;
  return roleOf(me) === "supplier" ? <Requests /> : <Quotes />;
}

const Requests = () => (
  <>
    <PageHeader title="Requests">
      <p>What buyers want made and ask your price for.</p>
    </PageHeader>
    <RequestList />
  </>
);

const Quotes = () => (
  <>
    <PageHeader title="Quotes" action={newQuote} />
    <Tabs
      label="Quotes and requests"
      tabs={[
        { key: "quotes", label: "Quotes", content: <QuoteList /> },
        { key: "requests", label: "Requests for bids", content: <RfqList /> },
      ]}
    />
  </>
);

/** The buyer's quotes by where they stand; two or three can stand side by side. */
function QuoteList() {
  const [{ status, compare }, setState] = useUrlState({ status: "", compare: "" });
  const lane = filed(status);
  const quotes = usePages(listQuotes, { lane: lane === "" ? "open" : lane, limit: 20 });
  const compared = comparedIn(compare);
  const columns = columnsWith({
    compared,
    onToggle: (quoteId) => setState((now) => ({ compare: toggled(now.compare, quoteId) }), { replace: true }),
  });
  return (
    <>
      <FilterBar filters={filters} />
      <div className="flex flex-col gap-6">
        {compared.length > 1 ? <QuoteCompare quoteIds={compared} onClear={() => setState({ compare: "" })} /> : null}
        <DataTable
          label="Quotes"
          columns={columns}
          rows={quotes.items}
          rowKey={(quote) => quote.quoteId}
          rowLink={(quote) => `/app/quotes/${quote.quoteId}`}
          error={quotes.error}
          onRetry={quotes.retry}
          more={quotes.more}
          empty={{ ...empty[lane], action: newQuote }}
        />
        {compared.length === 1 ? (
          <p role="status" className="text-small text-ink-3">
            Choose one or two more quotes to see them side by side.
          </p>
        ) : null}
      </div>
    </>
  );
}

type Choosing = { readonly compared: readonly string[]; readonly onToggle: (quoteId: string) => void };

const columnsWith = (choosing: Choosing): readonly [Column<QuoteCard>, ...Column<QuoteCard>[]] => [
  {
    key: "title",
    header: "Quote",
    cell: (quote) => (
      <>
        {quote.title}
        <span className="tnum block text-small font-normal text-ink-2">{referenceOf(quote)}</span>
        <span className="block text-small font-normal text-ink-2 md:hidden">
          <Validity quote={quote} />
        </span>
      </>
    ),
  },
  { key: "status", header: "Status", wide: true, cell: (quote) => <QuoteStatus quote={quote} /> },
  { key: "validity", header: "Valid", wide: true, cell: (quote) => <Validity quote={quote} /> },
  { key: "total", header: "Total", numeric: true, cell: ({ total }) => <Amount money={total} /> },
  { key: "compare", header: "Compare", cell: (quote) => <Choose quote={quote} {...choosing} /> },
];

/** An expired price is not worth comparing; the column beside it says since when. */
function Choose({ quote, compared, onToggle }: Choosing & { readonly quote: QuoteCard }) {
  const isChosen = compared.includes(quote.quoteId);
  if (hasExpired(quote)) return <span className="text-small text-ink-3">Expired</span>;
  return (
    <input
      type="checkbox"
      aria-label={`Compare ${quote.title}, ${referenceOf(quote)}`}
      checked={isChosen}
      disabled={!isChosen && compared.length >= MAX_COMPARED}
      onChange={() => onToggle(quote.quoteId)}
      className="relative z-1 size-5 align-middle"
    />
  );
}
