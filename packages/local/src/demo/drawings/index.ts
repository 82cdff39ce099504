import type { GarmentType } from "@sleekapp/core/garment/model";
import type { StageKey } from "@sleekapp/core/production/model";
import { bottoms } from "./bottoms.ts";
import { type Colour, colours } from "./colours.ts";
import { floor } from "./floor.ts";
import { knits } from "./knits.ts";
import { outer } from "./outer.ts";
import { outfits } from "./outfits.ts";
import { type Drawing, sheet } from "./sheet.ts";
import { tops } from "./tops.ts";

export { type Colour, colours } from "./colours.ts";

const garments: Readonly<Record<GarmentType, Drawing>> = { ...tops, ...knits, ...outer, ...bottoms, ...outfits };

/** What is drawn for a stage; stages that look alike share a drawing. */
const stages: Readonly<Record<StageKey, Drawing>> = {
  ...floor,
  pattern: floor.cutting,
  linking: floor.knitting,
  washing: floor.pressing,
  handover: floor.packing,
};

/** A technical drawing of a garment, front view, in a colour of cloth: an SVG of 400 × 500. */
export const garmentDrawing = (type: GarmentType, colour: Colour): string =>
  sheet({ drawing: garments[type], cloth: colours[colour], size: [400, 500] });

/** A schematic of a stage on the floor with cloth of a colour: an SVG of 400 × 300. */
export const stageDrawing = (key: StageKey, colour: Colour): string => sheet({ drawing: stages[key], cloth: colours[colour], size: [400, 300] });
