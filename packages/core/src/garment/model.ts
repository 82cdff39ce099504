import * as z from "zod";
import { complexities, decorations, fabrics, families, garmentTypes, techniques } from "./facts.ts";

export { complexityNames, decorations, fabricNames, familyNames, familyOf, type Garment, garments, garmentsOf } from "./facts.ts";

export const Family = z.enum(families);
export type Family = z.infer<typeof Family>;

export const GarmentType = z.enum(garmentTypes);
export type GarmentType = z.infer<typeof GarmentType>;

export const Fabric = z.enum(fabrics);
export type Fabric = z.infer<typeof Fabric>;

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

/** How a cloth or a garment is built: cloth of a knitting machine that is cut, cloth of a loom that is cut, or panels knitted to shape. */
export const Construction = z.enum(["jersey", "woven", "knitted"]);
export type Construction = z.infer<typeof Construction>;

export const constructionNames: Readonly<Record<Construction, string>> = {
  jersey: "Cut from knitted cloth",
  woven: "Cut from woven cloth",
  knitted: "Knitted to shape, as a sweater is",
};

export const Complexity = z.enum(complexities);
export type Complexity = z.infer<typeof Complexity>;

export const Technique = z.enum(techniques);
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
