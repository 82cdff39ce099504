import { Fabric, type Family, type GarmentType, fabricNames, garments, garmentsOf } from "@sleekapp/core/garment/model";
import type { ProductPage } from "@sleekapp/core/product/view";

// Words of shops for the garments of the price book, the particular before the general: a polo shirt is no shirt.
const words: readonly (readonly [RegExp, GarmentType])[] = [
  [/hood(ie|ed)/u, "hoodie"],
  [/sweatshirt|crew ?neck sweat/u, "sweatshirt"],
  [/polo/u, "polo"],
  [/long[- ]sleeve/u, "long-sleeve"],
  [/tank|singlet/u, "tank"],
  [/t-?shirt|\btee\b/u, "t-shirt"],
  [/cardigan/u, "cardigan"],
  [/pullover/u, "pullover"],
  [/sweater|jumper/u, "sweater"],
  [/\bvest|gilet/u, "vest"],
  [/wind ?breaker|anorak/u, "windbreaker"],
  [/blazer/u, "blazer"],
  [/jacket|coat|parka/u, "jacket"],
  [/jeans|denim trousers/u, "jeans"],
  [/jogger|sweatpants/u, "joggers"],
  [/legging/u, "leggings"],
  [/tracksuit/u, "tracksuit"],
  [/jumpsuit|overall/u, "jumpsuit"],
  [/shorts/u, "shorts"],
  [/skirt/u, "skirt"],
  [/dress(?! shirt)/u, "dress"],
  [/scrub/u, "scrubs"],
  [/jersey/u, "jersey"],
  [/uniform (pants|trousers)|work trousers/u, "uniform-pants"],
  [/pants|trousers|chino/u, "pants"],
];

const usual: Readonly<Record<Family, GarmentType>> = {
  casualwear: "t-shirt",
  knitwear: "sweater",
  "cut-and-sew": "jacket",
  activewear: "active-top",
  uniforms: "uniform-shirt",
};

/** The garment of the price book that a listing is closest to; within its family when its words say no more. */
export function garmentOf({ title, category, family }: Pick<ProductPage, "title" | "category" | "family">): GarmentType {
  const inFamily = garmentsOf(family);
  const named = [category, title].flatMap((text) => words.filter(([word]) => word.test(text.toLowerCase())).map(([, type]) => type));
  return named.find((type) => inFamily.includes(type)) ?? named[0] ?? usual[family];
}

/** The fabric of the price book with the name a listing gives, if it is one of them. */
export const fabricOf = (text: string): Fabric | undefined =>
  Fabric.options.find((fabric) => [fabric, fabricNames[fabric].toLowerCase()].includes(text.trim().toLowerCase()));

/** The address of a quote form that already says what this listing says. */
export function quoteLink(product: ProductPage, quantity: number): string {
  const type = garmentOf(product);
  const fabric = fabricOf(product.fabric);
  return `/quote?${new URLSearchParams({
    product: type,
    quantity: String(Math.max(quantity, product.moq)),
    ...(fabric ? { fabric } : {}),
    ...(product.gsm && product.gsm !== garments[type].gsm ? { gsm: String(product.gsm) } : {}),
    like: `Like “${product.title}” of ${product.supplierName} in the catalogue`,
  })}`;
}
