import { familyNames } from "../garment/model.ts";
import type { Money } from "../kernel/money.ts";
import type { ProductPage } from "../product/view.ts";
import type { Entry, FacetName } from "./model.ts";

/** A value a listing has, by the key that stands in addresses and the word people read. */
export type Named = { readonly value: string; readonly label: string };

const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The key of what a supplier wrote: `T-Shirts` and `t-shirts ` are one category. */
export const keyOf = (text: string): string =>
  plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "")
    .slice(0, 80);

const written = (text: string): Named[] => (keyOf(text) === "" ? [] : [{ value: keyOf(text), label: text.trim() }]);

type Words = readonly (readonly [value: string, label: string, words: RegExp])[];

/** Fibres by the words that name them; one word may name a kind and what it is a kind of, as merino is wool. */
const fibres: Words = [
  ["cotton", "Cotton", /cotton|denim|pima|supima|corduroy|\bpoly-?cotton/u],
  ["organic-cotton", "Organic cotton", /organic[\s\w]{0,12}cotton/u],
  ["linen", "Linen", /linen|flax/u],
  ["hemp", "Hemp", /hemp/u],
  ["wool", "Wool", /wool|merino|cashmere|alpaca|mohair/u],
  ["merino", "Merino wool", /merino/u],
  ["cashmere", "Cashmere", /cashmere/u],
  ["silk", "Silk", /silk/u],
  ["viscose", "Viscose, modal, lyocell", /viscose|rayon|modal|lyocell|tencel|bamboo|cupro/u],
  ["polyester", "Polyester", /polyester|\bpoly\b|poly-?cotton|microfib(?:re|er)/u],
  ["nylon", "Nylon", /nylon|polyamide|taslan/u],
  ["acrylic", "Acrylic", /acrylic/u],
  ["elastane", "Elastane", /elastane|spandex|lycra/u],
  ["recycled", "Recycled fibre", /recycled|\brpet\b/u],
];

/** The colours people look for, by the words suppliers call their shades. */
const colours: Words = [
  ["black", "Black", /black|jet|ebony|onyx/u],
  ["white", "White", /white|optic|chalk|snow/u],
  ["cream", "Cream and natural", /cream|ivory|ecru|natural|oatmeal|off-?white|undyed|vanilla|bone|chalk/u],
  ["grey", "Grey", /gr[ea]y|charcoal|silver|slate|ash\b|anthracite|graphite/u],
  ["navy", "Navy", /navy|midnight|ink\b/u],
  ["blue", "Blue", /blue|denim|indigo|cobalt|royal|sky|azure|teal|petrol|ocean|aqua|turquoise/u],
  ["green", "Green", /green|olive|khaki|sage|forest|moss|mint|bottle|emerald|lime\b/u],
  ["red", "Red", /\bred|scarlet|crimson|burgundy|maroon|wine|cherry|bordeaux|brick/u],
  ["pink", "Pink", /pink|rose\b|blush|fuchsia|magenta|coral|salmon/u],
  ["purple", "Purple", /purple|violet|lilac|lavender|plum|aubergine|mauve/u],
  ["orange", "Orange", /orange|rust|terracotta|apricot|peach|copper|amber/u],
  ["yellow", "Yellow", /yellow|mustard|lemon|gold|saffron|turmeric|sun\b/u],
  ["brown", "Brown and beige", /brown|beige|camel|tan\b|sand|stone|chocolate|coffee|taupe|mocha|biscuit|tobacco/u],
];

const namesIn = (words: Words, text: string): Named[] => words.flatMap(([value, label, pattern]) => (pattern.test(text) ? [{ value, label }] : []));

/** A shade no colour is named in is of its own kind, so that every shade can be chosen. */
const OTHER_COLOUR: Named = { value: "other", label: "Other colours" };

function coloursIn(shades: readonly string[]): Named[] {
  const found = shades.flatMap((shade) => {
    const named = namesIn(colours, plain(shade));
    return named.length > 0 ? named : [OTHER_COLOUR];
  });
  return [...new Map(found.map((one) => [one.value, one])).values()];
}

/** Cloth weights in grams a square metre: each range begins at its figure and ends before the next. */
const weights = [
  [0, "Under 140 gsm"],
  [140, "140 to 179 gsm"],
  [180, "180 to 219 gsm"],
  [220, "220 to 279 gsm"],
  [280, "280 to 349 gsm"],
  [350, "350 gsm and more"],
] as const;

function weightOf(gsm: number): Named {
  const [from, label] = weights.findLast(([start]) => start <= gsm) ?? weights[0];
  return { value: `from-${from}`, label };
}

const sizeWords: Readonly<Record<string, string>> = {
  small: "S",
  medium: "M",
  large: "L",
  xxl: "2XL",
  xxxl: "3XL",
  xxxxl: "4XL",
  xxs: "2XS",
  "one-size": "One size",
  os: "One size",
};
const sizeOrder = ["2xs", "xs", "s", "m", "l", "xl", "2xl", "3xl", "4xl", "5xl"];

function sizeOf(text: string): Named[] {
  const key = keyOf(text);
  const label = sizeWords[key] ?? text.trim().toUpperCase();
  return key === "" ? [] : [{ value: keyOf(label), label }];
}

const regions = new Intl.DisplayNames("en-GB", { type: "region" });

function countryOf(code: string): Named[] {
  if (!/^[A-Za-z]{2}$/u.test(code)) return [];
  const upper = code.toUpperCase();
  return [{ value: upper.toLowerCase(), label: regions.of(upper) ?? upper }];
}

const standings = {
  in: { value: "in-stock", label: "In stock" },
  out: { value: "sold-out", label: "Sold out" },
  none: { value: "made-to-order", label: "Made to order" },
} as const satisfies Record<string, Named>;

const unique = (named: readonly Named[]): Named[] => [...new Map(named.map((one) => [one.value, one])).values()];

type Read = (entry: Entry, today: string) => Named[];
const readers: Readonly<Record<FacetName, Read>> = {
  family: ({ page }) => [{ value: page.family, label: familyNames[page.family] }],
  category: ({ page }) => written(page.category),
  fibre: ({ page }) => namesIn(fibres, plain(`${page.fabric} ${page.composition ?? ""}`)),
  gsm: ({ page }) => (page.gsm === undefined ? [] : [weightOf(page.gsm)]),
  gauge: ({ page }) => (page.gauge === undefined ? [] : [{ value: String(page.gauge), label: `${page.gauge} gauge` }]),
  colour: ({ page }) => coloursIn(page.colours),
  size: ({ page }) => unique(page.sizes.flatMap(sizeOf)),
  certificate: ({ certificates }, today) => unique(certificates.filter(({ expiresOn }) => expiresOn >= today).flatMap(({ name }) => written(name))),
  country: ({ page }) => countryOf(page.shipsFrom ?? page.supplierCountry ?? ""),
  // By its name in addresses where it has one: two companies may be called alike, and one may change what it is called.
  stock: ({ page }) => [standings[page.stock ?? "none"]],
  supplier: ({ page }) => (page.supplierSlug ? [{ value: page.supplierSlug, label: page.supplierName }] : written(page.supplierName)),
};

/** The values of a facet that a listing has on a day (a certificate counts up to its last); no value twice. */
export const valuesOf = (facet: FacetName, entry: Entry, today: string): readonly Named[] => readers[facet](entry, today);

const rank = (order: readonly string[], value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
const weightOrder = weights.map(([from]) => `from-${from}`);

type Counted = Named & { readonly count: number };

/** Weights, gauges and sizes in their own order, everything else with the most frequent first. */
export function inOrder(facet: FacetName, values: readonly Counted[]): Counted[] {
  const byCount = (a: Counted, b: Counted) => b.count - a.count || a.label.localeCompare(b.label, "en", { numeric: true });
  const byLabel = (a: Counted, b: Counted) => a.label.localeCompare(b.label, "en", { numeric: true });
  if (facet === "gsm") return values.toSorted((a, b) => rank(weightOrder, a.value) - rank(weightOrder, b.value));
  if (facet === "gauge") return values.toSorted(byLabel);
  if (facet === "size") return values.toSorted((a, b) => rank(sizeOrder, a.value) - rank(sizeOrder, b.value) || byLabel(a, b));
  return values.toSorted(byCount);
}

/** What one piece costs at a quantity, or at the smallest run when none is asked for. */
export function unitPrice({ price, breaks }: Pick<ProductPage, "price" | "breaks">, quantity: number | undefined): Money {
  let reached = { from: 0, price };
  if (quantity === undefined) return price;
  for (const step of breaks) if (step.from <= quantity && step.from >= reached.from) reached = step;
  return reached.price;
}
