import { listLeads } from "@sleekapp/contracts/lead";
import { Stage } from "@sleekapp/core/lead/model";
import type { LeadCard } from "@sleekapp/core/lead/view";
import { formatCount } from "../../lib/money.ts";
import { usePages } from "../../lib/query.ts";
import { useUrlState } from "../../lib/url-state.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { DateOn, TimeAt } from "../../ui/value.tsx";
import { Clock, priorityNames, stageNames, temperatureNames } from "./lead-words.tsx";

const FIRST = "new";
const options = Stage.options.filter((value) => value !== FIRST).map((value) => ({ value, label: stageNames[value] }));

const columns: readonly [Column<LeadCard>, ...Column<LeadCard>[]] = [
  {
    key: "who",
    header: "Lead",
    cell: ({ name, company, reference }) => (
      <>
        {company ? `${name}, ${company}` : name}
        <span className="tnum block text-small font-normal text-ink-2">{reference}</span>
      </>
    ),
  },
  { key: "clock", header: "First answer", cell: (lead) => <Clock lead={lead} /> },
  { key: "priority", header: "Priority", cell: ({ priority }) => priorityNames[priority] },
  { key: "warmth", header: "Warmth", cell: ({ temperature }) => temperatureNames[temperature], wide: true },
  { key: "pieces", header: "Pieces", cell: ({ quantity }) => formatCount(quantity), numeric: true, wide: true },
  { key: "next", header: "Next", cell: ({ nextOn }) => (nextOn ? <DateOn on={nextOn} /> : "–"), wide: true },
  { key: "last", header: "Last", cell: ({ lastAt }) => <TimeAt at={lastAt} />, wide: true },
];

/** The pipeline, one stage at a time. */
export function LeadList() {
  const [{ stage }] = useUrlState({ stage: "" });
  const leads = usePages(listLeads, { stage: stage || FIRST, limit: 50 });
  return (
    <>
      <FilterBar filters={[{ key: "stage", label: "Stage", any: stageNames[FIRST], options }]} />
      <DataTable
        label="Leads"
        columns={columns}
        rows={leads.items}
        rowKey={({ leadId }) => leadId}
        rowLink={({ leadId }) => `/admin/leads/${leadId}`}
        error={leads.error}
        onRetry={leads.retry}
        more={leads.more}
        empty={{ title: "Nobody is at this stage", text: "Who asks for a person on the site comes here, and you get a mail." }}
      />
    </>
  );
}
