import { listMyProducts } from "@sleekapp/contracts/catalog";
import { getInterest } from "@sleekapp/contracts/interest";
import { Status } from "@sleekapp/core/product/model";
import { MonthPanel } from "../../features/interest/month-panel.tsx";
import { monthsUntil } from "../../features/interest/months.ts";
import { ExportProducts } from "../../features/product-import/export-products.tsx";
import { ProductList, ProductListSkeleton } from "../../features/product/product-list.tsx";
import { statuses } from "../../features/product/words.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages, useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { now } from "../../ports/clock.ts";
import { Button, ButtonLink, Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

const options = Status.options.map((value) => ({ value, label: statuses[value].name }));

const NewProduct = () => (
  <ButtonLink to="/app/products/new" variant="primary">
    New product
  </ButtonLink>
);

type Rows = ReturnType<typeof usePages<typeof listMyProducts>>["items"];

const isWordless = (rows: Rows): boolean => rows?.some(({ undescribed }) => undescribed.length > 0) ?? false;

/** A supplier's own listings, in every status. */
export function Page() {
  const [filter] = useUrlState({ status: "" });
  const products = usePages(listMyProducts, filter);
  const months = monthsUntil(now());
  const [{ month }, setMonth] = useUrlState({ month: months[0] });
  const interest = useRead(getInterest, { query: { month } }, { keep: true, enabled: products.items !== undefined });
  const figures = (productId: string) => {
    const counts = interest.data?.products.find((one) => one.productId === productId);
    if (!counts) return null;
    return (
      <p className="tnum text-small text-ink-2">
        {formatCount(counts.views)} views, {formatCount(counts.hearts)} saved, {formatCount(counts.inquiries)} inquiries
      </p>
    );
  };
  return (
    <>
      <PageHeader
        title="Products"
        action={
          <>
            <ExportProducts />
            <ButtonLink to="/app/products/import">Import a file</ButtonLink>
            <NewProduct />
          </>
        }
      >
        <p>What you offer. A listing is reviewed before buyers find it.</p>
      </PageHeader>
      <FilterBar filters={[{ key: "status", label: "Status", any: "Any status", options }]} />
      {isWordless(products.items) ? (
        <p className="mb-4">
          Some pictures are not in words yet. <Link to="/app/products/words">Say what they show</Link>, all on one page.
        </p>
      ) : null}
      {products.error ? <ErrorPanel error={products.error} onRetry={products.retry} /> : null}
      {!products.error && products.items === undefined ? <ProductListSkeleton /> : null}
      {products.items?.length === 0 ? <Nothing isFiltered={filter.status !== ""} /> : null}
      {products.items?.length ? (
        <>
          <MonthPanel months={months} month={month} onMonth={(next) => setMonth({ month: next }, { replace: true })} interest={interest} />
          <div className="flex flex-col items-start gap-4">
            <ProductList rows={products.items} figures={figures} />
            {products.more ? (
              <Button onClick={products.more.load} busy={products.more.busy}>
                Load more
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState title="No listing has this status">Choose another status to see the others.</EmptyState>
  ) : (
    <EmptyState title="No products yet" action={<NewProduct />}>
      List one by hand, or <b>import</b> a product file from your shop.
    </EmptyState>
  );
