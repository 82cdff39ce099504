import {
  complexityNames,
  decorations,
  fabricNames,
  familyNames,
  Family,
  garments,
  garmentsOf,
  packagingNames,
  placementNames,
  techniqueNames,
} from "@sleekapp/core/garment/model";
import type { PriceBook } from "@sleekapp/core/pricing/model";
import { rushNames } from "@sleekapp/core/production/model";

/** How a figure is typed and held: money in cents, a share in basis points, or a whole number of something. */
export type Unit = "cents" | "bps" | "count";
export type Figure = { readonly path: readonly string[]; readonly label: string; readonly unit: Unit; readonly of?: string };
export type Group = { readonly title: string; readonly note: string; readonly figures: readonly Figure[] };

type Names = Readonly<Record<string, string>>;
const every = (key: string, names: Names, unit: Unit): Figure[] => Object.entries(names).map(([name, label]) => ({ path: [key, name], label, unit }));

const trimmed: Names = Object.fromEntries(Object.entries(complexityNames).map(([key, name]) => [key, name.split(":")[0] ?? name]));
const gaugeNames: Names = Object.fromEntries(["3", "5", "7", "9", "12", "14", "16"].map((gauge) => [gauge, `Gauge ${gauge}`]));
const techniques = (placed: boolean): Names =>
  Object.fromEntries(Object.entries(techniqueNames).filter(([key]) => decorations.some((one) => one === key) === placed));

const bases = Family.options.map((family): Group => {
  const figures = garmentsOf(family).map((type): Figure => ({ path: ["bases", type], label: garments[type].name, unit: "cents" }));
  return { title: `Base: ${familyNames[family].toLowerCase()}`, note: "A piece, simple make, usual cloth.", figures };
});

const zoneFigures = ({ freight }: PriceBook): readonly Figure[] =>
  freight.zones.flatMap(({ name }, at): Figure[] => [
    { path: ["freight", "zones", String(at), "perKg"], label: `${name}, a kilogram`, unit: "cents" },
    { path: ["freight", "zones", String(at), "minimum"], label: `${name}, at least`, unit: "cents" },
    { path: ["freight", "zones", String(at), "transitDays"], label: `${name}, by sea`, unit: "count", of: "days" },
  ]);

const surcharges: readonly Group[] = [
  {
    title: "Sizes, small runs, sourcing",
    note: "Shares of a piece's making price, and what a further size costs in grading.",
    figures: [
      { path: ["sizeRun", "surchargeBps"], label: "Extended sizes", unit: "bps" },
      { path: ["sizeRun", "sizesIncluded"], label: "Sizes included", unit: "count", of: "sizes" },
      { path: ["sizeRun", "extraSize"], label: "Each further size", unit: "cents" },
      { path: ["lowMoq", "under"], label: "Small runs are under", unit: "count", of: "pieces" },
      { path: ["lowMoq", "surchargeBps"], label: "For each missing piece", unit: "bps" },
      { path: ["sourcing", "specialtyBps"], label: "Specialty sourcing", unit: "bps" },
    ],
  },
  {
    title: "Schedule, sample, fee",
    note: "Surcharges on the work, what a sample costs, and the platform's share.",
    figures: [
      ...every("rush", rushNames, "bps"),
      { path: ["sampling", "setUp"], label: "Sample, set-up", unit: "cents" },
      { path: ["sampling", "pieceBps"], label: "Sample, of a piece's making", unit: "bps" },
      { path: ["platformFeeBps"], label: "Platform fee", unit: "bps" },
      { path: ["validDays"], label: "A quote holds", unit: "count", of: "days" },
    ],
  },
];

const confidence: Group = {
  title: "Confidence",
  note: "Where it starts, what each doubt takes, and where it ends.",
  figures: [
    { path: ["coverage", "startBps"], label: "Starts at", unit: "bps" },
    { path: ["coverage", "doubtBps"], label: "Each doubt", unit: "bps" },
    { path: ["coverage", "leastBps"], label: "At least", unit: "bps" },
  ],
};

/** Every figure of a book in the order in which it is edited; volume tiers have a form of their own. */
export const groupsOf = (book: PriceBook): readonly Group[] => [
  ...bases,
  { title: "Fabrics", note: "The making price in this fabric, in percent of the base.", figures: every("fabrics", fabricNames, "bps") },
  {
    title: "Make and cloth",
    note: "Shares of the making price.",
    figures: [
      ...every("complexity", trimmed, "bps"),
      { path: ["clothShareBps"], label: "Share of the price that is cloth", unit: "bps" },
      ...every("gauges", gaugeNames, "bps"),
    ],
  },
  {
    title: "Decoration",
    note: "A piece; where it goes changes the price.",
    figures: [...every("customisations", techniques(true), "cents"), ...every("placements", placementNames, "bps")],
  },
  {
    title: "Trims and packing",
    note: "A piece.",
    figures: [...every("customisations", techniques(false), "cents"), ...every("packaging", packagingNames, "cents")],
  },
  ...surcharges,
  {
    title: "Freight",
    note: "On board, and to the door by sea.",
    figures: [
      { path: ["freight", "board", "fixed"], label: "On board, an order", unit: "cents" },
      { path: ["freight", "board", "perKg"], label: "On board, a kilogram", unit: "cents" },
      ...zoneFigures(book),
    ],
  },
  confidence,
];

/** What making costs the platform; kept beside the book and never given to browsers of buyers. */
export const costFigures: readonly Figure[] = [
  { path: ["bangladeshBps"], label: "Bangladesh", unit: "bps" },
  { path: ["specialtyBps"], label: "Specialty mills", unit: "bps" },
  { path: ["leastMarkupBps"], label: "Least markup on the cost", unit: "bps" },
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** The number at a path of a book; undefined where there is none yet. */
export function valueAt(value: unknown, path: readonly string[]): number | undefined {
  const found = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  return typeof found === "number" ? found : undefined;
}

/** A copy with another number at a path; undefined where the number is not typed yet. */
export function withValue(value: unknown, [key, ...rest]: readonly string[], figure: number | undefined): unknown {
  if (key === undefined) return figure;
  if (Array.isArray(value)) return value.map((inner: unknown, at) => (String(at) === key ? withValue(inner, rest, figure) : inner));
  return isRecord(value) ? { ...value, [key]: withValue(value[key], rest, figure) } : value;
}
