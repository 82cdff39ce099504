import * as z from "zod";

/**
 * The families of garment SleekApp quotes and plans. They are the seed's product categories without swimwear, for which
 * no price engine and no stage template exists.
 */
export const Family = z.enum(["casualwear", "knitwear", "cut-and-sew", "activewear", "uniforms"]);
export type Family = z.infer<typeof Family>;

export const familyNames: Readonly<Record<Family, string>> = {
  casualwear: "Casual wear",
  knitwear: "Knitwear",
  "cut-and-sew": "Cut and sew",
  activewear: "Activewear",
  uniforms: "Uniforms and teamwear",
};

/** The garments of the price book: those the seed's instant calculator priced one by one. */
export const GarmentType = z.enum([
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
]);
export type GarmentType = z.infer<typeof GarmentType>;

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
export const garmentsOf = (family: Family): GarmentType[] => GarmentType.options.filter((type) => garments[type].family === family);

export const Fabric = z.enum([
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
]);
export type Fabric = z.infer<typeof Fabric>;

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

/** The fabrics most buyers choose in each family; the first is the suggestion, and a live range spans them. */
export const usualFabrics: Readonly<Record<Family, readonly [Fabric, ...Fabric[]]>> = {
  casualwear: ["cotton", "poly-cotton", "polyester", "pique", "french-terry", "fleece", "organic-cotton"],
  knitwear: ["cotton", "acrylic", "wool-blend"],
  "cut-and-sew": ["cotton", "twill", "denim", "poly-cotton", "polyester", "nylon"],
  activewear: ["polyester", "nylon", "french-terry", "performance"],
  uniforms: ["poly-cotton", "cotton", "polyester", "twill"],
};

/** Fibres bought to order from few mills, for which a price is less certain. */
export const specialtyFabrics: readonly Fabric[] = ["technical", "merino", "silk", "cashmere"];

export const Complexity = z.enum(["simple", "medium", "complex"]);
export type Complexity = z.infer<typeof Complexity>;

export const complexityNames: Readonly<Record<Complexity, string>> = {
  simple: "Simple: standard pattern, few seams",
  medium: "Medium: own pattern, pockets or panels",
  complex: "Complex: many panels, linings or special seams",
};

export const Technique = z.enum([
  "screen-print",
  "embroidery",
  "dtg-print",
  "sublimation",
  "heat-transfer",
  "patch",
  "woven-label",
  "hang-tag",
  "custom-packaging",
]);
export type Technique = z.infer<typeof Technique>;

export const techniqueNames: Readonly<Record<Technique, string>> = {
  "screen-print": "Screen print",
  embroidery: "Embroidery",
  "dtg-print": "Direct-to-garment print",
  sublimation: "Sublimation",
  "heat-transfer": "Heat transfer",
  patch: "Patch",
  "woven-label": "Woven label",
  "hang-tag": "Hang tag",
  "custom-packaging": "Custom packaging",
};

/** Techniques that need a place on the garment and a stage of their own on the floor; the others are trims added at packing. */
export const decorations: readonly Technique[] = ["screen-print", "embroidery", "dtg-print", "sublimation", "heat-transfer", "patch"];

export const Placement = z.enum(["left-chest", "front", "back", "sleeve", "leg", "collar", "hem", "all-over"]);
export type Placement = z.infer<typeof Placement>;

export const placementNames: Readonly<Record<Placement, string>> = {
  "left-chest": "left chest",
  front: "front",
  back: "back",
  sleeve: "sleeve",
  leg: "leg",
  collar: "collar",
  hem: "hem",
  "all-over": "all over",
};

/** Needles an inch of the knitting machine: coarse to fine. Only knitwear has a gauge. */
export const Gauge = z.literal([3, 5, 7, 9, 12, 14, 16]);
export type Gauge = z.infer<typeof Gauge>;

/** Gauges from which few machines of the usual mills knit. */
export const FINE_GAUGE = 14;

/** How pieces are packed: folded into cartons, each in a bag of its own, or ready for a shelf (folded on card, bagged, stickered). */
export const Packaging = z.enum(["bulk", "polybag", "retail"]);
export type Packaging = z.infer<typeof Packaging>;

export const packagingNames: Readonly<Record<Packaging, string>> = {
  bulk: "Folded into cartons",
  polybag: "Each piece in its own bag",
  retail: "Ready for the shelf: on card, bagged and stickered",
};

/** One decoration or trim: what is done and where; decorations need a placement, and only sublimation covers the whole garment. */
export const Customisation = z
  .strictObject({ technique: Technique, placement: Placement.optional() })
  .refine(({ technique, placement }) => placement !== undefined || !decorations.includes(technique), {
    path: ["placement"],
    message: "Say where it goes",
  })
  .refine(({ technique, placement }) => placement !== "all-over" || technique === "sublimation", {
    path: ["placement"],
    message: "Only sublimation covers the whole garment",
  });
export type Customisation = z.infer<typeof Customisation>;
