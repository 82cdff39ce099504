import { getProduct, searchProducts } from "@sleekapp/contracts/catalog";
import { familyNames } from "@sleekapp/core/garment/facts";
import type { ProductPage } from "@sleekapp/core/product/view";
import { useParams } from "react-router";
import { CopyLink } from "../../features/catalog/copy-link.tsx";
import { Gallery } from "../../features/catalog/gallery.tsx";
import { PricePanel } from "../../features/catalog/price-panel.tsx";
import { ProductGrid } from "../../features/catalog/product-card.tsx";
import { useProductData } from "../../features/catalog/structured-data.ts";
import { noteInterestIn, useView } from "../../features/interest/note.ts";
import { AskSupplier } from "../../features/inquiry/ask-supplier.tsx";
import { unitNames } from "../../features/product/kinds.ts";
import { ReadyStock } from "../../features/stock/ready-stock.tsx";
import { SavedHeart } from "../../features/wishlist/heart.tsx";
import { usePendingHeart } from "../../features/wishlist/saved.ts";
import { formatCount } from "../../lib/money.ts";
import { useRead } from "../../lib/query.ts";
import { PageError } from "../../shell/page-error.tsx";
import { Link } from "../../ui/button.tsx";
import { Loading, Skeleton, SkeletonText } from "../../ui/feedback.tsx";
import { useTitle } from "../../ui/page-header.tsx";
import { type Fact, Facts } from "../../ui/value.tsx";

const RELATED = 4;

/** One listing: pictures, what it is made of, what it costs at which quantity, and who makes it. */
export function Page() {
  const { slug = "" } = useParams();
  const product = useRead(getProduct, { params: { slug } });
  useTitle(product.data?.title);
  useProductData(product.data);
  usePendingHeart();
  if (product.error && !product.data) return <Unread error={product.error} onRetry={() => void product.refetch()} />;
  return (
    <div className="gutter mx-auto w-full max-w-7xl py-8 sm:py-10">
      <Link to="/catalog" data-print="none" className="text-small">
        Catalogue
      </Link>
      {product.data ? <Product key={product.data.productId} product={product.data} /> : <ProductSkeleton />}
    </div>
  );
}

const Unread = (props: Parameters<typeof PageError>[0]) => (
  <div className="gutter mx-auto w-full max-w-7xl py-8 sm:py-10">
    <PageError {...props} />
  </div>
);

const ProductSkeleton = () => (
  <Loading label="Loading the product" className="mt-5 grid gap-8 lg:grid-cols-2 lg:gap-14">
    <Skeleton className="aspect-4/5 w-full" />
    <span className="flex flex-col gap-6">
      <Skeleton className="h-10 w-4/5" />
      <SkeletonText lines={6} />
    </span>
  </Loading>
);

const countryName = (code: string): string => new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;

const factsOf = (product: ProductPage): readonly Fact[] =>
  [
    { label: "Kind", value: [familyNames[product.family], product.category, product.subcategory].filter(Boolean).join(", ") },
    { label: "Fabric", value: product.fabric },
    { label: "Composition", value: product.composition },
    { label: "Cloth weight", value: product.gsm === undefined ? undefined : `${product.gsm} g/m²` },
    { label: "Gauge", value: product.gauge === undefined ? undefined : `${product.gauge} needles an inch` },
    { label: "Sizes", value: product.sizes.join(" · ") },
    { label: "Colours", value: product.colours.join(", ") },
    { label: "Smallest run", value: `${formatCount(product.moq)} ${unitNames[product.unit ?? "piece"][1]}` },
    { label: "Lead time", value: `${product.leadDays} days` },
    { label: "Shipping weight", value: product.weightGrams === undefined ? undefined : `${formatCount(product.weightGrams)} g` },
    { label: "Ships from", value: product.shipsFrom ? countryName(product.shipsFrom) : undefined },
    {
      label: "Rating",
      value: product.rating ? `${(product.rating.hundredths / 100).toFixed(1)} of 5, from ${product.rating.of} orders` : undefined,
    },
    {
      label: "Made by",
      value: (
        <>
          {product.supplierSlug ? <Link to={`/suppliers/${product.supplierSlug}`}>{product.supplierName}</Link> : product.supplierName}
          {product.supplierCountry ? `, ${countryName(product.supplierCountry)}` : null}
        </>
      ),
    },
    ...(product.specifications ?? []).map(({ name, value }) => ({ label: name, value })),
  ].filter((fact) => fact.value !== undefined && fact.value !== "");

function Product({ product }: { readonly product: ProductPage }) {
  const { productId } = product;
  useView(productId);
  return (
    <>
      <div className="mt-5 grid items-start gap-8 lg:grid-cols-2 lg:gap-14">
        <Gallery pictures={product.pictures} colours={product.colours} title={product.title} onChoose={() => noteInterestIn(productId, "swatch")} />
        <div className="flex min-w-0 flex-col gap-7">
          <header>
            <h1 tabIndex={-1} className="font-serif text-head font-semibold tracking-tight sm:text-display">
              {product.title}
            </h1>
            <p className="mt-2 text-ink-2">
              {product.supplierName}, from {formatCount(product.moq)} pieces, {product.leadDays} days
            </p>
          </header>
          <PricePanel product={product} />
          <ReadyStock product={product} />
          <p className="measure text-read whitespace-pre-line">{product.description}</p>
          {product.features && product.features.length > 0 ? (
            <ul aria-label="Features" className="measure list-disc pl-5">
              {product.features.map((feature) => (
                <li key={feature}>{feature}</li>
              ))}
            </ul>
          ) : null}
          {product.videoUrl ? (
            <a href={product.videoUrl} target="_blank" rel="noopener noreferrer nofollow" className="self-start underline underline-offset-4">
              Watch the film (another site)
            </a>
          ) : null}
          <Facts facts={factsOf(product)} className="tnum" />
          <div data-print="none" className="flex flex-wrap items-center gap-3">
            <AskSupplier product={product} />
            <SavedHeart product={product} look="word" />
            <CopyLink onCopy={() => noteInterestIn(productId, "share")} />
          </div>
        </div>
      </div>
      <Related product={product} />
    </>
  );
}

/** A few others of the same family; the page is whole without them. */
function Related({ product: { family, slug } }: { readonly product: ProductPage }) {
  const found = useRead(searchProducts, { query: { family, limit: RELATED + 1 } });
  const others = (found.data?.items ?? []).filter((one) => one.slug !== slug).slice(0, RELATED);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="related" data-print="none" className="mt-16">
      <h2 id="related" className="mb-6 font-serif text-head font-semibold tracking-tight">
        More of this kind
      </h2>
      <ProductGrid products={others} label="More of this kind" heading="h3" />
    </section>
  );
}
