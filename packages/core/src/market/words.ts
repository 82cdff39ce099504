import { garments, type GarmentType } from "../garment/model.ts";
import { formatMoney } from "../kernel/money.ts";
import type { Figure, Measure, Span } from "./model.ts";

const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** `2026-10` as it is said. */
export const monthName = (month: string): string => `${names[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

const did: Readonly<Record<Measure, string>> = {
  ordered: "Buyers ordered at",
  quoted: "Our quotes asked",
  made: "Suppliers took orders at",
};

type Told = { readonly garmentType: GarmentType; readonly measure: Measure; readonly figure: Figure; readonly span: Span };

/** A figure in one sentence, with the number of cases behind it. */
export const sentenceOf = ({ garmentType, measure, figure, span }: Told): string =>
  `${did[measure]} ${formatMoney(figure.low)} to ${formatMoney(figure.high)} a piece for ${garments[garmentType].plural.toLowerCase()} in the year to ${monthName(span.to)}; half of ${figure.cases} cases were at ${formatMoney(figure.median)} or less.`;

/** What is said where a figure is withheld. */
export const withheld = (garmentType: GarmentType): string =>
  `There were too few different cases of ${garments[garmentType].plural.toLowerCase()} in the last twelve whole months to say what others pay without telling of somebody.`;
