import {
  type Customisation,
  complexityNames,
  fabricNames,
  garments,
  packagingNames,
  placementNames,
  techniqueNames,
} from "@sleekapp/core/garment/model";
import { Brief, incotermNames } from "@sleekapp/core/pricing/model";
import { rushNames } from "@sleekapp/core/production/model";
import { formatCount } from "../../lib/money.ts";
import { DateOn, type Fact, Facts } from "../../ui/value.tsx";

/** The brief inside a quote's answer; undefined for one of an older shape. */
export const briefOf = (record: unknown): Brief | undefined => Brief.safeParse(record).data;

const wishWords = ({ technique, placement }: Customisation): string =>
  placement ? `${techniqueNames[technique]}, ${placementNames[placement]}` : techniqueNames[technique];

const letters = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL"];

/** Sizes as a rail is hung: letters from small to large, then figures; a stored brief keeps no order. */
function bySize([a]: readonly [string, number], [b]: readonly [string, number]): number {
  const [left, right] = [a, b].map((size) => letters.indexOf(size.toUpperCase()));
  if (left === right || left === undefined || right === undefined) return a.localeCompare(b, "en", { numeric: true });
  return (left === -1 ? letters.length : left) - (right === -1 ? letters.length : right);
}

const sizeWords = (sizes: Brief["sizes"]): string =>
  sizes
    ? Object.entries(sizes)
        .toSorted(bySize)
        .map(([size, pieces]) => `${size} ${formatCount(pieces)}`)
        .join(" · ")
    : "An even split over the usual sizes";

function factsOf(brief: Brief): readonly Fact[] {
  const { gauge, packaging, delivery } = brief;
  const { garmentType, quantity, fabric, gsm, complexity, customisations, rush, wantedOn, sample, notes } = brief;
  return [
    { label: "Garment", value: `${formatCount(quantity)} ${garments[garmentType].plural}` },
    { label: "Make", value: complexityNames[complexity] },
    { label: "Fabric", value: `${fabricNames[fabric]}, ${gsm ?? garments[garmentType].gsm} g/m²` },
    ...(gauge === undefined ? [] : [{ label: "Gauge", value: String(gauge) }]),
    { label: "Sizes", value: sizeWords(brief.sizes) },
    { label: "Decoration and trims", value: customisations.length === 0 ? "None" : customisations.map(wishWords).join("; ") },
    ...(packaging ? [{ label: "Packing", value: packagingNames[packaging] }] : []),
    ...(delivery ? [{ label: "Delivery", value: [incotermNames[delivery.incoterm], delivery.country].filter(Boolean).join(", ") }] : []),
    { label: "Schedule", value: rushNames[rush] },
    { label: "Sample", value: sample ? "Made and approved first" : "None" },
    ...(wantedOn ? [{ label: "Ready to ship by", value: <DateOn on={wantedOn} /> }] : []),
    ...(notes ? [{ label: "Notes", value: <span className="break-words whitespace-pre-line">{notes}</span> }] : []),
  ];
}

/** What was asked for, in words. */
export const BriefSummary = ({ brief }: { readonly brief: Brief }) => <Facts facts={factsOf(brief)} className="tnum" />;
