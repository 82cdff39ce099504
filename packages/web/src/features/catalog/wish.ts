import { facetNames } from "@sleekapp/core/search/facts";
import type { FacetName } from "@sleekapp/core/search/model";
import type { Facets } from "@sleekapp/core/search/view";
import { formatCount, formatMoney } from "../../lib/money.ts";

/** Everything that can be chosen in the catalogue, as it stands in the address; a facet's values are divided by commas. */
export const none = {
  q: "",
  family: "",
  category: "",
  fibre: "",
  gsm: "",
  gauge: "",
  colour: "",
  size: "",
  certificate: "",
  country: "",
  supplier: "",
  stock: "",
  quantity: "",
  minPrice: "",
  maxPrice: "",
  moq: "",
  leadDays: "",
  rating: "",
  sort: "",
} as const;
export type Wish = { readonly [K in keyof typeof none]: string };
export type Change = { readonly [K in keyof typeof none]?: string };

export const facetWords: Readonly<Record<FacetName, string>> = {
  family: "Kind",
  category: "Category",
  fibre: "Fibre",
  gsm: "Cloth weight",
  gauge: "Gauge",
  colour: "Colour",
  size: "Size",
  certificate: "Certificate",
  country: "Ships from",
  supplier: "Supplier",
  stock: "Stock",
};

/** The values of a facet that are chosen. */
export const chosenIn = (text: string): readonly string[] => (text === "" ? [] : text.split(","));

/** The facet's part of the address with a value chosen, or left out again; what is chosen last stands last. */
export const withValue = (text: string, value: string, on: boolean): string =>
  [...chosenIn(text).filter((one) => one !== value), ...(on ? [value] : [])].join(",");

export type Chip = { readonly id: string; readonly label: string; readonly without: Change };

const money = (cents: string): string => formatMoney({ amount: Number(cents), currency: "USD" });

type Range = "quantity" | "minPrice" | "maxPrice" | "moq" | "leadDays" | "rating";
const ranges: Readonly<Record<Range, (value: string) => string>> = {
  quantity: (value) => `For ${formatCount(Number(value))} pieces`,
  minPrice: (value) => `From ${money(value)}`,
  maxPrice: (value) => `Up to ${money(value)}`,
  moq: (value) => `Runs from ${formatCount(Number(value))} pieces or fewer`,
  leadDays: (value) => `Within ${value} days`,
  rating: (value) => `Rated ${value} of 5 or better`,
};
const isRange = (key: string): key is Range => key in ranges;

function chipsOf(key: string, wish: Wish, facets: Facets | undefined): Chip[] {
  if (isRange(key)) return wish[key] === "" ? [] : [{ id: key, label: ranges[key](wish[key]), without: { [key]: "" } }];
  const facet = facetNames.find((name) => name === key);
  if (!facet) return [];
  return chosenIn(wish[facet]).map((value) => ({
    id: `${key} ${value}`,
    label: `${facetWords[facet]}: ${facets?.[facet]?.find((one) => one.value === value)?.label ?? value}`,
    without: { [key]: withValue(wish[facet], value, false) },
  }));
}

/** What is chosen, in the order it came into the address: the last one was chosen last. */
export const chips = (order: Iterable<string>, wish: Wish, facets: Facets | undefined): Chip[] =>
  [...new Set(order)].flatMap((key) => chipsOf(key, wish, facets));
