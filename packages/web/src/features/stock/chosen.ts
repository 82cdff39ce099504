import { priceAt } from "@sleekapp/core/product/facts";
import type { ProductPage } from "@sleekapp/core/product/view";
import { cellName } from "@sleekapp/core/stock/facts";
import type { ReadyLine } from "@sleekapp/core/stock/view";
import { times, usd } from "@sleekapp/core/kernel/cents";
import { formatCount } from "../../lib/money.ts";

/** Pieces that are wanted of each SKU, as they stand in the address: `?navy/m=12`. */
export type Chosen = Readonly<Record<string, number>>;

/** What an address says is wanted, of what there is; anything that is no number of pieces is nothing. */
export function chosenIn(search: URLSearchParams, items: readonly ReadyLine[]): Chosen {
  return Object.fromEntries(
    items.flatMap(({ sku }) => {
      const quantity = Number(search.get(sku));
      return Number.isInteger(quantity) && quantity > 0 ? [[sku, quantity]] : [];
    }),
  );
}

/** The address of the page on which these pieces are ordered. */
export function buyLink(slug: string, chosen: Chosen): string {
  const search = new URLSearchParams(Object.entries(chosen).flatMap(([sku, quantity]) => (quantity > 0 ? [[sku, String(quantity)]] : [])));
  return `/app/buy/${slug}?${search.toString()}`;
}

/** What the chosen pieces come to: the break that all of them together reach, as the API reckons it. */
export function summed(product: Pick<ProductPage, "price" | "breaks" | "moq">, chosen: Chosen) {
  const quantity = Object.values(chosen).reduce((all, one) => all + one, 0);
  const each = priceAt(product.price, product.breaks, quantity);
  return { quantity, each, total: quantity === 0 ? usd(0) : times(each, quantity) };
}

/** Why the chosen pieces cannot be ordered as they are; undefined when they can. */
export function problemOf(product: Pick<ProductPage, "moq">, chosen: Chosen, items: readonly ReadyLine[]): string | undefined {
  const short = items.find(({ sku, sellable }) => (chosen[sku] ?? 0) > sellable);
  if (short) return `Of ${cellName(short)} there are ${formatCount(short.sellable)} left.`;
  const quantity = Object.values(chosen).reduce((all, one) => all + one, 0);
  return quantity < product.moq ? `This one is sold from ${formatCount(product.moq)} pieces on, sizes and colours together.` : undefined;
}
