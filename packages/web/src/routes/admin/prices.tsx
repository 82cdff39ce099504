import { listPriceBooks } from "@sleekapp/contracts/price";
import type { BookCard } from "@sleekapp/core/price-book/view";
import { RatesPanel } from "../../features/currency/rates-panel.tsx";
import { BookStatus } from "../../features/price-book/book-status.tsx";
import { DraftForm } from "../../features/price-book/draft-form.tsx";
import { useRead } from "../../lib/query.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { TimeAt } from "../../ui/value.tsx";

const columns: readonly [Column<BookCard>, ...Column<BookCard>[]] = [
  { key: "name", header: "Book", cell: (row) => row.name },
  { key: "version", header: "Version", cell: (row) => String(row.bookVersion), numeric: true },
  { key: "status", header: "Status", cell: (row) => <BookStatus book={row} /> },
  { key: "from", header: "In force from", cell: (row) => (row.effectiveFrom ? <TimeAt at={row.effectiveFrom} /> : "Not published"), wide: true },
];

/** Every version of the price book: what prices quotes now, what will, and what did. */
export function Page() {
  const books = useRead(listPriceBooks, {});
  const inForce = books.data?.items.find(({ isInForce }) => isInForce);
  return (
    <>
      <PageHeader title="Prices">
        <p>One book prices every quote. A change is a draft first, is looked at on sample briefs, and is published ahead of its instant.</p>
      </PageHeader>
      <div className="flex flex-col gap-6">
        <DataTable
          label="Price books"
          columns={columns}
          rows={books.data?.items}
          rowKey={(row) => String(row.bookVersion)}
          rowLink={(row) => `/admin/prices/${row.bookVersion}`}
          error={books.data ? null : books.error}
          onRetry={() => void books.refetch()}
          empty={{ title: "There is no price book" }}
        />
        {books.data ? <RatesPanel /> : null}
        {inForce ? (
          <Panel title="A new draft" className="max-w-xl">
            <DraftForm basedOn={inForce.bookVersion} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}
