import type { FoundCard as Product } from "@sleekapp/core/search/view";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatCount } from "../../lib/money.ts";
import { Loading, Skeleton } from "../../ui/feedback.tsx";
import { Drawn } from "../../ui/drawn.tsx";
import { Price } from "../../ui/value.tsx";
import { Approx } from "../currency/approx.tsx";
import { useHover } from "../interest/note.ts";
import { SavedHeart } from "../wishlist/heart.tsx";
import { ProductPicture } from "./picture.tsx";

const sizes = "(min-width: 1024px) 18rem, (min-width: 640px) 33vw, 50vw";

type CardProps = {
  readonly product: Product;
  readonly heading?: "h2" | "h3";
  /** What else can be done with it, beneath. */
  readonly tools?: ((product: Product) => ReactNode) | undefined;
};

/** A listing as a buyer compares it: what it costs, from how many pieces, in how many days. */
export function ProductCard({ product, heading: Heading = "h2", tools }: CardProps) {
  const hover = useHover(product.productId);
  return (
    <article {...hover} className="relative flex flex-col gap-2.5">
      <div className="relative aspect-4/5 overflow-hidden rounded-panel border border-line bg-sunken">
        <ProductPicture picture={product.picture} colours={product.colours} sizes={sizes} />
        <div className="absolute inset-x-2 bottom-2 flex flex-wrap gap-1">
          {product.stock ? <p className={mark}>{product.stock === "in" ? "In stock" : "Sold out"}</p> : null}
          <Drawn picture={product.picture} className={mark} />
        </div>
      </div>
      <div className="min-w-0">
        <Heading className="font-medium text-pretty">
          <Link to={`/catalog/${product.slug}`} className="after:absolute after:inset-0 hover:underline">
            {product.title}
          </Link>
        </Heading>
        <p className="text-small text-ink-3">{product.supplierName}</p>
        <p className="mt-1">
          <Price money={product.priceAt ?? product.price} per="piece" />
          <Approx money={product.priceAt ?? product.price} />
          {product.priceAt ? <span className="block text-small text-ink-3">at the quantity you need</span> : null}
        </p>
        <p className="tnum flex flex-wrap gap-x-3 text-small text-ink-2">
          <span className="whitespace-nowrap">From {formatCount(product.moq)} pieces</span>
          <span className="whitespace-nowrap">{product.leadDays} days</span>
          {product.rating ? <span className="whitespace-nowrap">{(product.rating.hundredths / 100).toFixed(1)} of 5</span> : null}
        </p>
        {tools ? <div data-print="none">{tools(product)}</div> : null}
      </div>
      <div className="absolute top-2 right-2 z-1">
        <SavedHeart product={product} look="card" />
      </div>
    </article>
  );
}

/** What is said on the picture: whether it can be had at once, unless it is only made to order, and whether it is no photo. */
const mark = "rounded-control border border-line bg-surface px-2 py-0.5 text-small font-medium";

const grid = "grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-5 lg:grid-cols-4";

type ProductGridProps = {
  readonly products: readonly Product[];
  readonly label: string;
  readonly heading?: "h2" | "h3";
  readonly className?: string;
  readonly tools?: CardProps["tools"];
};

/** Listings side by side. */
export const ProductGrid = ({ products, label, heading = "h2", className, tools }: ProductGridProps) => (
  <ul aria-label={label} className={clsx(grid, className)}>
    {products.map((product) => (
      <li key={product.productId}>
        <ProductCard product={product} heading={heading} tools={tools} />
      </li>
    ))}
  </ul>
);

/** The shape of a grid that is still to come. */
export const ProductGridSkeleton = ({ count }: { readonly count: number }) => (
  <Loading label="Loading products" className={grid}>
    {Array.from({ length: count }, (_, index) => (
      <span key={index} className="flex flex-col gap-2.5">
        <Skeleton className="aspect-4/5 w-full" />
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
      </span>
    ))}
  </Loading>
);
