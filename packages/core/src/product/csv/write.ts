import type { Draft, Picture, Variant } from "../model.ts";
import { DRAWN_BY_MODEL } from "./cells.ts";
import { csvLine } from "./escape.ts";
import { ownFields } from "./own-fields.ts";

/** A listing as it is written: what it says, and where its pictures are seen. */
export type Written = {
  readonly productId: string;
  readonly handle: string;
  readonly draft: Draft;
  readonly pictures: readonly (Pick<Picture, "alt" | "origin"> & { readonly src: string })[];
};

const variantHeads = ["Option1 Name", "Option1 Value", "Option2 Name", "Option2 Value", "Option3 Name", "Option3 Value", "SKU", "Stock"];

/** The first line of a file of ours. */
export const ownHead = (): string =>
  csvLine([
    "Product ID",
    "Handle",
    ...ownFields.map(({ head }) => head),
    "Currency",
    ...variantHeads,
    "Image Src",
    "Image Position",
    "Image Alt Text",
    "Image Drawn By",
  ]);

const nothing = variantHeads.map(() => "");

function variantCells(variant: Variant | undefined): readonly string[] {
  if (!variant) return nothing;
  const options = Object.entries(variant.options).slice(0, 3);
  return [...[0, 1, 2].flatMap((place) => options[place] ?? ["", ""]), variant.sku, String(variant.stock)];
}

/** The rows of a listing: the first says everything of it, each one a variant, a picture or both; what it says is read back as it is. */
export function ownRows({ productId, handle, draft, pictures }: Written): string {
  const variants = draft.variants ?? [];
  const many = Math.max(1, variants.length, pictures.length);
  return Array.from({ length: many }, (_, place) => {
    const said = ownFields.map(({ write }) => (place === 0 ? (write(draft) ?? "") : ""));
    const picture = pictures[place];
    const seen = picture ? [picture.src, String(place + 1), picture.alt, picture.origin ? DRAWN_BY_MODEL : ""] : ["", "", "", ""];
    return csvLine([productId, handle, ...said, "USD", ...variantCells(variants[place]), ...seen]);
  }).join("");
}
