import { type Family, familyOf } from "../../garment/model.ts";
import type { Money } from "../../kernel/money.ts";
import type { Answers, Facts } from "../../product-import/model.ts";
import { type Grouped, groupRows } from "./group.ts";
import type { Option } from "./options.ts";
import { type ReadRow, readRows } from "./read.ts";
import type { Rejection } from "./rejection.ts";
import { deriveSku } from "./sku.ts";

export { MAX_ROWS, type ReadRow, readRows } from "./read.ts";
export { type Rejection, type RejectionCode, rejectionCodes } from "./rejection.ts";

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

export type ImageDraft = { readonly src: string; readonly alt: string; readonly position: number };

/** A product that lacks nothing: importing it makes exactly this. */
export type ProductDraft = Omit<Grouped, "variants" | "images" | "moq" | "leadDays"> & {
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

export type Tally = { readonly value: string; readonly products: number };

export type Preview = {
  readonly create: readonly ProductDraft[];
  readonly waiting: readonly WaitingProduct[];
  readonly rejected: readonly Rejection[];
  readonly needs: readonly Need[];
  /** The types and tags the rules can name, the most frequent first. */
  readonly types: readonly Tally[];
  readonly tags: readonly Tally[];
};

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
    family: garment === undefined ? first("family") : familyOf(garment),
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

/** The whole product, or what it lacks. */
function complete(product: Grouped, answers: Answers, taken: Set<string>): ProductDraft | WaitingProduct {
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

function tally(values: readonly string[]): readonly Tally[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, products]) => ({ value, products }))
    .toSorted((a, b) => b.products - a.products || a.value.localeCompare(b.value, "en"));
}

/**
 * What importing these rows would make: the products that are complete, those that wait for an answer, the rows left out
 * with line and reason, and each question once for the whole file. Pure: the same rows and answers give the same preview.
 * Nothing is invented: family, minimum order and lead time come from the file or from the owner; only a missing SKU is
 * derived, from handle and options, and says so.
 */
export function preview(reads: Iterable<ReadRow>, answers: Answers): Preview {
  const { products, rejected } = groupRows(reads);
  const taken = new Set(products.flatMap(({ variants }) => variants.flatMap(({ sku }) => sku ?? [])));
  const drafts = products.map((product) => complete(product, answers, taken));
  const waiting = drafts.filter((draft) => "lacks" in draft);
  const needs = asked.flatMap((field) => {
    const lacking = waiting.filter(({ lacks }) => lacks.includes(field));
    const [first] = lacking;
    return first === undefined ? [] : [{ field, products: lacking.length, firstLine: first.line }];
  });
  return {
    create: drafts.filter((draft): draft is ProductDraft => !("lacks" in draft)),
    waiting,
    rejected,
    needs,
    types: tally(products.flatMap(({ type }) => type ?? [])),
    tags: tally(products.flatMap(({ tags }) => tags)),
  };
}

/** Reads a file to its end and previews it; throws as `readRows` does when it cannot be read at all. */
export async function previewFile(source: Parameters<typeof readRows>[0], answers: Answers): Promise<Preview> {
  const reads: ReadRow[] = [];
  for await (const read of readRows(source)) reads.push(read);
  return preview(reads, answers);
}
