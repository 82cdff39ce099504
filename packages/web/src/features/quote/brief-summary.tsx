import { Brief, sizesOf } from "@sleekapp/core/pricing/model";
import { type BriefFact, briefFacts, bySize } from "@sleekapp/core/pricing/words";
import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { DateOn, Facts } from "../../ui/value.tsx";

/** The brief inside a quote's answer; undefined for one of an older shape. */
export const briefOf = (record: unknown): Brief | undefined => Brief.safeParse(record).data;

function valueOf({ key, text }: BriefFact): ReactNode {
  if (key === "wantedOn") return <DateOn on={text} />;
  return key === "notes" ? <span className="break-words whitespace-pre-line">{text}</span> : text;
}

/** What was asked for, in words; colours and sizes as a table. */
export function BriefSummary({ brief }: { readonly brief: Brief }) {
  const facts = briefFacts(brief).filter(({ key }) => key !== "colours");
  return (
    <>
      <Facts facts={facts.map((fact) => ({ label: fact.label, value: valueOf(fact) }))} className="tnum" />
      {brief.colours ? <SplitTable colours={brief.colours} /> : null}
    </>
  );
}

/** Pieces by colour and size with the sums of both; the page does not grow wider than the phone. */
function SplitTable({ colours }: { readonly colours: NonNullable<Brief["colours"]> }) {
  const sums = sizesOf(colours);
  const sizes = Object.keys(sums).toSorted(bySize);
  const total = (row: Readonly<Record<string, number>>) => formatCount(Object.values(row).reduce((sum, pieces) => sum + pieces, 0));
  const rows = [...colours, { name: "In all", sizes: sums }];
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="group" aria-label="Pieces by colour and size">
      <table className="tnum w-full text-small">
        <thead>
          <tr className="border-b border-control text-ink-2">
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              Colour
            </th>
            {[...sizes, "In all"].map((size) => (
              <th key={size} scope="col" className="py-1.5 pl-3 text-right font-medium">
                {size}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, sizes: pieces }, place) => (
            <tr key={place} className="border-b border-line last:border-b-0 last:font-semibold">
              <th scope="row" className="max-w-40 py-1.5 pr-3 text-left font-normal break-words">
                {name}
              </th>
              {sizes.map((size) => (
                <td key={size} className="py-1.5 pl-3 text-right">
                  {pieces[size] === undefined ? "–" : formatCount(pieces[size])}
                </td>
              ))}
              <td className="py-1.5 pl-3 text-right">{total(pieces)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
