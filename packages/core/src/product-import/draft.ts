import { isDeepStrictEqual } from "node:util";
import { usd } from "../kernel/money.ts";
import { sha256 } from "../ports/crypto.ts";
import type { OwnProduct, ProductDraft } from "../product/csv/index.ts";
import { Draft, type Variant } from "../product/model.ts";

/** A product of the plan: a new handle, or a listing that the file names by its id. */
export type Planned = { readonly kind: "product"; readonly product: ProductDraft } | { readonly kind: "own"; readonly product: OwnProduct };

const firstOf = (values: readonly string[], most: number, longest: number): string[] =>
  values.filter((value) => value.length <= longest).slice(0, most);

const variantOf = ({ sku, options, stock }: ProductDraft["variants"][number]): Variant => ({
  sku: sku.slice(0, 80),
  options: Object.fromEntries(options.map(({ name, value }) => [name.slice(0, 40), value.slice(0, 80)])),
  stock: stock ?? 0,
});

/** What a file says of a product, as a listing; prices start at the cheapest variant. */
function said(product: ProductDraft): Draft {
  const price = usd(Math.min(...product.variants.map((variant) => variant.price.amount)));
  return Draft.parse({
    title: product.title.slice(0, 140),
    description: product.description.slice(0, 5_000),
    family: product.family,
    category: (product.type ?? product.family).slice(0, 60),
    fabric: product.fabric ?? "As described",
    ...(product.gsm ? { gsm: product.gsm } : {}),
    price,
    moq: product.moq,
    leadDays: product.leadDays,
    sizes: firstOf(product.sizes, 30, 20),
    colours: firstOf(product.colours, 40, 40),
  });
}

/** The listing that a product of a file becomes. */
export const newDraft = (product: ProductDraft): Draft => ({ ...said(product), breaks: [], variants: product.variants.slice(0, 200).map(variantOf) });

type Stocked = Omit<Variant, "stock"> & { readonly stock: number | undefined };

/** Variants are known by their SKU: those of the file are changed or added, those it does not name stay. */
function mergeVariants(before: readonly Variant[], named: readonly Stocked[]): Variant[] {
  const bySku = new Map(named.map((variant) => [variant.sku, variant]));
  const kept = before.map((variant) => {
    const now = bySku.get(variant.sku);
    bySku.delete(variant.sku);
    return now ? { ...variant, options: { ...variant.options, ...now.options }, stock: now.stock ?? variant.stock } : variant;
  });
  return [...kept, ...[...bySku.values()].map(({ stock = 0, ...variant }) => ({ ...variant, stock }))].slice(0, 200);
}

const stockedOf = (variant: ProductDraft["variants"][number]): Stocked => ({ ...variantOf(variant), stock: variant.stock });

/** Files have one kind of line break; a text that differs in nothing else is the same. */
const plain = (value: unknown): unknown => (typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : value);

function merge(before: Draft, now: Draft, variants: readonly Stocked[]): Draft {
  const news = Object.entries(now).filter(([field, value]) => {
    const old = Object.entries(before).find(([name]) => name === field)?.[1];
    return !isDeepStrictEqual(plain(old), plain(value)) && !(Array.isArray(value) && value.length === 0);
  });
  const merged = mergeVariants(before.variants ?? [], variants);
  return Draft.parse({ ...before, ...Object.fromEntries(news), ...(before.variants || merged.length > 0 ? { variants: merged } : {}) });
}

/** A listing as it is, with what the file says over it; the same when the file says nothing new. */
export const mergedDraft = (before: Draft, planned: Planned): Draft =>
  planned.kind === "own"
    ? merge(before, planned.product.draft, planned.product.variants)
    : merge(before, said(planned.product), planned.product.variants.map(stockedOf));

/** Everything but where in the file it stands: two files that say the same of a product have the same. */
export function fingerprint({ kind, product }: Planned): string {
  const { line: _line, ...rest } = product;
  const variants = product.variants.map((variant) => ("line" in variant ? { ...variant, line: 0 } : variant));
  return sha256(JSON.stringify([kind, { ...rest, variants }])).slice(0, 24);
}
