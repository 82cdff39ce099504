import { familyNames } from "@sleekapp/core/garment/model";
import { Draft } from "@sleekapp/core/product/model";
import type { ReactNode } from "react";
import { countryName } from "../../lib/countries.ts";
import { formatCount } from "../../lib/money.ts";
import { Amount } from "../../ui/value.tsx";
import { typeNames, unitNames } from "./kinds.ts";

/** What each field of a listing is called. */
const names: Readonly<Record<string, string>> = {
  pictures: "Pictures",
  title: "Title",
  description: "Description",
  type: "What is sold",
  family: "Family",
  category: "Category",
  subcategory: "Within it",
  fabric: "Fabric",
  composition: "Composition",
  gsm: "Weight",
  gauge: "Gauge",
  sizes: "Sizes",
  colours: "Colours",
  features: "Features",
  specifications: "Specifications",
  price: "Price",
  breaks: "Price breaks",
  moq: "Minimum order",
  unit: "Sold by",
  leadDays: "Lead time",
  shipsFrom: "Ships from",
  weightGrams: "Shipping weight",
  variants: "Variants",
  keywords: "Keywords",
  metaDescription: "Text for search engines",
  videoUrl: "Film",
};

export const fieldName = (field: string): string => names[field] ?? field;

const lines = (all: readonly ReactNode[]): ReactNode => (
  <ul>
    {all.map((one, index) => (
      <li key={index}>{one}</li>
    ))}
  </ul>
);

type Shown = { readonly [F in keyof Draft]?: (value: NonNullable<Draft[F]>) => ReactNode };

/** Fields that are a whole number, with its unit. */
const numbers: Readonly<Record<string, (value: number) => string>> = {
  gsm: (gsm) => `${formatCount(gsm)} g/m²`,
  gauge: (gauge) => `${gauge} needles an inch`,
  weightGrams: (grams) => `${formatCount(grams)} g`,
};

const shown: Shown = {
  type: (type) => typeNames[type],
  family: (family) => familyNames[family],
  sizes: (sizes) => sizes.join(", "),
  colours: (colours) => colours.join(", "),
  features: lines,
  specifications: (all) => lines(all.map(({ name, value }) => `${name}: ${value}`)),
  price: (price) => <Amount money={price} />,
  breaks: (breaks) =>
    lines(
      breaks.map(({ from, price }) => (
        <>
          from {formatCount(from)}: <Amount money={price} />
        </>
      )),
    ),
  unit: (unit) => unitNames[unit][0],
  leadDays: (days) => `${formatCount(days)} days`,
  shipsFrom: (code) => (code.length === 2 ? countryName(code) : code),
  variants: (variants) => `${formatCount(variants.length)} variants`,
  keywords: (keywords) => keywords.join(", "),
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Of pictures how many, of a number what it counts. */
function amountOf(field: string, value: unknown): ReactNode {
  if (Array.isArray(value)) return `${formatCount(value.length)} pictures`;
  if (typeof value !== "number") return undefined;
  const written = numbers[field];
  return written ? written(value) : formatCount(value);
}

/** A field's value as people read it; a count of what is only kept as a count, and plain text otherwise. */
export function fieldValue(field: string, value: unknown): ReactNode {
  if (value === undefined || value === null) return undefined;
  if (field === "pictures" || typeof value === "number") return amountOf(field, value);
  const parsed = Draft.safeParse({ [field]: value });
  const [, said] = Object.entries(shown).find(([name]) => name === field) ?? [];
  // The schema has just said that the value is this field's, and the table holds a reader for each field's own kind of value.
  const read = said as ((one: unknown) => ReactNode) | undefined;
  return parsed.success && read ? read(value) : textOf(value);
}
