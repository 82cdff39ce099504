import { complexityNames, type Customisation, fabricNames, garments, packagingNames, placementNames, techniqueNames } from "../garment/model.ts";
import { rushNames } from "../production/model.ts";
import { type Brief, type ColourSplit, incotermNames, type LineKey } from "./model.ts";

/** What the kinds of lines of a price are called. */
export const lineNames: Readonly<Record<LineKey, string>> = {
  base: "Base",
  fabric: "Fabric",
  gauge: "Gauge",
  complexity: "Complexity",
  customisation: "Customisation",
  packaging: "Packing",
  sizes: "Sizes",
  sourcing: "Sourcing",
  volume: "Volume",
  lowMoq: "Small run",
  rush: "Schedule",
  sampling: "Sample",
  platformFee: "Platform fee",
  freight: "Freight",
  duty: "Duty",
};

const count = new Intl.NumberFormat("en-GB");

const letters = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL"];

/** Sizes as a rail is hung: letters from small to large, then figures; a stored brief keeps no order. */
export function bySize(a: string, b: string): number {
  const [left = -1, right = -1] = [a, b].map((size) => letters.indexOf(size.toUpperCase()));
  if (left === right) return a.localeCompare(b, "en", { numeric: true });
  return (left === -1 ? letters.length : left) - (right === -1 ? letters.length : right);
}

/** Pieces by size in a line, as "S 60 · M 90". */
export const sizeWords = (sizes: Readonly<Record<string, number>>): string =>
  Object.entries(sizes)
    .toSorted(([a], [b]) => bySize(a, b))
    .map(([size, pieces]) => `${size} ${count.format(pieces)}`)
    .join(" · ");

/** Colours with their sizes, as "Navy: S 30 · M 45; White: M 45". */
export const colourWords = (colours: readonly ColourSplit[]): string => colours.map(({ name, sizes }) => `${name}: ${sizeWords(sizes)}`).join("; ");

const wishWords = ({ technique, placement }: Customisation): string =>
  placement ? `${techniqueNames[technique]}, ${placementNames[placement]}` : techniqueNames[technique];

export type BriefFact = { readonly key: keyof Brief; readonly label: string; readonly text: string };

const fact = (key: keyof Brief, label: string, text: string | undefined): readonly BriefFact[] => (text === undefined ? [] : [{ key, label, text }]);

/** What was asked for, in words; a wanted date stands as the calendar date it is. */
export function briefFacts(brief: Brief): readonly BriefFact[] {
  const { garmentType, quantity, fabric, gsm, gauge, complexity, customisations, packaging, delivery, rush, sizes, sample, wantedOn, notes } = brief;
  return [
    ...fact("garmentType", "Garment", `${count.format(quantity)} ${garments[garmentType].plural}`),
    ...fact("complexity", "Make", complexityNames[complexity]),
    ...fact("fabric", "Fabric", `${fabricNames[fabric]}, ${gsm ?? garments[garmentType].gsm} g/m²`),
    ...fact("gauge", "Gauge", gauge === undefined ? undefined : String(gauge)),
    ...fact("sizes", "Sizes", sizes ? sizeWords(sizes) : "An even split over the usual sizes"),
    ...fact("colours", "Colours", brief.colours && colourWords(brief.colours)),
    ...fact("customisations", "Decoration and trims", customisations.length === 0 ? "None" : customisations.map(wishWords).join("; ")),
    ...fact("packaging", "Packing", packaging && packagingNames[packaging]),
    ...fact("delivery", "Delivery", delivery && [incotermNames[delivery.incoterm], delivery.country].filter(Boolean).join(", ")),
    ...fact("rush", "Schedule", rushNames[rush]),
    ...fact("sample", "Sample", sample ? "Made and approved first" : "None"),
    ...fact("wantedOn", "Ready to ship by", wantedOn),
    ...fact("notes", "Notes", notes),
  ];
}
