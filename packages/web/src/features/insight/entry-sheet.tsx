import type { EntryView } from "@sleekapp/core/audit/model";
import { Link } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type Fact, Facts, TimeAt } from "../../ui/value.tsx";
import { actionName } from "./words.ts";

const shown = (value: unknown): string => (value === undefined || value === null ? "none" : String(value));

function Changes({ changes }: { readonly changes: NonNullable<EntryView["changes"]> }) {
  return (
    <table className="w-full text-body">
      <caption className="mb-2 text-left font-semibold">What changed</caption>
      <thead>
        <tr className="border-b border-line text-left text-small text-ink-2">
          <th scope="col" className="py-1 pr-3 font-medium">
            Field
          </th>
          <th scope="col" className="py-1 pr-3 font-medium">
            Before
          </th>
          <th scope="col" className="py-1 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(changes).map(([field, { before, after }]) => (
          <tr key={field} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal text-ink-2">
              {field}
            </th>
            <td className="py-1.5 pr-3 break-all">{shown(before)}</td>
            <td className="py-1.5 break-all">{shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Id = ({ value }: { readonly value: string }) => <span className="break-all">{value}</span>;

function factsOf({ actor, subjectId, at, source, requestId, eventId, position, sealedAt, data }: EntryView): readonly Fact[] {
  const known: readonly (readonly [string, string | undefined])[] = [
    ["Actor", actor.id],
    ["As", actor.type],
    ["Organisation", actor.orgId],
    ["Target", subjectId],
    ["Source", source],
    ["Request", requestId],
    ["Event", eventId],
    ...Object.entries(data).map(([name, value]) => [name, shown(value)] as const),
  ];
  return [
    { label: "When", value: <TimeAt at={at} /> },
    ...known.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: <Id value={value} /> }])),
    { label: "Sealed", value: <TimeAt at={sealedAt} /> },
    { label: "Place", value: position },
  ];
}

/** One entry with everything it says. */
export function EntrySheet({ entry, onClose }: { readonly entry: EntryView | undefined; readonly onClose: () => void }) {
  return (
    <Dialog open={entry !== undefined} onClose={onClose} look="sheet" title={entry ? actionName(entry) : "Entry"}>
      {entry ? (
        <div className="flex flex-col gap-6">
          {entry.changes ? <Changes changes={entry.changes} /> : <p className="text-ink-2">It changed no field of its record.</p>}
          <Facts facts={factsOf(entry)} />
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <Link to={`?${new URLSearchParams({ tab: "audit", actor: entry.actor.id })}`}>All of this actor</Link>
            <Link to={`?${new URLSearchParams({ tab: "audit", record: entry.subjectId })}`}>All about this target</Link>
          </p>
        </div>
      ) : null}
    </Dialog>
  );
}
