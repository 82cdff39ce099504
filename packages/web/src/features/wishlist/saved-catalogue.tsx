import { getWishlist } from "@sleekapp/contracts/wishlist";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { ProductGrid, ProductGridSkeleton } from "../catalog/product-card.tsx";
import { useKeeper } from "./saved.ts";

/** Of the catalogue only what the reader has saved; who is not signed in is led there first. */
export function SavedCatalogue() {
  const keeper = useKeeper();
  if (keeper === "visitor")
    return (
      <EmptyState
        title="Sign in to see what you saved"
        action={<ButtonLink to={`/sign-in?next=${encodeURIComponent("/catalog?saved=1")}`}>Sign in</ButtonLink>}
      >
        Saved products are kept with your account.
      </EmptyState>
    );
  if (keeper === "other")
    return (
      <EmptyState title="Lists are kept by buyers" action={<ButtonLink to="/catalog">The whole catalogue</ButtonLink>}>
        You act for another organisation now.
      </EmptyState>
    );
  return keeper === "unknown" ? <ProductGridSkeleton count={4} /> : <Saved />;
}

function Saved() {
  const found = useRead(getWishlist, {});
  if (found.error && !found.data) return <ErrorPanel error={found.error} title="Your lists could not be read" onRetry={() => void found.refetch()} />;
  if (!found.data) return <ProductGridSkeleton count={4} />;
  const entries = found.data.items.flatMap(({ entries: some }) => some);
  const products = entries.flatMap(({ product }) => (product ? [product] : []));
  const gone = entries.length - products.length;
  if (products.length === 0)
    return (
      <EmptyState title="Nothing saved is in the catalogue" action={<ButtonLink to="/catalog">The whole catalogue</ButtonLink>}>
        Press the heart of a product to keep it.
      </EmptyState>
    );
  return (
    <>
      <ProductGrid products={products} label="Saved products" />
      {gone > 0 ? <p className="mt-6 text-small text-ink-3">{formatCount(gone)} of what you saved left the catalogue.</p> : null}
    </>
  );
}
