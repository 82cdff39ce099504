import type { InspectionView } from "@sleekapp/core/order/view";
import { defectTypes } from "@sleekapp/core/inspection/rules";
import { formatCount } from "../../lib/money.ts";
import { Panel } from "../../ui/page-header.tsx";
import { PhotoGrid } from "../../ui/photo-grid.tsx";
import { Status, type Tone } from "../../ui/status.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { classNames } from "./words.ts";

const kinds = ["critical", "major", "minor"] as const;

type Outcome = { readonly tone: Tone; readonly text: string };

/** How an inspection ended, and what the buyer said where it was theirs to say. */
function outcomeOf({ result, decision }: InspectionView): Outcome {
  if (result === "pass") return { tone: "done", text: "Passed" };
  if (result === "fail") return { tone: "late", text: "Failed, back to production" };
  if (decision === "taken") return { tone: "done", text: "Taken by the buyer as it is" };
  return decision === "refused" ? { tone: "late", text: "Refused by the buyer, back to production" } : { tone: "waiting", text: "The buyer decides" };
}

/** Each kind of defect with its photos, the worst first. */
function DefectList({ findings }: Pick<InspectionView, "findings">) {
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((a, b) => kinds.indexOf(a.class) - kinds.indexOf(b.class));
  return (
    <ul className="flex flex-col gap-3">
      {sorted.map(({ type, class: called, count, note, photos }, index) => (
        <li key={`${type}-${called}-${index}`} className="flex flex-col gap-1.5">
          <p>
            <span className="tnum font-medium">{formatCount(count)} ×</span> {defectTypes[type].name}{" "}
            <span className="text-small text-ink-3">{classNames[called]}</span>
          </p>
          {note ? <p className="break-words text-ink-2">{note}</p> : null}
          {photos.length > 0 ? (
            <PhotoGrid
              label={`Photos: ${defectTypes[type].name}`}
              photos={photos.map((url, at) => ({ id: `${type}-${index}-${at}`, url, alt: `${defectTypes[type].name}, photo ${at + 1}` }))}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

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
              {classNames[kind]}
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
  const { letter, sampleSize, reasons, note, at, limits, round } = inspection;
  const { tone, text } = outcomeOf(inspection);
  return (
    <li className="flex flex-col gap-3 border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Status tone={tone}>{text}</Status>
          <span className="tnum text-small text-ink-3">
            {round > 1 ? `Inspected again, round ${round}: ` : ""}
            {formatCount(sampleSize)} pieces looked at, level {limits.level}, letter {letter}, AQL {limits.major} and {limits.minor}
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
      <DefectList findings={inspection.findings} />
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
