import { getSharedWishlist } from "@sleekapp/contracts/wishlist";
import { useLocation } from "react-router";
import { ProductGrid, ProductGridSkeleton } from "../../features/catalog/product-card.tsx";
import { usePendingHeart } from "../../features/wishlist/saved.ts";
import { ApiError } from "../../lib/api-error.ts";
import { useRead } from "../../lib/query.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { useTitle } from "../../ui/page-header.tsx";

/** The secret stands in the fragment, which browsers send to nobody. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/u, "")).get("t") ?? "";

/** A list that somebody shared, for whoever holds its link. */
export function Page() {
  const { hash } = useLocation();
  const token = tokenOf(hash);
  usePendingHeart();
  return <div className="gutter mx-auto w-full max-w-7xl py-10 sm:py-14">{token === "" ? <Ended /> : <Shared key={token} token={token} />}</div>;
}

const Title = ({ children }: { readonly children: string }) => (
  <h1 tabIndex={-1} className="mb-8 font-serif text-display font-semibold tracking-tight break-words">
    {children}
  </h1>
);

/** The same words for a link that was turned off and one that never was. */
const Ended = () => (
  <>
    <Title>Shared list</Title>
    <EmptyState title="This link shows nothing" action={<ButtonLink to="/catalog">Open the catalogue</ButtonLink>}>
      It may have been turned off, or not copied whole. Ask whoever sent it for a new one.
    </EmptyState>
  </>
);

const refused = (error: unknown): boolean => error instanceof ApiError && [400, 401, 403, 404].includes(error.status);

function Shared({ token }: { readonly token: string }) {
  const list = useRead(getSharedWishlist, {}, { credentials: { "x-list-token": token } });
  useTitle(list.data?.name);
  if (refused(list.error)) return <Ended />;
  if (list.error && !list.data)
    return (
      <>
        <Title>Shared list</Title>
        <ErrorPanel error={list.error} title="The list could not be read" onRetry={() => void list.refetch()} />
      </>
    );
  if (!list.data)
    return (
      <>
        <Title>Shared list</Title>
        <ProductGridSkeleton count={4} />
      </>
    );
  const { name, products } = list.data;
  return (
    <>
      <Title>{name}</Title>
      {products.length === 0 ? (
        <EmptyState title="Nothing on this list now" action={<ButtonLink to="/catalog">Open the catalogue</ButtonLink>}>
          What was on it has left the catalogue, or was taken off.
        </EmptyState>
      ) : (
        <ProductGrid products={products} label={name} />
      )}
    </>
  );
}
