import { listAudit } from "@sleekapp/contracts/insight";
import type { EntryView } from "@sleekapp/core/audit/model";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { now } from "../../ports/clock.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { DayInput, SearchInput } from "../../ui/filter-bar.tsx";
import { DateOn, TimeAt } from "../../ui/value.tsx";
import { AuditExport } from "./audit-export.tsx";
import { DayCheck } from "./day-check.tsx";
import { EntrySheet } from "./entry-sheet.tsx";
import { actionName, shortId } from "./words.ts";

const whoOf = ({ type, id }: EntryView["actor"]): string => `${type} ${shortId(id)}`;

const columns: readonly [Column<EntryView>, ...Column<EntryView>[]] = [
  { key: "action", header: "Action", cell: (entry) => actionName(entry) },
  {
    key: "at",
    header: "When",
    cell: ({ at, actor }) => (
      <>
        <TimeAt at={at} />
        <span className="block text-small text-ink-2 md:hidden">{whoOf(actor)}</span>
      </>
    ),
  },
  { key: "actor", header: "Actor", cell: ({ actor }) => <span title={actor.id}>{whoOf(actor)}</span>, wide: true },
  { key: "target", header: "Target", cell: ({ subjectId }) => <span title={subjectId}>{shortId(subjectId)}</span>, wide: true },
  { key: "fields", header: "Changed", cell: ({ changes }) => Object.keys(changes ?? {}).join(", "), wide: true },
];

/** An event has an entry of its own when its row expires. */
const keyOf = ({ eventId, kind }: EntryView): string => `${kind}.${eventId}`;

/** The day that is being written: days of the audit begin at midnight UTC, wherever its reader is. */
const today = (): string => now().toISOString().slice(0, 10);

const OfDay = ({ day }: { readonly day: string }) => (
  <>
    Of <DateOn on={day} />
  </>
);

const none = { day: "", actor: "", record: "", action: "" } as const;

/** Who did what to which record: by day, actor, record and action; one entry opens at the side. */
export function AuditPanel() {
  const [{ day, actor, record, action, entry }, setUrl] = useUrlState({ ...none, entry: "" });
  const shownDay = day || today();
  const isNarrowed = actor !== "" || record !== "" || action !== "";
  const isOfAllDays = isNarrowed && day === "";
  const query = { day: isOfAllDays ? "" : shownDay, actorId: actor, subjectId: record, action };
  const found = usePages(listAudit, query, { live: true });
  const change = (part: Partial<Record<keyof typeof none, string>>) => setUrl({ ...part, entry: undefined }, { replace: true });
  const params = new URLSearchParams(Object.entries({ tab: "audit", day, actor, record, action }).filter(([, value]) => value !== ""));
  const linkTo = (one: EntryView) => `?${params.toString()}&entry=${keyOf(one)}`;
  return (
    <div className="flex flex-col gap-5">
      <div role="search" className="flex flex-wrap items-end gap-3">
        <DayInput label="Day (UTC)" max={today()} value={day} onChange={(value) => change({ day: value })} />
        <SearchInput label="Actor" placeholder="A person's id" value={actor} onChange={(value) => change({ actor: value })} />
        <SearchInput label="Target" placeholder="A record's id" value={record} onChange={(value) => change({ record: value })} />
        <SearchInput label="Action" placeholder="supplier.verified" value={action} onChange={(value) => change({ action: value })} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <AuditExport
          query={Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""))}
          name={isOfAllDays ? "all-days" : shownDay}
        />
        <DayCheck key={shownDay} day={shownDay} />
      </div>
      <p role="status" className="-mb-2 text-small text-ink-2">
        {isOfAllDays ? "Of all days" : <OfDay day={shownDay} />}, newest first
      </p>
      <DataTable
        label="Audit entries"
        columns={columns}
        rows={found.items}
        rowKey={keyOf}
        rowLink={linkTo}
        error={found.error}
        onRetry={found.retry}
        more={found.more}
        empty={{ title: "Nothing was done", text: "Choose another day, or fewer filters. New entries take a few seconds." }}
      />
      <EntrySheet entry={found.items?.find((one) => keyOf(one) === entry)} onClose={() => setUrl({ entry: undefined })} />
    </div>
  );
}
