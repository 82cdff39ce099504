import { type Customisation, complexityNames, fabricNames, garments, placementNames, techniqueNames } from "@sleekapp/core/garment/model";
import { Brief } from "@sleekapp/core/pricing/model";
import { rushNames } from "@sleekapp/core/production/model";
import { formatCount } from "../../lib/money.ts";
import { DateOn, type Fact, Facts } from "../../ui/value.tsx";

/** The brief inside a quote's answer; undefined for one of an older shape. */
export const briefOf = (record: unknown): Brief | undefined => Brief.safeParse(record).data;

const wishWords = ({ technique, placement }: Customisation): string =>
  placement ? `${techniqueNames[technique]}, ${placementNames[placement]}` : techniqueNames[technique];

const sizeWords = (sizes: Brief["sizes"]): string =>
  sizes
    ? Object.entries(sizes)
        .map(([size, pieces]) => `${size} ${formatCount(pieces)}`)
        .join(" · ")
    : "An even split over the usual sizes";

function factsOf(brief: Brief): readonly Fact[] {
  const { garmentType, quantity, fabric, gsm, complexity, customisations, rush, wantedOn, sample, notes } = brief;
  return [
    { label: "Garment", value: `${formatCount(quantity)} ${garments[garmentType].plural}` },
    { label: "Make", value: complexityNames[complexity] },
    { label: "Fabric", value: `${fabricNames[fabric]}, ${gsm ?? garments[garmentType].gsm} g/m²` },
    { label: "Sizes", value: sizeWords(brief.sizes) },
    { label: "Decoration and trims", value: customisations.length === 0 ? "None" : customisations.map(wishWords).join("; ") },
    { label: "Schedule", value: rushNames[rush] },
    { label: "Sample", value: sample ? "Made and approved first" : "None" },
    ...(wantedOn ? [{ label: "Ready to ship by", value: <DateOn on={wantedOn} /> }] : []),
    ...(notes ? [{ label: "Notes", value: <span className="break-words whitespace-pre-line">{notes}</span> }] : []),
  ];
}

/** What was asked for, in words. */
export const BriefSummary = ({ brief }: { readonly brief: Brief }) => <Facts facts={factsOf(brief)} className="tnum" />;
