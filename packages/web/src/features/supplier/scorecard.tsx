import { formulas } from "@sleekapp/core/supplier/rules";
import type { Scorecard as Card } from "@sleekapp/core/supplier/view";
import { formatCount } from "../../lib/money.ts";

const percent = (bps: number): string => `${Math.floor(bps / 100)} %`;

/** Minutes as people say them: up to two days in hours. */
function durationOf(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

type Line = { readonly name: string; readonly figure: string | undefined; readonly of: string; readonly formula: string };

const counted = (of: number, one: string, many: string): string => (of === 1 ? `1 ${one}` : `${formatCount(of)} ${many}`);

function linesOf({ onTime, quality, response, rating }: Card): readonly Line[] {
  return [
    {
      name: "On time",
      figure: onTime.bps === undefined ? undefined : percent(onTime.bps),
      of: counted(onTime.of, "order", "orders"),
      formula: formulas.onTime,
    },
    {
      name: "Quality",
      figure: quality.bps === undefined ? undefined : percent(quality.bps),
      of: counted(quality.of, "inspection", "inspections"),
      formula: formulas.quality,
    },
    {
      name: "Answers within",
      figure: response.minutes === undefined ? undefined : durationOf(response.minutes),
      of: counted(response.of, "offer", "offers"),
      formula: formulas.response,
    },
    {
      name: "Rating",
      figure: rating.hundredths === undefined ? undefined : `${(rating.hundredths / 100).toFixed(1)} of 5`,
      of: counted(rating.of, "rating", "ratings"),
      formula: formulas.rating,
    },
  ];
}

/** What has been counted of a supplier, each figure with the number of deeds behind it and, on request, how it is made. */
export function Scorecard({ card }: { readonly card: Card }) {
  const lines = linesOf(card);
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {lines.map(({ name, figure, of }) => (
          <div key={name} className="min-w-0">
            <dt className="text-small text-ink-2">{name}</dt>
            <dd className="tnum text-lead font-semibold">{figure ?? <span className="font-normal text-ink-3">None yet</span>}</dd>
            {figure === undefined ? null : <dd className="tnum text-small text-ink-3">from {of}</dd>}
          </div>
        ))}
      </dl>
      <details className="text-small text-ink-2">
        <summary className="cursor-pointer self-start text-indigo">How these figures are made</summary>
        <dl className="mt-2 flex flex-col gap-2">
          {lines.map(({ name, formula }) => (
            <div key={name}>
              <dt className="font-medium text-ink">{name}</dt>
              <dd className="measure">{formula}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
