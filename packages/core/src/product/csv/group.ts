import type { Fabric, Family, GarmentType } from "../../garment/model.ts";
import type { Money } from "../../kernel/money.ts";
import type { Origin } from "../../upload/model.ts";
import { checkCurrency, readFabric, readFamily, readGarment, readImage, readLine, readOrigin, readPrice, readStock, readWhole } from "./cells.ts";
import { optionNames, optionsOf, type Option } from "./options.ts";
import type { Row } from "./read.ts";
import { type Rejection, RowError } from "./rejection.ts";
import { toHandle } from "./sku.ts";
import { plainText } from "./text.ts";

export type GroupedVariant = {
  readonly line: number;
  readonly options: readonly Option[];
  readonly sku: string | undefined;
  readonly price: Money;
  readonly stock: number | undefined;
};

export type GroupedImage = {
  readonly src: string;
  readonly alt: string | undefined;
  readonly position: number;
  readonly origin?: Origin;
};

/** A product as the file says it: the first of its rows describes it, each row adds a variant, an image or both. */
export type Grouped = {
  readonly line: number;
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string | undefined;
  readonly type: string | undefined;
  readonly tags: readonly string[];
  readonly garment: GarmentType | undefined;
  readonly family: Family | undefined;
  readonly fabric: Fabric | undefined;
  readonly gsm: number | undefined;
  readonly moq: number | undefined;
  readonly leadDays: number | undefined;
  readonly optionNames: readonly string[];
  readonly variants: GroupedVariant[];
  readonly images: GroupedImage[];
};

type Cells = Row["cells"];

/** What is known while the file goes by; `foreign` is true while the rows of another product use the same handle. */
type Open = { readonly product: Grouped; readonly variantKeys: Set<string>; foreign: boolean };
export type Gathering = { readonly open: Map<string, Open>; readonly skus: Map<string, number> };

const MAX_BODY = 20_000;
const MAX_TAGS = 50;

export const newGathering = (): Gathering => ({ open: new Map(), skus: new Map() });

export function handleOf(cells: Cells): string {
  const handle = toHandle(cells.handle ?? cells.title ?? "");
  if (handle === "") throw new RowError("handle.missing", "This row has neither a handle nor a title in Latin letters, so it belongs to no product");
  return handle;
}

const readTags = (text: string | undefined): readonly string[] =>
  [
    ...new Set(
      (text ?? "")
        .split(",")
        .map((tag) => tag.trim().slice(0, 60))
        .filter((tag) => tag !== ""),
    ),
  ].slice(0, MAX_TAGS);

function describe({ line, cells }: Row, handle: string): Grouped {
  const title = readLine("The title", cells.title, 200);
  if (title === undefined) throw new RowError("title.missing", `The first row of “${handle}” has no title`);
  if ((cells.body?.length ?? 0) > MAX_BODY) throw new RowError("text.long", `The description has more than ${MAX_BODY} characters`);
  return {
    line,
    handle,
    title,
    description: plainText(cells.body ?? ""),
    vendor: readLine("The vendor", cells.vendor, 120),
    type: readLine("The type", cells.type, 120),
    tags: readTags(cells.tags),
    garment: readGarment(cells.garment),
    family: readFamily(cells.family),
    fabric: readFabric(cells.fabric),
    gsm: readWhole("The weight", cells.gsm, { min: 60, max: 900 }),
    moq: readWhole("The minimum order", cells.moq, { min: 1, max: 100_000 }),
    leadDays: readWhole("The lead time", cells.leadDays, { min: 1, max: 365 }),
    optionNames: optionNames(cells),
    variants: [],
    images: [],
  };
}

/** The product a row belongs to, opened by the first row of its handle. */
function productOf(row: Row, handle: string, { open }: Gathering): Open {
  const known = open.get(handle);
  if (known === undefined) {
    const opened = { product: describe(row, handle), variantKeys: new Set<string>(), foreign: false };
    open.set(handle, opened);
    return opened;
  }
  const { title } = row.cells;
  if (title !== undefined) known.foreign = readLine("The title", title, 200) !== known.product.title;
  if (known.foreign) {
    throw new RowError("handle.taken", `The handle “${handle}” belongs to “${known.product.title}” on line ${known.product.line}`);
  }
  return known;
}

const isImageOnly = (cells: Cells): boolean =>
  cells.imageSrc !== undefined &&
  [cells.price, cells.sku, cells.option1Value, cells.option2Value, cells.option3Value, cells.size, cells.colour].every((cell) => cell === undefined);

function readVariant({ line, cells }: Row, { product, variantKeys }: Open, { skus }: Gathering): GroupedVariant {
  const options = optionsOf(cells, product.optionNames);
  checkCurrency(cells.currency);
  const price = readPrice(cells.price);
  const key = options.map(({ value }) => value.toLowerCase()).join("\u0000");
  if (variantKeys.has(key)) {
    throw new RowError(
      "option.duplicate",
      `“${product.handle}” has this variant already: ${options.map(({ value }) => value).join(", ") || "it has no options"}`,
    );
  }
  const sku = readLine("The SKU", cells.sku, 64);
  const before = sku === undefined ? undefined : skus.get(sku.toLowerCase());
  if (before !== undefined) throw new RowError("sku.duplicate", `The SKU “${sku}” is used on line ${before}`);
  return { line, options, sku, price, stock: readStock(cells.stock) };
}

function addImage(cells: Cells, src: string | undefined, { product }: Open): void {
  if (src === undefined || product.images.some((image) => image.src === src)) return;
  const alt = readLine("The image's text", cells.imageAlt, 300);
  product.images.push({
    src,
    alt,
    position: readWhole("The image's position", cells.imagePosition, { min: 1, max: 1_000 }) ?? product.images.length + 1,
    ...readOrigin(cells.imageDrawnBy),
  });
}

/** Everything of a row is read before any of it counts: a row is taken as a whole or left out as a whole. */
function take(row: Row, handle: string, gathering: Gathering): void {
  const known = productOf(row, handle, gathering);
  const src = readImage(row.cells.imageSrc);
  if (!isImageOnly(row.cells)) {
    const variant = readVariant(row, known, gathering);
    known.product.variants.push(variant);
    known.variantKeys.add(variant.options.map(({ value }) => value.toLowerCase()).join("\u0000"));
    if (variant.sku !== undefined) gathering.skus.set(variant.sku.toLowerCase(), row.line);
  }
  addImage(row.cells, src, known);
}

/** One row into the gathering; its rejection when it cannot be. */
export function gatherRow(row: Row, gathering: Gathering): Rejection | undefined {
  let handle: string | undefined;
  try {
    handle = handleOf(row.cells);
    take(row, handle, gathering);
    return undefined;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { line: row.line, ...(handle === undefined ? {} : { handle }), code: error.code, message: error.message };
  }
}

/** The product of a handle, once its last row has been seen, and no longer held; undefined when none of its variants could be taken. */
export function closeProduct(handle: string, { open }: Gathering): Grouped | undefined {
  const product = open.get(handle)?.product;
  open.delete(handle);
  return product && product.variants.length > 0 ? product : undefined;
}
