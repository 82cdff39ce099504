import type { QuoteCard } from "@sleekapp/core/quote/view";
import { ButtonLink, Link } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Amount } from "../../ui/value.tsx";
import { QuoteStatus, Validity } from "../quote/quote-status.tsx";

/** How many quotes the desk shows before it leads to the list of all. */
const SHOWN = 5;

const Named = ({ quote }: { readonly quote: QuoteCard }) => (
  <>
    {quote.title}
    <span className="block text-small font-normal text-ink-2 md:hidden">
      <Validity quote={quote} />
    </span>
  </>
);

const columns: readonly [Column<QuoteCard>, ...Column<QuoteCard>[]] = [
  { key: "title", header: "Quote", cell: (quote) => <Named quote={quote} /> },
  { key: "status", header: "Status", wide: true, cell: (quote) => <QuoteStatus quote={quote} /> },
  { key: "validity", header: "Valid", wide: true, cell: (quote) => <Validity quote={quote} /> },
  { key: "total", header: "Total", numeric: true, cell: ({ total }) => <Amount money={total} /> },
];

/** The newest quotes that have not been answered. */
export const RecentQuotes = ({ quotes }: { readonly quotes: readonly QuoteCard[] }) => (
  <section aria-label="Recent quotes" className="flex flex-col gap-3">
    <div className="flex items-baseline justify-between gap-4">
      <h2 className="text-read font-semibold">Recent quotes</h2>
      <Link to="/app/quotes" className="text-small">
        All quotes
      </Link>
    </div>
    <DataTable
      label="Recent quotes"
      columns={columns}
      rows={quotes.slice(0, SHOWN)}
      rowKey={(quote) => quote.quoteId}
      rowLink={(quote) => `/app/quotes/${quote.quoteId}`}
      empty={{ title: "No open quotes", text: "A new quote takes two minutes.", action: <ButtonLink to="/quote">Get a quote</ButtonLink> }}
    />
  </section>
);
