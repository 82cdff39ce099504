import { searchProducts } from "@sleekapp/contracts/catalog";
import { useRead } from "../../lib/query.ts";
import { Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { ProductGrid, ProductGridSkeleton } from "../catalog/product-card.tsx";

const SHOWN = 4;
/** Listings that the platform has chosen are shown up to this many. */
const CHOSEN = 8;

/** What the platform has chosen for today, else what is newest: the newest are asked for once it is known that nothing was chosen. */
function useFeatured() {
  const chosen = useRead(searchProducts, { query: { featured: "yes", limit: CHOSEN } });
  const isNone = chosen.data?.items.length === 0;
  const newest = useRead(searchProducts, { query: { limit: SHOWN } }, { enabled: isNone });
  return isNone ? newest : chosen;
}

/** A few listings of the catalogue; nothing at all while there are none. */
export function Featured() {
  const found = useFeatured();
  if (found.data?.items.length === 0) return null;
  return (
    <section aria-labelledby="featured" className="gutter mx-auto max-w-7xl pt-14">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-4">
        <h2 id="featured" className="font-serif text-head font-semibold tracking-tight">
          From the catalogue
        </h2>
        <Link to="/catalog">All products</Link>
      </div>
      {found.error && !found.data ? (
        <ErrorPanel error={found.error} title="The catalogue could not be read" onRetry={() => void found.refetch()} />
      ) : null}
      {found.isPending ? <ProductGridSkeleton count={SHOWN} /> : null}
      {found.data ? (
        <ProductGrid products={found.data.items} label="From the catalogue" heading="h3" className="max-sm:[&>li:nth-child(n+3)]:hidden" />
      ) : null}
    </section>
  );
}
