/**
 * The families of garment SleekApp quotes and plans. They are the seed's product categories without swimwear, for which
 * no price engine and no stage template exists.
 */
export const families = ["casualwear", "knitwear", "cut-and-sew", "activewear", "uniforms"] as const;
export type Family = (typeof families)[number];

export const familyNames: Readonly<Record<Family, string>> = {
  casualwear: "Casual wear",
  knitwear: "Knitwear",
  "cut-and-sew": "Cut and sew",
  activewear: "Activewear",
  uniforms: "Uniforms and teamwear",
};

/** The garments of the price book: those the seed's instant calculator priced one by one. */
export const garmentTypes = [
  "t-shirt",
  "polo",
  "hoodie",
  "sweatshirt",
  "sweater",
  "pullover",
  "cardigan",
  "vest",
  "tank",
  "long-sleeve",
  "jacket",
  "windbreaker",
  "blazer",
  "pants",
  "jeans",
  "joggers",
  "shorts",
  "skirt",
  "dress",
  "jumpsuit",
  "uniform-shirt",
  "uniform-pants",
  "scrubs",
  "jersey",
  "tracksuit",
  "leggings",
  "active-top",
] as const;
export type GarmentType = (typeof garmentTypes)[number];

export type Garment = {
  readonly name: string;
  readonly plural: string;
  readonly family: Family;
  /** The cloth weight the base price assumes, in grams a square metre: the usual weight of the trade for that garment. */
  readonly gsm: number;
};

type GarmentName = readonly [name: string, plural: string];

const garment = (family: Family, gsm: number, ...[name, plural]: GarmentName): Garment => ({ name, plural, family, gsm });

/** What each garment is called, which family it belongs to and how heavy its cloth usually is. */
export const garments: Readonly<Record<GarmentType, Garment>> = {
  "t-shirt": garment("casualwear", 180, "T-shirt", "T-shirts"),
  polo: garment("casualwear", 220, "Polo shirt", "Polo shirts"),
  hoodie: garment("casualwear", 300, "Hoodie", "Hoodies"),
  sweatshirt: garment("casualwear", 280, "Sweatshirt", "Sweatshirts"),
  tank: garment("casualwear", 160, "Tank top", "Tank tops"),
  "long-sleeve": garment("casualwear", 190, "Long-sleeve T-shirt", "Long-sleeve T-shirts"),
  sweater: garment("knitwear", 300, "Sweater", "Sweaters"),
  pullover: garment("knitwear", 300, "Pullover", "Pullovers"),
  cardigan: garment("knitwear", 320, "Cardigan", "Cardigans"),
  vest: garment("knitwear", 260, "Vest", "Vests"),
  jacket: garment("cut-and-sew", 280, "Jacket", "Jackets"),
  windbreaker: garment("cut-and-sew", 120, "Windbreaker", "Windbreakers"),
  blazer: garment("cut-and-sew", 280, "Blazer", "Blazers"),
  pants: garment("cut-and-sew", 260, "Pair of trousers", "Trousers"),
  jeans: garment("cut-and-sew", 400, "Pair of jeans", "Jeans"),
  shorts: garment("cut-and-sew", 220, "Pair of shorts", "Shorts"),
  skirt: garment("cut-and-sew", 220, "Skirt", "Skirts"),
  dress: garment("cut-and-sew", 180, "Dress", "Dresses"),
  jumpsuit: garment("cut-and-sew", 220, "Jumpsuit", "Jumpsuits"),
  joggers: garment("activewear", 280, "Pair of joggers", "Joggers"),
  tracksuit: garment("activewear", 260, "Tracksuit", "Tracksuits"),
  leggings: garment("activewear", 240, "Pair of leggings", "Leggings"),
  "active-top": garment("activewear", 150, "Active top", "Active tops"),
  "uniform-shirt": garment("uniforms", 150, "Uniform shirt", "Uniform shirts"),
  "uniform-pants": garment("uniforms", 240, "Pair of uniform trousers", "Uniform trousers"),
  scrubs: garment("uniforms", 180, "Set of scrubs", "Sets of scrubs"),
  jersey: garment("uniforms", 150, "Team jersey", "Team jerseys"),
};

/** The family a garment belongs to. */
export const familyOf = (type: GarmentType): Family => garments[type].family;

/** The garments of one family, in the order of the price book. */
export const garmentsOf = (family: Family): GarmentType[] => garmentTypes.filter((type) => garments[type].family === family);

export const fabrics = [
  "cotton",
  "organic-cotton",
  "polyester",
  "poly-cotton",
  "recycled",
  "pique",
  "french-terry",
  "fleece",
  "denim",
  "twill",
  "nylon",
  "performance",
  "technical",
  "acrylic",
  "wool-blend",
  "merino",
  "silk",
  "cashmere",
] as const;
export type Fabric = (typeof fabrics)[number];

export const fabricNames: Readonly<Record<Fabric, string>> = {
  cotton: "Cotton",
  "organic-cotton": "Organic cotton",
  polyester: "Polyester",
  "poly-cotton": "Polyester and cotton blend",
  recycled: "Recycled fibre",
  pique: "Piqué",
  "french-terry": "French terry",
  fleece: "Fleece",
  denim: "Denim",
  twill: "Twill",
  nylon: "Nylon",
  performance: "Performance knit",
  technical: "Technical fabric",
  acrylic: "Acrylic",
  "wool-blend": "Wool blend",
  merino: "Merino wool",
  silk: "Silk",
  cashmere: "Cashmere",
};

/** How much work is in a garment. */
export const complexities = ["simple", "medium", "complex"] as const;

export const complexityNames: Readonly<Record<(typeof complexities)[number], string>> = {
  simple: "Simple: standard pattern, few seams",
  medium: "Medium: own pattern, pockets or panels",
  complex: "Complex: many panels, linings or special seams",
};

export const techniques = [
  "screen-print",
  "embroidery",
  "dtg-print",
  "sublimation",
  "heat-transfer",
  "patch",
  "woven-label",
  "hang-tag",
  "custom-packaging",
] as const;

/** Techniques that need a place on the garment and a stage of their own on the floor; the others are trims added at packing. */
export const decorations: readonly (typeof techniques)[number][] = [
  "screen-print",
  "embroidery",
  "dtg-print",
  "sublimation",
  "heat-transfer",
  "patch",
];
