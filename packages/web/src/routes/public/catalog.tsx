import { searchProducts } from "@sleekapp/contracts/catalog";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { CompareBar, CompareChoice } from "../../features/catalog/compare-bar.tsx";
import { FilterChips } from "../../features/catalog/filter-chips.tsx";
import { FilterPanel } from "../../features/catalog/filter-panel.tsx";
import { ProductGrid, ProductGridSkeleton } from "../../features/catalog/product-card.tsx";
import { type Change, type Chip, chips, none, type Wish } from "../../features/catalog/wish.ts";
import { SaveSearch } from "../../features/search/save-search.tsx";
import { SavedCatalogue } from "../../features/wishlist/saved-catalogue.tsx";
import { useKeeper, usePendingHeart } from "../../features/wishlist/saved.ts";
import { toggled } from "../../lib/compared.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Sheet } from "../../ui/dialog.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState } from "../../ui/feedback.tsx";
import { Select } from "../../ui/field.tsx";
import { SearchInput } from "../../ui/filter-bar.tsx";
import { LoadMore } from "../../ui/load-more.tsx";

const PAGE = 24;

type SetWish = (change: Change, options?: { readonly replace?: boolean }) => void;

const countWords = (total: number): string => (total === 1 ? "1 product" : `${formatCount(total)} products`);

/** The catalogue, or of it what the reader has saved. */
export function Page() {
  const [{ saved }] = useUrlState({ saved: "" });
  return saved === "1" ? <Saved /> : <Everything />;
}

const Saved = () => (
  <div className="gutter mx-auto w-full max-w-7xl py-10 sm:py-14">
    <Heading />
    <div className="mb-5 flex flex-wrap gap-3">
      <ButtonLink to="/catalog">The whole catalogue</ButtonLink>
      <ButtonLink to="/app/wishlist">Your lists</ButtonLink>
    </div>
    <SavedCatalogue />
  </div>
);

/** The way to what the reader has saved, for whoever can keep something. */
const SavedOnly = () => {
  const keeper = useKeeper();
  return keeper === "keeper" || keeper === "visitor" ? <ButtonLink to="/catalog?saved=1">Only what I saved</ButtonLink> : null;
};

/** Approved listings by text, facets and ranges; everything that is chosen stands in the address. */
function Everything() {
  const [wish, setWish] = useUrlState(none);
  const [{ compare }, setCompare] = useUrlState({ compare: "" });
  usePendingHeart();
  const [order] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const found = usePages(searchProducts, { ...wish, limit: PAGE });
  const { first } = found;
  const shown = chips(order.keys(), wish, first?.facets);
  const clear = () => setWish({ ...none, q: wish.q, sort: wish.sort });
  const compareOrNot = (slug: string) => setCompare((now) => ({ compare: toggled(now.compare, slug) }), { replace: true });
  const panel = <FilterPanel wish={wish} facets={first?.facets} onChange={setWish} />;
  return (
    <div className="gutter mx-auto w-full max-w-7xl py-10 sm:py-14">
      <Heading />
      <SearchBar wish={wish} onChange={setWish}>
        <Button className="lg:hidden" onClick={() => setOpen(true)}>
          <SlidersHorizontal size={16} aria-hidden="true" />
          {shown.length === 0 ? "Filters" : `Filters (${shown.length})`}
        </Button>
        <SavedOnly />
        <SaveSearch wish={wish} chips={shown} />
        <p ref={line} role="status" tabIndex={-1} className="tnum ml-auto self-center text-small text-ink-3 empty:sr-only">
          {found.behind ? "Searching" : first && countWords(first.total)}
        </p>
      </SearchBar>
      <FilterChips chips={shown} onChange={setWish} onClear={clear} after={line} />
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
        <aside aria-label="Filters" data-print="none" className="max-lg:hidden">
          {panel}
        </aside>
        <div className="min-w-0">
          <Results found={found} wish={wish} last={shown.at(-1)} onChange={setWish} compare={compare} onCompare={compareOrNot} />
        </div>
      </div>
      <CompareBar chosen={compare} onClear={() => setCompare({ compare: "" }, { replace: true })} />
      <FilterSheet
        open={isOpen}
        onClose={() => setOpen(false)}
        onClear={shown.length > 0 ? clear : undefined}
        show={first && !found.behind ? `Show ${countWords(first.total)}` : "Searching"}
      >
        {panel}
      </FilterSheet>
    </div>
  );
}

type ResultsProps = {
  readonly found: ReturnType<typeof usePages<typeof searchProducts>>;
  readonly wish: Wish;
  readonly last: Chip | undefined;
  readonly onChange: SetWish;
  readonly compare: string;
  readonly onCompare: (slug: string) => void;
};

/** What was found, or why there is nothing to see. */
function Results({ found, wish, last, onChange, compare, onCompare }: ResultsProps) {
  const { items, first } = found;
  return (
    <>
      {found.error ? <ErrorPanel error={found.error} title="The catalogue could not be read" onRetry={found.retry} /> : null}
      {!found.error && !items ? <ProductGridSkeleton count={8} /> : null}
      {items?.length === 0 ? <Nothing wish={wish} last={last} onChange={onChange} /> : null}
      {items && first && items.length > 0 ? (
        <>
          <ProductGrid
            products={items}
            label="Products"
            className={`lg:max-xl:grid-cols-3! ${found.behind ? "opacity-55" : ""}`}
            tools={(product) => <CompareChoice product={product} chosen={compare} onToggle={onCompare} />}
          />
          <LoadMore more={found.more} shown={`${formatCount(items.length)} of ${countWords(first.total)}`} />
        </>
      ) : null}
    </>
  );
}

type SearchBarProps = { readonly wish: Wish; readonly onChange: SetWish; readonly children: ReactNode };

const SearchBar = ({ wish, onChange, children }: SearchBarProps) => (
  <div role="search" data-print="none" className="mb-5 flex flex-wrap items-end gap-3">
    <SearchInput
      label="Search the catalogue"
      placeholder="Merino, hoodie, a supplier"
      value={wish.q}
      onChange={(q) => onChange({ q }, { replace: true })}
    />
    <Order wish={wish} onChange={onChange} />
    {children}
  </div>
);

type FilterSheetProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onClear: (() => void) | undefined;
  readonly show: string;
  readonly children: ReactNode;
};

/** The filters on a phone: they work at once, and the button says what they leave. */
const FilterSheet = ({ open, onClose, onClear, show, children }: FilterSheetProps) => (
  <Sheet
    open={open}
    onClose={onClose}
    title="Filters"
    actions={
      <>
        {onClear ? (
          <Button variant="quiet" onClick={onClear}>
            Clear all
          </Button>
        ) : null}
        <Button variant="primary" onClick={onClose}>
          {show}
        </Button>
      </>
    }
  >
    {children}
  </Sheet>
);

const Heading = () => (
  <header className="mb-8">
    <h1 tabIndex={-1} className="font-serif text-display font-semibold tracking-tight">
      Catalogue
    </h1>
    <p className="measure mt-3 text-read text-ink-2">
      What verified factories make to order. Each price is what you pay a piece at the smallest run; it falls with the quantity.
    </p>
  </header>
);

const orders = [
  ["", "Best match"],
  ["newest", "Newest first"],
  ["price", "Cheapest first"],
  ["price-desc", "Dearest first"],
  ["lead", "Fastest first"],
  ["rating", "Best rated first"],
] as const;

const Order = ({ wish, onChange }: { readonly wish: Wish; readonly onChange: (change: Change) => void }) => (
  <label className="min-w-36 max-sm:flex-1">
    <span className="mb-1.5 block text-small font-medium">Order</span>
    <Select value={wish.sort} onChange={(event) => onChange({ sort: event.target.value })}>
      {orders.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  </label>
);

type NothingProps = { readonly wish: Wish; readonly last: Chip | undefined; readonly onChange: (change: Change) => void };

function Nothing({ wish, last, onChange }: NothingProps) {
  if (last)
    return (
      <EmptyState title="Nothing has all of that" action={<Button onClick={() => onChange(last.without)}>Take off “{last.label}”</Button>}>
        It was chosen last. What is not in the catalogue can be made too: a quote needs no listing.
      </EmptyState>
    );
  if (wish.q !== "")
    return (
      <EmptyState title="Nothing matches that" action={<Button onClick={() => onChange({ q: "" })}>Clear the search</Button>}>
        Try a shorter or another word. What is not in the catalogue can be made too: a quote needs no listing.
      </EmptyState>
    );
  return (
    <EmptyState title="No products yet" action={<ButtonLink to="/quote">Describe your own</ButtonLink>}>
      Listings appear here when a supplier has handed them in and we have checked them.
    </EmptyState>
  );
}
