import { listAudit } from "@sleekapp/contracts/insight";
import type { EntryView } from "@sleekapp/core/audit/model";
import { dateOf } from "../../lib/dates.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { now } from "../../ports/clock.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { SearchInput } from "../../ui/filter-bar.tsx";
import { TimeAt } from "../../ui/value.tsx";
import { AuditExport } from "./audit-export.tsx";
import { DayCheck } from "./day-check.tsx";
import { EntrySheet } from "./entry-sheet.tsx";
import { actionName } from "./words.ts";

const columns: readonly [Column<EntryView>, ...Column<EntryView>[]] = [
  { key: "action", header: "Action", cell: (entry) => actionName(entry) },
  { key: "at", header: "When", cell: ({ at }) => <TimeAt at={at} /> },
  { key: "actor", header: "Actor", cell: ({ actor }) => <span className="break-all">{`${actor.type} ${actor.id}`}</span>, wide: true },
  { key: "target", header: "Target", cell: ({ subjectId }) => <span className="break-all">{subjectId}</span>, wide: true },
  { key: "fields", header: "Changed", cell: ({ changes }) => Object.keys(changes ?? {}).join(", "), wide: true },
];

const none = { day: "", actor: "", record: "", action: "" } as const;

/** Who did what to which record: by day, actor, record and action; one entry opens at the side. */
export function AuditPanel() {
  const [{ day, actor, record, action, entry }, setUrl] = useUrlState({ ...none, entry: "" });
  const shownDay = day || dateOf(now());
  const isNarrowed = actor !== "" || record !== "" || action !== "";
  const query = { day: isNarrowed ? day : shownDay, actorId: actor, subjectId: record, action };
  const found = usePages(listAudit, query, { live: true });
  const change = (part: Partial<Record<keyof typeof none, string>>) => setUrl({ ...part, entry: undefined }, { replace: true });
  const params = new URLSearchParams(Object.entries({ tab: "audit", day, actor, record, action }).filter(([, value]) => value !== ""));
  const linkTo = ({ eventId }: EntryView) => `?${params.toString()}&entry=${eventId}`;
  return (
    <div className="flex flex-col gap-5">
      <div role="search" className="flex flex-wrap items-end gap-3">
        <Field label="Day" className="max-sm:w-full">
          <Input type="date" value={day} max={dateOf(now())} onChange={(event) => change({ day: event.target.value })} />
        </Field>
        <SearchInput label="Actor" placeholder="A person's id" value={actor} onChange={(value) => change({ actor: value })} />
        <SearchInput label="Target" placeholder="A record's id" value={record} onChange={(value) => change({ record: value })} />
        <SearchInput label="Action" placeholder="supplier.verified" value={action} onChange={(value) => change({ action: value })} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <AuditExport query={Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""))} name={shownDay} />
        <DayCheck key={shownDay} day={shownDay} />
      </div>
      <DataTable
        label="Audit entries"
        columns={columns}
        rows={found.items}
        rowKey={({ eventId, kind }) => `${kind} ${eventId}`}
        rowLink={linkTo}
        error={found.error}
        onRetry={found.retry}
        more={found.more}
        empty={{ title: "Nothing was done", text: "Choose another day, or fewer filters. New entries take a few seconds." }}
      />
      <EntrySheet entry={found.items?.find(({ eventId }) => eventId === entry)} onClose={() => setUrl({ entry: undefined })} />
    </div>
  );
}
