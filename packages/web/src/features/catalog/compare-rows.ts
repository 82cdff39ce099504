import { priceAt } from "@sleekapp/core/product/rules";
import type { ProductPage } from "@sleekapp/core/product/view";
import { formatCount, formatMoney } from "../../lib/money.ts";

/** One line of a comparison: what each product says, and whether they say different things. */
export type CompareRow = { readonly label: string; readonly values: readonly string[]; readonly differs: boolean };

const NONE = "Not stated";
const listed = (words: readonly string[]): string => (words.length === 0 ? NONE : words.join(", "));

const priceFor = ({ price, breaks, moq }: ProductPage, quantity: number): string =>
  quantity < moq ? `From ${formatCount(moq)} pieces` : formatMoney(priceAt(price, breaks, quantity));

type Line = { readonly label: string; readonly of: (product: ProductPage) => string };

const lines: readonly Line[] = [
  { label: "Smallest run", of: ({ moq }) => `${formatCount(moq)} pieces` },
  { label: "Lead time", of: ({ leadDays }) => `${formatCount(leadDays)} days` },
  { label: "Fabric", of: ({ fabric }) => fabric },
  { label: "Composition", of: ({ composition }) => composition ?? NONE },
  { label: "Cloth weight", of: ({ gsm }) => (gsm === undefined ? NONE : `${gsm} g/m²`) },
  { label: "Sizes", of: ({ sizes }) => listed(sizes) },
  { label: "Colours", of: ({ colours }) => listed(colours) },
  { label: "Supplier", of: ({ supplierName }) => supplierName },
];

/** Products side by side at a quantity; a listing that is not made in so few says from how many it is. */
export function compareRows(products: readonly ProductPage[], quantity: number): readonly CompareRow[] {
  const price: Line = { label: `A piece, at ${formatCount(quantity)}`, of: (product) => priceFor(product, quantity) };
  return [price, ...lines].map(({ label, of }) => {
    const values = products.map(of);
    return { label, values, differs: new Set(values).size > 1 };
  });
}

/** The quantity to begin with: the smallest that all of them are made in. */
export const commonRun = (products: readonly ProductPage[]): number => Math.max(1, ...products.map(({ moq }) => moq));
