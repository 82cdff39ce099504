import { getProduct } from "@sleekapp/contracts/catalog";
import { getTerms } from "@sleekapp/contracts/content";
import { getReadyStock } from "@sleekapp/contracts/stock";
import { useParams } from "react-router";
import { Checkout } from "../../features/stock/checkout.tsx";
import { useRead } from "../../lib/query.ts";
import { PageSkeleton } from "../../shell/guard.tsx";
import { PageError } from "../../shell/page-error.tsx";
import { PageHeader, useTitle } from "../../ui/page-header.tsx";

/** Orders pieces of a listing from stock: how many of each, where they go, what is agreed. The deposit is the next page. */
export function Page() {
  const { slug = "" } = useParams();
  const product = useRead(getProduct, { params: { slug } });
  const stock = useRead(getReadyStock, { params: { slug } });
  const terms = useRead(getTerms, {});
  useTitle(product.data ? `Order ${product.data.title}` : undefined);
  const failed = [product, stock, terms].filter((read) => read.error && !read.data);
  if (failed.length > 0) return <PageError error={failed[0]?.error} onRetry={() => failed.forEach((read) => void read.refetch())} />;
  if (!product.data || !stock.data || !terms.data) return <PageSkeleton />;
  const reread = () => [product, stock, terms].forEach((read) => void read.refetch());
  return (
    <>
      <PageHeader title="Order from stock" parent={{ label: product.data.title, to: `/catalog/${slug}` }}>
        <p>The pieces are held for thirty minutes once you order. Thirty per cent is paid now, the rest when they are inspected.</p>
      </PageHeader>
      <Checkout product={product.data} stock={stock.data} terms={terms.data} onReread={reread} />
    </>
  );
}
