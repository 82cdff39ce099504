import type { InspectionView } from "@sleekapp/core/order/view";
import { formatCount } from "../../lib/money.ts";
import { Panel } from "../../ui/page-header.tsx";
import { Status } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";

const kinds = ["critical", "major", "minor"] as const;
const names = { critical: "Critical", major: "Major", minor: "Minor" } as const;

function Findings({ inspection: { defects, accept, pieces } }: { readonly inspection: InspectionView }) {
  return (
    <table className="tnum w-full max-w-md">
      <caption className="sr-only">Defects that were found and accepted</caption>
      <thead>
        <tr className="border-b border-line text-small text-ink-2">
          <th scope="col" className="py-1.5 text-left font-medium">
            Defects
          </th>
          {["Found", "Accepted", "In pieces"].map((name) => (
            <th key={name} scope="col" className="py-1.5 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 text-left font-normal">
              {names[kind]}
            </th>
            <td className={`py-1.5 text-right ${defects[kind] > accept[kind] ? "font-semibold text-madder" : ""}`}>{formatCount(defects[kind])}</td>
            <td className="py-1.5 text-right">{formatCount(accept[kind])}</td>
            <td className="py-1.5 text-right">{formatCount(pieces[kind])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inspection({ inspection }: { readonly inspection: InspectionView }) {
  const { result, letter, sampleSize, reasons, note, at } = inspection;
  return (
    <li className="flex flex-col gap-3 border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Status tone={result === "pass" ? "done" : "late"}>{result === "pass" ? "Passed" : "Failed, back to production"}</Status>
          <span className="tnum text-small text-ink-3">
            {formatCount(sampleSize)} pieces looked at, letter {letter}
          </span>
        </div>
        <p className="text-small text-ink-3">
          <TimeAt at={at} />
        </p>
      </div>
      {reasons.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      <Findings inspection={inspection} />
      {note ? <p className="break-words whitespace-pre-line text-ink-2">{note}</p> : null}
    </li>
  );
}

/** Every inspection with its verdict, newest first; nothing before the first. */
export function Inspections({ inspections }: { readonly inspections: readonly InspectionView[] }) {
  if (inspections.length === 0) return null;
  return (
    <Panel title="Inspections">
      <ol>
        {inspections.map((inspection) => (
          <Inspection key={inspection.inspectionId} inspection={inspection} />
        ))}
      </ol>
    </Panel>
  );
}
