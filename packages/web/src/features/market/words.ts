import { type Band, bands, type Figure, type Span } from "@sleekapp/core/market/model";
import { formatCount, formatMoney, formatRate } from "../../lib/money.ts";
import type { Fact } from "../../ui/value.tsx";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `2026-10` as a table says it. */
export const monthText = (month: string): string => `${months[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

export const spanText = ({ from, to }: Span): string => `${monthText(from)} to ${monthText(to)}, whole months`;

/** Which runs a figure is of. */
export function bandText(band: Band | undefined): string {
  if (band === undefined) return "of every size";
  const [from, next] = [bands[band], bands[band + 1]];
  return next === undefined ? `from ${formatCount(from)} pieces on` : `of ${formatCount(from)} to under ${formatCount(next)} pieces`;
}

export const rangeText = ({ low, high }: Figure): string => `${formatMoney(low)} to ${formatMoney(high)}`;

export const accuracy = (resolutionBps: number): string => `Each amount is true to ${formatRate(resolutionBps)}.`;

/** A figure as named facts. */
export const figureFacts = (figure: Figure): readonly Fact[] => [
  { label: "Half of all at most", value: formatMoney(figure.median) },
  { label: "Middle half", value: rangeText(figure) },
  { label: "Cases", value: formatCount(figure.cases) },
];
