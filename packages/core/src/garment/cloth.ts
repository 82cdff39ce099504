import { type Construction, type Fabric, familyOf, garments, type GarmentType, usualFabrics } from "./model.ts";

type Cloth = {
  readonly made: readonly Construction[];
  /** The lightest and the heaviest of it that is usual, in grams a square metre. */
  readonly gsm: readonly [least: number, most: number];
};

const cut: readonly Construction[] = ["jersey", "woven"];
const cloth = (made: readonly Construction[], ...gsm: readonly [number, number]): Cloth => ({ made, gsm });

/**
 * How each fabric of the price book is made and how heavy it usually is. The weights are the trade's usual ones, as those of `garments` are: a
 * looped or brushed cloth is no summer cloth, and nobody weaves denim for a shirt's weight. Held against what mills and makers publish (read
 * 2026-11-27): piqué to 260, denim 200 to 400, brushed sweatshirt cloth 260 to 360 (aaenterprises.in/fabric-gsm-chart); sweatshirts and hoodies
 * 250 to 350 (fersantekstil.com, GSM weight guide), to 400 and over for winter (qiandaoapparel.com, sportswear GSM guide); polo piqué 210 to 220
 * (thesynerg.com); denim of 14 oz about 475 (thefabricindex.com, fabric weight guide). Denim and twill are woven, terry and piqué knitted
 * (odsdesignerclothing.com, weaves and knits). Our ends are a little wider, since a suggestion that is left out is worse than one that is looked
 * at twice; for nylon, silk, performance and technical cloth, and for fibres that stand from 80 to 600, no range was found and nothing is left out.
 */
const cloths: Readonly<Record<Fabric, Cloth>> = {
  cotton: cloth([...cut, "knitted"], 80, 600),
  "organic-cotton": cloth([...cut, "knitted"], 80, 600),
  polyester: cloth(cut, 80, 600),
  "poly-cotton": cloth(cut, 80, 600),
  recycled: cloth(cut, 80, 600),
  pique: cloth(["jersey"], 170, 250),
  "french-terry": cloth(["jersey"], 240, 420),
  fleece: cloth(["jersey"], 240, 480),
  denim: cloth(["woven"], 200, 520),
  twill: cloth(["woven"], 140, 420),
  nylon: cloth(cut, 80, 300),
  performance: cloth(["jersey"], 120, 300),
  technical: cloth(cut, 80, 400),
  acrylic: cloth(["knitted"], 80, 600),
  "wool-blend": cloth(["knitted", "woven"], 80, 600),
  merino: cloth(["knitted", "jersey"], 80, 600),
  silk: cloth(["woven"], 80, 160),
  cashmere: cloth(["knitted"], 80, 600),
};

/** How the fabrics are made that are made in one way alone; undefined for the others. */
export function constructionOf(fabric: Fabric): Construction | undefined {
  const [first, ...more] = cloths[fabric].made;
  return more.length === 0 ? first : undefined;
}

/** The usual fabrics of a garment, the suggestion first, without those that are made in another way or never of its weight. */
export function suitingFabrics(garmentType: GarmentType, construction?: Construction): Fabric[] {
  const { gsm } = garments[garmentType];
  return usualFabrics[familyOf(garmentType)].filter((fabric) => {
    const { made, gsm: usual } = cloths[fabric];
    return (construction === undefined || made.includes(construction)) && gsm >= usual[0] && gsm <= usual[1];
  });
}
