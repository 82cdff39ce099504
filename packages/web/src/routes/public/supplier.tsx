import { searchProducts } from "@sleekapp/contracts/catalog";
import { getSupplierProfile, listSupplierRatings } from "@sleekapp/contracts/supplier";
import { Family, familyNames, techniqueNames } from "@sleekapp/core/garment/model";
import { questionNames } from "@sleekapp/core/rating/model";
import type { PublicRating } from "@sleekapp/core/rating/view";
import type { SupplierProfile } from "@sleekapp/core/supplier/view";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { ProductGrid, ProductGridSkeleton } from "../../features/catalog/product-card.tsx";
import { CertificateList } from "../../features/supplier/certificate-list.tsx";
import { Scorecard } from "../../features/supplier/scorecard.tsx";
import { usePendingHeart } from "../../features/wishlist/saved.ts";
import { countryName } from "../../lib/countries.ts";
import { formatCount } from "../../lib/money.ts";
import { usePages, useRead } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { PageError } from "../../shell/page-error.tsx";
import { Link } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { EmptyState, Loading, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { useTitle } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { DateOn, type Fact, Facts } from "../../ui/value.tsx";

const PAGE = 24;
const RATINGS = 5;

/** A verified supplier: what it makes, what it holds, what has been counted of its work, and its products. */
export function Page() {
  const { slug = "" } = useParams();
  const supplier = useRead(getSupplierProfile, { params: { supplierSlug: slug } });
  useTitle(supplier.data?.companyName);
  usePendingHeart();
  return (
    <div className="gutter mx-auto w-full max-w-7xl py-8 sm:py-10">
      {supplier.error && !supplier.data ? (
        <PageError error={supplier.error} onRetry={() => void supplier.refetch()} />
      ) : supplier.data ? (
        <Supplier key={slug} supplier={supplier.data} />
      ) : (
        <Loading label="Loading the supplier" className="flex flex-col gap-6">
          <Skeleton className="h-10 w-1/2" />
          <SkeletonText lines={6} />
        </Loading>
      )}
    </div>
  );
}

const bandText = ({ from, to }: SupplierProfile["weeklyBand"]): string => {
  if (to === undefined) return `over ${formatCount(from - 1)} pieces a week`;
  return from === 1 ? `up to ${formatCount(to)} pieces a week` : `${formatCount(from)} to ${formatCount(to)} pieces a week`;
};

/** The kinds of garment that are made on other terms than the rest. */
const ownTerms = ({ moq, leadDays, terms }: SupplierProfile): readonly Fact[] =>
  terms
    .filter((one) => one.moq !== moq || one.leadDays !== leadDays)
    .map((one) => ({ label: familyNames[one.family], value: `from ${formatCount(one.moq)} pieces, ${one.leadDays} days` }));

const factsOf = (supplier: SupplierProfile): readonly Fact[] => [
  { label: "Makes", value: supplier.families.map((family) => familyNames[family]).join(", ") },
  ...(supplier.techniques.length > 0
    ? [{ label: "Techniques", value: supplier.techniques.map((technique) => techniqueNames[technique]).join(", ") }]
    : []),
  { label: "Smallest run", value: `${formatCount(supplier.moq)} pieces` },
  { label: "Lead time", value: `${supplier.leadDays} days` },
  ...ownTerms(supplier),
  { label: "Capacity", value: bandText(supplier.weeklyBand) },
  ...(supplier.yearEstablished === undefined ? [] : [{ label: "Founded", value: String(supplier.yearEstablished) }]),
];

const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) => (
  <section aria-labelledby={id}>
    <h2 id={id} className="mb-4 font-serif text-head font-semibold tracking-tight">
      {title}
    </h2>
    {children}
  </section>
);

function Supplier({ supplier }: { readonly supplier: SupplierProfile }) {
  return (
    <div className="flex flex-col gap-12">
      <div className="grid items-start gap-8 lg:grid-cols-2 lg:gap-14">
        <header className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <h1 tabIndex={-1} className="font-serif text-head font-semibold tracking-tight sm:text-display">
              {supplier.companyName}
            </h1>
            <Status tone="done">Verified</Status>
          </div>
          <p className="text-ink-2">
            {supplier.city}, {countryName(supplier.country)}
          </p>
          <p className="measure text-read whitespace-pre-line">{supplier.about}</p>
        </header>
        <Facts facts={factsOf(supplier)} className="tnum" />
      </div>
      <Section id="record" title="What has been counted">
        <Scorecard card={supplier.scorecard} />
      </Section>
      <Section id="certificates" title="Certificates">
        {supplier.certificates.length > 0 ? (
          <CertificateList certificates={supplier.certificates} />
        ) : (
          <p className="text-ink-2">This supplier has named none.</p>
        )}
      </Section>
      <Products slug={supplier.slug} families={supplier.families} />
      <Ratings slug={supplier.slug} />
    </div>
  );
}

/** Its listings, by the filter of the catalogue that this page holds fast. */
function Products({ slug, families }: Pick<SupplierProfile, "slug" | "families">) {
  const [{ family, q }] = useUrlState({ family: "", q: "" });
  const found = usePages(searchProducts, { supplier: slug, ...(family ? { family } : {}), ...(q ? { q } : {}), limit: PAGE });
  const options = Family.options.filter((one) => families.includes(one)).map((one) => ({ value: one, label: familyNames[one] }));
  return (
    <Section id="products" title="Products">
      <FilterBar search={{ label: "Search these products" }} filters={[{ key: "family", label: "Kind", any: "Every kind", options }]} />
      <div>
        <Listings found={found} isFiltered={Boolean(family || q)} />
      </div>
    </Section>
  );
}

type ListingsProps = { readonly found: ReturnType<typeof usePages<typeof searchProducts>>; readonly isFiltered: boolean };

function Listings({ found, isFiltered }: ListingsProps) {
  const { items } = found;
  if (found.error) return <ErrorPanel error={found.error} onRetry={found.retry} />;
  if (items === undefined) return <ProductGridSkeleton count={4} />;
  if (items.length === 0)
    return (
      <EmptyState title={isFiltered ? "Nothing fits" : "Nothing is listed yet"}>
        {isFiltered ? "Take a filter away to see more of this supplier." : <Link to="/quote">Ask for a quote instead</Link>}
      </EmptyState>
    );
  return (
    <>
      <ProductGrid products={items} label="Products of this supplier" heading="h3" />
      <LoadMore more={found.more} shown={`${formatCount(items.length)} of ${formatCount(found.first?.total ?? items.length)} shown`} />
    </>
  );
}

function Ratings({ slug }: { readonly slug: string }) {
  const found = usePages(listSupplierRatings, { limit: RATINGS }, { params: { supplierSlug: slug } });
  if (found.error || !found.items || found.items.length === 0) return null;
  return (
    <Section id="ratings" title="What buyers said">
      <ul className="flex flex-col divide-y divide-line">
        {found.items.map((rating, index) => (
          <li key={index} className="py-4">
            <RatingLine rating={rating} />
          </li>
        ))}
      </ul>
      <LoadMore more={found.more} shown={`${formatCount(found.items.length)} shown`} />
    </Section>
  );
}

const RatingLine = ({ rating: { scores, words, reply, ratedOn } }: { readonly rating: PublicRating }) => (
  <article>
    <p className="tnum flex flex-wrap gap-x-4 text-small text-ink-2">
      {(["quality", "communication", "delivery"] as const).map((question) => (
        <span key={question}>
          {questionNames[question]}: <span className="font-semibold text-ink">{scores[question]}</span> of 5
        </span>
      ))}
      <DateOn on={ratedOn} />
    </p>
    {words ? <p className="measure mt-2 whitespace-pre-line">{words}</p> : null}
    {reply ? (
      <p className="measure mt-2 border-l-2 border-line pl-3 whitespace-pre-line text-ink-2">
        <span className="font-medium text-ink">The supplier: </span>
        {reply}
      </p>
    ) : null}
  </article>
);
