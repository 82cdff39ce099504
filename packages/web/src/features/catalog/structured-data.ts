import type { ProductPage } from "@sleekapp/core/product/view";
import { renditionAt } from "@sleekapp/core/upload/facts";
import { useEffect } from "react";
import { amountText } from "../../lib/money.ts";

/** What search engines are told about a listing: only what the page itself shows; a rating only where buyers have given one. */
export function productData(product: ProductPage, origin: string) {
  const prices = [product.price, ...product.breaks.map((step) => step.price)];
  const [low, high] = [Math.min(...prices.map((price) => price.amount)), Math.max(...prices.map((price) => price.amount))];
  const { currency } = product.price;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: product.metaDescription || product.description,
    category: product.category,
    material: product.fabric,
    brand: { "@type": "Brand", name: product.supplierName },
    image: product.pictures.map((picture) => `${origin}${renditionAt(picture, Infinity, "jpeg")}`),
    url: `${origin}/catalog/${product.slug}`,
    ...(product.rating
      ? {
          aggregateRating: {
            "@type": "AggregateRating",
            ratingValue: (product.rating.hundredths / 100).toFixed(2),
            ratingCount: product.rating.of,
            bestRating: 5,
            worstRating: 1,
          },
        }
      : {}),
    offers: {
      "@type": "AggregateOffer",
      priceCurrency: currency,
      lowPrice: amountText(low, currency),
      highPrice: amountText(high, currency),
      offerCount: prices.length,
    },
  };
}

/** Puts the data of a listing into the head while its page is shown. */
export function useProductData(product: ProductPage | undefined): void {
  useEffect(() => {
    if (!product) return undefined;
    const script = document.createElement("script");
    script.type = "application/ld+json";
    script.textContent = JSON.stringify(productData(product, window.location.origin));
    document.head.append(script);
    return () => script.remove();
  }, [product]);
}
