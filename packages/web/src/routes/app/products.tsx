import { listMyProducts } from "@sleekapp/contracts/catalog";
import { Status } from "@sleekapp/core/product/model";
import { ProductList, ProductListSkeleton } from "../../features/product/product-list.tsx";
import { statuses } from "../../features/product/words.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
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

/** A supplier's own listings, in every status. */
export function Page() {
  const [filter] = useUrlState({ status: "" });
  const products = usePages(listMyProducts, filter);
  return (
    <>
      <PageHeader
        title="Products"
        action={
          <>
            <ButtonLink to="/app/products/import">Import a file</ButtonLink>
            <NewProduct />
          </>
        }
      >
        <p>What you offer. A listing is reviewed before buyers find it.</p>
      </PageHeader>
      <FilterBar filters={[{ key: "status", label: "Status", any: "Any status", options }]} />
      {products.items?.some(({ undescribed }) => undescribed.length > 0) ? (
        <p className="mb-4">
          Some pictures are not in words yet. <Link to="/app/products/words">Say what they show</Link>, all on one page.
        </p>
      ) : null}
      {products.error ? <ErrorPanel error={products.error} onRetry={products.retry} /> : null}
      {!products.error && products.items === undefined ? <ProductListSkeleton /> : null}
      {products.items?.length === 0 ? <Nothing isFiltered={filter.status !== ""} /> : null}
      {products.items?.length ? (
        <div className="flex flex-col items-start gap-4">
          <ProductList rows={products.items} />
          {products.more ? (
            <Button onClick={products.more.load} busy={products.more.busy}>
              Load more
            </Button>
          ) : null}
        </div>
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
