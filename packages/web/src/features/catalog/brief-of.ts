import { garments } from "@sleekapp/core/garment/facts";
import { fabricOf, garmentOf } from "@sleekapp/core/garment/rules";
import type { ProductPage } from "@sleekapp/core/product/view";

/** The address of a quote form that already says what this listing says. */
export function quoteLink(product: ProductPage, quantity: number): string {
  const type = garmentOf(product);
  const fabric = fabricOf(product.fabric);
  return `/quote?${new URLSearchParams({
    product: type,
    quantity: String(Math.max(quantity, product.moq)),
    ...(fabric ? { fabric } : {}),
    ...(product.gsm && product.gsm !== garments[type].gsm ? { gsm: String(product.gsm) } : {}),
    like: `Like “${product.title}” of ${product.supplierName} in the catalogue`,
  })}`;
}
