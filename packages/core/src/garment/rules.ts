import { type Fabric, fabricNames, fabrics, type Family, type GarmentType, garmentsOf } from "./facts.ts";

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
export function garmentOf({ title, category, family }: { readonly title: string; readonly category: string; readonly family: Family }): GarmentType {
  const inFamily = garmentsOf(family);
  const named = [category, title].flatMap((text) => words.filter(([word]) => word.test(text.toLowerCase())).map(([, type]) => type));
  return named.find((type) => inFamily.includes(type)) ?? named[0] ?? usual[family];
}

/** The fabric of the price book with the name a listing gives, if it is one of them. */
export const fabricOf = (text: string): Fabric | undefined =>
  fabrics.find((fabric) => [fabric, fabricNames[fabric].toLowerCase()].includes(text.trim().toLowerCase()));
