import type { ProductType, Unit } from "@sleekapp/core/product/model";

/** What is sold, in words. */
export const typeNames: Readonly<Record<ProductType, string>> = {
  garment: "Finished garment",
  fabric: "Fabric",
  yarn: "Yarn",
  accessories: "Trims and accessories",
  stock_lot: "Stock lot",
  sample: "Sample collection",
};

/** What one of it is called, and what several are. */
export const unitNames: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  piece: ["piece", "pieces"],
  set: ["set", "sets"],
  dozen: ["dozen", "dozens"],
  metre: ["metre", "metres"],
  yard: ["yard", "yards"],
  kilogram: ["kilogram", "kilograms"],
  roll: ["roll", "rolls"],
};

/** Categories that suppliers are offered, by what is sold and one step further down; another word may be written. */
export const categoryTree: Readonly<Record<ProductType, Readonly<Record<string, readonly string[]>>>> = {
  garment: {
    "T-shirts": ["Short sleeve", "Long sleeve", "Heavyweight", "Oversized"],
    Polos: ["Piqué", "Jersey", "Knitted"],
    Shirts: ["Oxford", "Poplin", "Flannel", "Work"],
    Sweatshirts: ["Crew neck", "Hoodie", "Half zip"],
    Sweaters: ["Crew neck", "V-neck", "Roll neck", "Cardigan", "Vest"],
    Trousers: ["Chinos", "Jeans", "Joggers", "Shorts", "Leggings"],
    "Dresses and skirts": ["Dress", "Skirt", "Jumpsuit"],
    Outerwear: ["Jacket", "Windbreaker", "Coat", "Gilet"],
    Workwear: ["Overalls", "Scrubs", "Aprons", "Hi-vis"],
    Headwear: ["Beanies", "Caps"],
  },
  fabric: { Knits: ["Jersey", "Rib", "Fleece", "Piqué"], Wovens: ["Poplin", "Twill", "Denim", "Canvas"] },
  yarn: { "Spun yarn": ["Cotton", "Wool", "Blends"], "Filament yarn": ["Polyester", "Nylon"] },
  accessories: { Trims: ["Buttons", "Zips", "Labels", "Drawcords"], Packing: ["Polybags", "Cartons", "Hangtags"] },
  stock_lot: { "Mixed lots": ["Overruns", "Cancelled orders"], "Single styles": ["First quality", "Second quality"] },
  sample: { Collections: ["Seasonal", "Basics"] },
};
