import { searchProducts } from "@sleekapp/contracts/catalog";
import { Family, familyNames } from "@sleekapp/core/garment/model";
import type { Facets } from "@sleekapp/core/product/view";
import { CompareBar, CompareChoice } from "../../features/catalog/compare-bar.tsx";
import { ProductGrid, ProductGridSkeleton } from "../../features/catalog/product-card.tsx";
import { usePendingHeart } from "../../features/wishlist/saved.ts";
import { toggled } from "../../lib/compared.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { type Filter, FilterBar } from "../../ui/filter-bar.tsx";
import { LoadMore } from "../../ui/load-more.tsx";

const PAGE = 24;
const none = { q: "", family: "", category: "", moq: "", leadDays: "", sort: "" } as const;
type Wish = { readonly [K in keyof typeof none]: string };

const familyName = (value: string): string => {
  const family = Family.safeParse(value);
  return family.success ? familyNames[family.data] : value;
};

/** The values of a facet with how many listings each gives; what is chosen stays in the list when it gives none. */
function counted(facets: Facets | undefined, key: "family" | "category", chosen: string) {
  const found = facets?.[key] ?? [];
  const all = chosen === "" || found.some(({ value }) => value === chosen) ? found : [...found, { value: chosen, count: 0 }];
  const name = key === "family" ? familyName : (value: string) => value;
  return all.map(({ value, count }) => ({ value, label: facets ? `${name(value)} (${formatCount(count)})` : name(value) }));
}

const upTo = (values: readonly number[], words: (value: number) => string) => values.map((value) => ({ value: String(value), label: words(value) }));

const filtersOf = (facets: Facets | undefined, wish: Wish): readonly Filter[] => [
  { key: "family", label: "Kind", any: "All kinds", options: counted(facets, "family", wish.family) },
  { key: "category", label: "Category", any: "All categories", options: counted(facets, "category", wish.category) },
  { key: "moq", label: "Smallest run", any: "Any", options: upTo([50, 100, 250, 500], (pieces) => `Up to ${pieces} pieces`) },
  { key: "leadDays", label: "Lead time", any: "Any", options: upTo([15, 30, 45, 60], (days) => `Up to ${days} days`) },
  {
    key: "sort",
    label: "Order",
    any: "Best match",
    options: [
      { value: "price", label: "Cheapest first" },
      { value: "price-desc", label: "Dearest first" },
      { value: "lead", label: "Fastest first" },
    ],
  },
];

const countWords = (total: number): string => (total === 1 ? "1 product" : `${formatCount(total)} products`);

/** Approved listings by text and facets; everything that is chosen stands in the address. */
export function Page() {
  const [wish, setWish] = useUrlState(none);
  const [{ compare }, setCompare] = useUrlState({ compare: "" });
  usePendingHeart();
  const found = usePages(searchProducts, { ...wish, limit: PAGE });
  const { items, first } = found;
  return (
    <div className="gutter mx-auto w-full max-w-7xl py-10 sm:py-14">
      <header className="mb-8">
        <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
          Catalogue
        </h1>
        <p className="measure mt-3 text-read text-ink-2">
          What verified factories make to order. Each price is what you pay a piece at the smallest run; it falls with the quantity.
        </p>
      </header>
      <FilterBar
        search={{ label: "Search the catalogue", placeholder: "Merino, hoodie, a supplier" }}
        filters={filtersOf(first?.facets, wish)}
        result={found.behind ? "Searching" : first && countWords(first.total)}
      />
      {found.error ? <ErrorPanel error={found.error} title="The catalogue could not be read" onRetry={found.retry} /> : null}
      {!found.error && !items ? <ProductGridSkeleton count={8} /> : null}
      {items?.length === 0 ? <Nothing wish={wish} onClear={() => setWish(none)} /> : null}
      {items && first && items.length > 0 ? (
        <>
          <ProductGrid
            products={items}
            label="Products"
            className={found.behind ? "opacity-55" : ""}
            tools={(product) => (
              <CompareChoice
                product={product}
                chosen={compare}
                onToggle={(slug) => setCompare({ compare: toggled(compare, slug) }, { replace: true })}
              />
            )}
          />
          <LoadMore more={found.more} shown={`${formatCount(items.length)} of ${countWords(first.total)}`} />
        </>
      ) : null}
      <CompareBar chosen={compare} onClear={() => setCompare({ compare: "" }, { replace: true })} />
    </div>
  );
}

function Nothing({ wish, onClear }: { readonly wish: Wish; readonly onClear: () => void }) {
  const narrowed = Object.values(wish).some((value) => value !== "");
  if (!narrowed)
    return (
      <EmptyState title="No products yet" action={<ButtonLink to="/quote">Describe your own</ButtonLink>}>
        Listings appear here when a supplier has handed them in and we have checked them.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing matches that" action={<Button onClick={onClear}>Clear the search and filters</Button>}>
      Try a shorter word or a wider filter. What is not in the catalogue can be made too: a quote needs no listing.
    </EmptyState>
  );
}
