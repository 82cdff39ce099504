import { type Family, familyOf } from "../../garment/model.ts";
import type { Money } from "../../kernel/money.ts";
import type { Answers, Facts } from "../../product-import/model.ts";
import type { Grouped, GroupedImage } from "./group.ts";
import type { Option } from "./options.ts";
import { deriveSku } from "./sku.ts";

/** What a product must have and a shop's file often lacks; each is asked once for the whole file. */
export const asked = ["family", "moq", "leadDays", "alt"] as const;
export type Asked = (typeof asked)[number];

/** A question to the owner: which field, for how many products, and where in the file the first of them is. */
export type Need = { readonly field: Asked; readonly products: number; readonly firstLine: number };

export type VariantDraft = {
  readonly line: number;
  readonly sku: string;
  readonly isSkuDerived: boolean;
  readonly options: readonly Option[];
  readonly price: Money;
  readonly stock: number | undefined;
};

export type ImageDraft = Omit<GroupedImage, "alt"> & { readonly alt: string };

/** A product that lacks nothing: importing it makes exactly this. */
export type ProductDraft = Omit<Grouped, "variants" | "images" | "moq" | "leadDays" | "family"> & {
  readonly family: Family;
  readonly moq: number;
  readonly leadDays: number;
  readonly variants: readonly VariantDraft[];
  readonly images: readonly ImageDraft[];
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
};

/** A product that waits for answers, and which. */
export type WaitingProduct = { readonly line: number; readonly handle: string; readonly title: string; readonly lacks: readonly Asked[] };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

type Rule = Answers["rules"][number];

const words = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const fits: Readonly<Record<Rule["by"], (product: Grouped, value: string) => boolean>> = {
  type: ({ type }, value) => type !== undefined && same(type, value),
  tag: ({ tags }, value) => tags.some((tag) => same(tag, value)),
  title: ({ title }, value) => words(title).includes(words(value)),
};

/** What is known of a product: its own columns first, then the rules in their order, then what is said of all. */
function factsOf(product: Grouped, { rules, defaults }: Answers) {
  const fitting = rules.filter(({ by, value }) => fits[by](product, value));
  const sources: readonly Facts[] = [...fitting, defaults];
  const first = <F extends keyof Facts>(field: F): Facts[F] => sources.find((source) => source[field] !== undefined)?.[field];
  const garment = product.garment ?? first("garment");
  return {
    garment,
    family: product.family ?? (garment === undefined ? first("family") : familyOf(garment)),
    fabric: product.fabric ?? first("fabric"),
    moq: product.moq ?? first("moq"),
    leadDays: product.leadDays ?? first("leadDays"),
  };
}

function variantsOf({ handle, variants }: Grouped, taken: Set<string>): readonly VariantDraft[] {
  return variants.map(({ sku: given, ...variant }) => {
    const sku =
      given ??
      deriveSku(
        handle,
        variant.options.map(({ value }) => value),
        taken,
      );
    taken.add(sku);
    return { ...variant, sku, isSkuDerived: given === undefined };
  });
}

/** The values of an option in the order of the file, under any of its usual names. */
const valuesNamed = ({ variants }: Grouped, name: RegExp): readonly string[] => [
  ...new Set(variants.flatMap(({ options }) => options.filter((option) => name.test(option.name)).map(({ value }) => value))),
];

function imagesOf({ title, images }: Grouped, altFromTitle: boolean): readonly ImageDraft[] | undefined {
  const drafts = images.map(({ alt, ...image }) => ({ ...image, alt: alt ?? (altFromTitle ? title : "") }));
  return drafts.every(({ alt }) => alt !== "") ? drafts.toSorted((a, b) => a.position - b.position) : undefined;
}

/** The whole product, or what it lacks. `taken` are the SKUs that are used already; it gains the derived ones. */
export function complete(product: Grouped, answers: Answers, taken: Set<string>): ProductDraft | WaitingProduct {
  const { family, moq, leadDays, garment, fabric } = factsOf(product, answers);
  const images = imagesOf(product, answers.altFromTitle);
  const variants = variantsOf(product, taken);
  if (family === undefined || moq === undefined || leadDays === undefined || images === undefined) {
    const found = { family, moq, leadDays, alt: images };
    const { line, handle, title } = product;
    return { line, handle, title, lacks: asked.filter((field) => found[field] === undefined) };
  }
  const sizes = valuesNamed(product, /^sizes?$/i);
  const colours = valuesNamed(product, /^colou?rs?$/i);
  return { ...product, garment, fabric, family, moq, leadDays, variants, images, sizes, colours };
}
